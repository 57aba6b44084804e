using System.IO.Compression;
using System.Text;
using Glossary.Formats.Documents;
using Glossary.Formats.Office;

namespace Glossary.Formats.Archives;

/// <summary>
/// Looks through an archive before any parser sees it, and refuses one that is made to harm: one that would unpack to far more than
/// it holds, that names places outside itself, that carries a program or a document type definition, or that fetches something.
/// </summary>
internal static class ArchiveGuard
{
    private const int MaximumDepth = 2;
    private const int SmallEntry = 1024 * 1024;
    private const double MinimumRatio = 0.01;

    /// <summary>Whether bytes begin as a ZIP archive does (APPNOTE.TXT, local file header; or an empty archive).</summary>
    public static bool IsArchive(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    /// <summary>Checks an archive and the archives in it.</summary>
    /// <exception cref="DocumentRefusedException">It is unsafe or broken.</exception>
    public static void Check(byte[] bytes, ReadLimits limits)
    {
        try
        {
            Check(bytes, limits, depth: 0);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw new DocumentRefusedException(
                RefusalCodes.Damaged, "The file is damaged and can't be opened. Open it in its own program, save it anew, and upload it again.", exception);
        }
    }

    private static void Check(byte[] bytes, ReadLimits limits, int depth)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > limits.MaximumArchiveEntries)
        {
            throw Unsafe("it has too many parts");
        }

        long total = 0;
        foreach (var entry in archive.Entries)
        {
            // The framework's streams end at the declared length, so what is declared here is what a parser can meet.
            total += entry.Length;
            CheckEntry(entry, total, limits);
            if (OfficeXml.IsXml(entry.FullName))
            {
                CheckXml(entry);
            }
            else if (Nested(entry) is { } nested)
            {
                if (depth == MaximumDepth)
                {
                    throw Unsafe("it holds archives within archives within archives");
                }

                Check(nested, limits, depth + 1);
            }
        }
    }

    private static void CheckEntry(ZipArchiveEntry entry, long total, ReadLimits limits)
    {
        if (entry.Length > limits.MaximumArchiveEntry || total > limits.MaximumUnpacked
            || (entry.Length > SmallEntry && entry.CompressedLength < entry.Length * MinimumRatio))
        {
            throw Unsafe("it would unpack to far more than it holds");
        }

        if (LeadsOutside(entry.FullName))
        {
            throw Unsafe("it names places outside itself");
        }

        if (Path.GetFileName(entry.FullName).Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
        {
            throw new DocumentRefusedException(
                RefusalCodes.UnsafeArchive, "The document contains macros. Save it without macros (as .docx or .xlsx), and upload it again.");
        }
    }

    private static bool LeadsOutside(string name) =>
        name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
        || name.Any(char.IsControl) || name.Split('/').Contains("..");

    private static void CheckXml(ZipArchiveEntry entry)
    {
        using (var stream = entry.Open())
        {
            // A document type can only stand before the first element.
            Span<byte> head = stackalloc byte[8192];
            var read = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            if (read.IndexOf("<!DOCTYPE"u8) >= 0 || read.IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0
                || read.IndexOf(Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0)
            {
                throw Unsafe("it carries a document type definition");
            }
        }

        if (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && OfficeXml.FetchesSomething(entry))
        {
            throw new DocumentRefusedException(
                RefusalCodes.UnsafeArchive,
                "The document loads a template or an object from elsewhere. Embed it in the document or remove it, and upload the document again.");
        }
    }

    // An embedded workbook is nothing bad; it is only looked at as closely as the document itself.
    private static byte[]? Nested(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        Span<byte> head = stackalloc byte[4];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !IsArchive(head))
        {
            return null;
        }

        var bytes = new byte[entry.Length];
        head.CopyTo(bytes);
        stream.ReadExactly(bytes.AsSpan(head.Length));
        return bytes;
    }

    private static DocumentRefusedException Unsafe(string reason) => new(
        RefusalCodes.UnsafeArchive, $"The file is not safe to open: {reason}. Open it in its own program, save it anew, and upload it again.");
}
