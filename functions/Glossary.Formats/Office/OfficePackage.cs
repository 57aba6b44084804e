using System.IO.Compression;
using System.Xml;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Office;

/// <summary>The parts of an Office Open XML package and how they are related (ISO/IEC 29500-2). Only what is named is read; nothing outside is followed.</summary>
internal sealed class OfficePackage : IDisposable
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens a package that the guard has looked through.</summary>
    public OfficePackage(byte[] bytes)
    {
        archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            parts.TryAdd(entry.FullName, entry);
        }
    }

    /// <summary>Name of the main part, as the package's own relationships say.</summary>
    public string? MainPart => Related(string.Empty).FirstOrDefault(relationship => relationship.Type == "officeDocument").Target;

    /// <summary>What a compound file under the name of an Office document is told: such a file is an encrypted one or one of an old version.</summary>
    /// <exception cref="DocumentRefusedException">It is a compound file.</exception>
    public static void RefuseCompoundFile(ReadOnlySpan<byte> bytes, string extension)
    {
        if (!bytes.StartsWith(CompoundFile))
        {
            return;
        }

        throw bytes.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
            ? new DocumentRefusedException(
                RefusalCodes.PasswordProtected, "The document is protected by a password. Remove the protection in its own program, and upload it again.")
            : new DocumentRefusedException(
                RefusalCodes.UnsupportedType, $"This is a document of an old version of Office. Save it as {extension}, and upload it again.");
    }

    /// <summary>Opens a part as XML, or null where there is none.</summary>
    public XmlReader? Open(string name) => parts.TryGetValue(name, out var entry) ? OfficeXml.Open(entry) : null;

    /// <summary>What a part is related to inside the package; the empty name stands for the package itself.</summary>
    public IReadOnlyList<(string Id, string Type, string Target)> Related(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? string.Empty : part[..(slash + 1)];
        using var reader = Open($"{folder}_rels/{part[(slash + 1)..]}.rels");
        var related = new List<(string, string, string)>();
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External")
            {
                var type = reader.GetAttribute("Type") ?? string.Empty;
                related.Add((reader.GetAttribute("Id") ?? string.Empty, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, reader.GetAttribute("Target") ?? string.Empty)));
            }
        }

        return related;
    }

    /// <inheritdoc />
    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
