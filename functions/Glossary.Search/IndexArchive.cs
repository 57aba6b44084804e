using System.Formats.Tar;

namespace Glossary.Search;

/// <summary>The files of an index as one stream (tar).</summary>
internal static class IndexArchive
{
    /// <summary>Writes files of a folder.</summary>
    public static void Write(Stream stream, DirectoryInfo folder, IEnumerable<string> names)
    {
        using var archive = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true);
        foreach (var name in names)
        {
            using var content = File.OpenRead(Path.Combine(folder.FullName, name));
            archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = content });
        }
    }

    /// <summary>Writes the files of a stream into an empty folder.</summary>
    /// <exception cref="InvalidDataException">The stream is none that <see cref="Write"/> has written.</exception>
    public static void Read(Stream stream, DirectoryInfo folder)
    {
        using var archive = new TarReader(stream, leaveOpen: true);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType != TarEntryType.RegularFile || !IsFileName(entry.Name))
            {
                throw new InvalidDataException("The archive of an index has an entry that no index has.");
            }

            entry.ExtractToFile(Path.Combine(folder.FullName, entry.Name), overwrite: false);
        }
    }

    // Lucene's names are letters, digits, low lines and points: none leads out of the folder.
    private static bool IsFileName(string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.') && name.Any(char.IsAsciiLetterOrDigit);
}
