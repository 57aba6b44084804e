using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;
using Glossary.Formats.Tests.Hostile;

namespace Glossary.Formats.Tests.Office;

/// <summary>Office documents made of the XML that a test is about.</summary>
internal static class OfficeFiles
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>A document of the elements of its body.</summary>
    /// <param name="body">Elements in the body.</param>
    /// <param name="footnote">Text of its footnote.</param>
    /// <param name="styles">Styles beside “H”, which is based on “Heading 1”.</param>
    /// <param name="parts">Other parts: type of the relationship, name of the root element, and what is in it.</param>
    public static byte[] Docx(string body, string footnote = "A note.", string styles = "", params (string Type, string Root, string Content)[] parts) => HostileFiles.Zip(
    [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", Related(("r1", "officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", Related(
            [("r1", "styles", "styles.xml"), ("r2", "footnotes", "/word/footnotes.xml"), .. parts.Select((part, index) => ($"p{index}", part.Type, $"part{index}.xml"))])),
        ("word/styles.xml", $"<w:styles {Word}><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"heading 1\"/></w:style>"
            + $"<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"Mein Stil\"/><w:basedOn w:val=\"B\"/></w:style>{styles}</w:styles>"),
        ("word/footnotes.xml", $"<w:footnotes {Word}><w:footnote><w:p><w:r><w:t>{footnote}</w:t></w:r></w:p></w:footnote></w:footnotes>"),
        ("word/document.xml", $"<w:document {Word}><w:body>{body}</w:body></w:document>"),
        .. parts.Select((part, index) => ($"word/part{index}.xml", $"<w:{part.Root} {Word}>{part.Content}</w:{part.Root}>")),
    ]);

    /// <summary>A paragraph of runs.</summary>
    public static string Paragraph(string runs, string properties = "") => $"<w:p>{(properties.Length == 0 ? "" : $"<w:pPr>{properties}</w:pPr>")}{runs}</w:p>";

    /// <summary>A run of text.</summary>
    public static string Run(string text, string properties = "") =>
        $"<w:r>{(properties.Length == 0 ? "" : $"<w:rPr>{properties}</w:rPr>")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A workbook of sheets: name, attributes in the workbook, and rows.</summary>
    /// <param name="strings">The items of its shared strings.</param>
    /// <param name="sheets">The sheets.</param>
    public static byte[] Xlsx(string strings, params (string Name, string Attributes, string Rows)[] sheets) => HostileFiles.Zip(
    [
        ("_rels/.rels", Related(("r1", "officeDocument", "xl/workbook.xml"))),
        ("xl/_rels/workbook.xml.rels", Related(
            [("s", "sharedStrings", "sharedStrings.xml"), .. sheets.Select((_, index) => ($"r{index}", "worksheet", $"worksheets/sheet{index}.xml"))])),
        ("xl/sharedStrings.xml", $"<sst>{strings}</sst>"),
        ("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            + string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" r:id=\"r{index}\" {sheet.Attributes}/>")) + "</sheets></workbook>"),
        .. sheets.Select((sheet, index) => ($"xl/worksheets/sheet{index}.xml", $"<worksheet><sheetData>{sheet.Rows}</sheetData></worksheet>")),
    ]);

    public static ReadDocument Read(byte[] bytes, string name, ReadLimits? limits = null) =>
        DocumentReader.Read(new MemoryStream(bytes), name, limits ?? ReadLimits.Default, null, TestContext.Current.CancellationToken);

    /// <summary>The segments of a document with their kinds, footnotes left out.</summary>
    public static List<(SegmentKind Kind, string Text)> Segments(ReadDocument document) => [.. document.Pages.Where(page => page.Anchor != "footnotes")
        .SelectMany(page => page.Content.Segments.Select(segment => (segment.Kind, page.Content.Text.Substring(segment.Start, segment.Length))))];

    private static string Related(params (string Id, string Type, string Target)[] relationships) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + string.Concat(relationships.Select(each =>
            $"<Relationship Id=\"{each.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{each.Type}\" Target=\"{each.Target}\"/>")) + "</Relationships>";
}
