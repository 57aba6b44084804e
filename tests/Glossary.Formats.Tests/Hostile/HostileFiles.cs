using System.IO.Compression;
using System.Text;
using Glossary.Formats.Documents;
using Glossary.Testing;

namespace Glossary.Formats.Tests.Hostile;

/// <summary>Files that are broken, or made to harm, with the code that each is refused with.</summary>
internal static class HostileFiles
{
    public static IReadOnlyDictionary<string, (string FileName, Func<byte[]> Bytes, string Code)> All { get; } =
        new Dictionary<string, (string, Func<byte[]>, string)>
        {
            ["no bytes"] = ("a.pdf", () => [], RefusalCodes.EmptyFile),
            ["no pages"] = ("a.pdf", NoPages, RefusalCodes.EmptyFile),
            ["text under the name of a PDF"] = ("a.pdf", () => "plain text"u8.ToArray(), RefusalCodes.UnsupportedType),
            ["an archive under the name of a PDF"] = ("a.pdf", () => Zip(("a.txt", "a")), RefusalCodes.UnsupportedType),
            ["a type that is not read"] = ("a.exe", () => "MZ"u8.ToArray(), RefusalCodes.UnsupportedType),
            ["a PDF that ends after its head"] = ("a.pdf", () => "%PDF-1.7\nthat was all"u8.ToArray(), RefusalCodes.Damaged),
            ["a PDF of noise"] = ("a.pdf", Noise, RefusalCodes.Damaged),
            ["a password"] = ("a.pdf", Encrypted, RefusalCodes.PasswordProtected),
            ["a scanned page"] = ("a.pdf", () => RawPdf.Page("0.5 g 10 10 500 700 re f"), RefusalCodes.NoTextLayer),
            ["a page tree that bites its tail"] = ("a.pdf", PageTreeLoop, RefusalCodes.Damaged),
            ["a zip bomb"] = ("a.docx", () => Zip(("word/document.xml", new string(' ', 8 * 1024 * 1024))), RefusalCodes.UnsafeArchive),
            ["a bomb in an archive in an archive"] = ("a.docx", NestedBomb, RefusalCodes.UnsafeArchive),
            ["archives in archives in archives"] = ("a.docx", DeepNest, RefusalCodes.UnsafeArchive),
            ["a part beside the archive"] = ("a.docx", () => Zip(("../../etc/passwd", "x")), RefusalCodes.UnsafeArchive),
            ["a part at the root of a disk"] = ("a.docx", () => Zip(("C:\\x.xml", "<x/>")), RefusalCodes.UnsafeArchive),
            ["too many parts"] = ("a.docx", ManyParts, RefusalCodes.UnsafeArchive),
            ["a document type"] = ("a.docx", () => Zip(("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")), RefusalCodes.UnsafeArchive),
            ["a document type in UTF-16"] = ("a.docx", Utf16DocumentType, RefusalCodes.UnsafeArchive),
            ["a template from the web"] = ("a.docx", () => Zip(("word/_rels/settings.xml.rels", Relationship("attachedTemplate", "https://example.org/a.dotm"))), RefusalCodes.UnsafeArchive),
            ["an object from a share"] = ("a.xlsx", () => Zip(("xl/_rels/a.rels", Relationship("oleObject", "\\\\example.org\\share\\a.bin"))), RefusalCodes.UnsafeArchive),
            ["macros"] = ("a.docx", () => Zip(("word/vbaProject.bin", "macros")), RefusalCodes.UnsafeArchive),
            ["an archive cut in two"] = ("a.docx", () => Zip(("word/document.xml", "<x/>"))[..40], RefusalCodes.Damaged),
        };

    /// <summary>An archive of parts.</summary>
    public static byte[] Zip(params (string Name, string Content)[] parts) =>
        ZipBytes([.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Content)))]);

    public static byte[] ZipBytes(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static string Relationship(string type, string target) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" TargetMode=\"External\" "
        + $"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"/></Relationships>";

    private static byte[] NoPages() => RawPdf.Write(
        string.Empty, "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>");

    private static byte[] Noise()
    {
        var bytes = new byte[20_000];
        new Random(7).NextBytes(bytes);
        "%PDF-1.4\n"u8.CopyTo(bytes);
        return bytes;
    }

    // The hashes fit no password, the empty one included (ISO 32000-1, 7.6.3).
    private static byte[] Encrypted()
    {
        var hash = string.Concat(Enumerable.Repeat("5A", 32));
        return RawPdf.Page(
            RawPdf.Lines(72, 700, "secret"),
            $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{hash}> /U <{hash}> /P -44 >> /ID [<01020304050607080910111213141516> <01020304050607080910111213141516>]");
    }

    private static byte[] PageTreeLoop() => RawPdf.Write(
        string.Empty,
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 5 /Parent 3 0 R >>",
        "<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>");

    private static byte[] NestedBomb()
    {
        var bomb = Zip(("a.txt", new string('0', 64 * 1024 * 1024)));
        return ZipBytes(("word/embeddings/a.xlsx", bomb));
    }

    private static byte[] DeepNest()
    {
        var bytes = Zip(("a.txt", "a"));
        for (var depth = 0; depth < 4; depth++)
        {
            bytes = ZipBytes(("a.zip", bytes));
        }

        return bytes;
    }

    private static byte[] ManyParts() => Zip([.. Enumerable.Range(0, 10_001).Select(number => ($"{number}.xml", "<a/>"))]);

    private static byte[] Utf16DocumentType() =>
        ZipBytes(("word/document.xml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<!DOCTYPE x><x/>")]));
}
