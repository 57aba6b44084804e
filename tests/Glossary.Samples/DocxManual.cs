using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Glossary.Samples;

/// <summary>Writes a manual as DOCX with heading styles, lists, tables and a footer.</summary>
internal static class DocxManual
{
    public static byte[] Write(Manual manual)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = Styles(manual.Language);
            var header = main.AddNewPart<HeaderPart>("header");
            header.Header = new Header(new Paragraph(new Run(new Text(manual.RunningHead))));
            var body = new Body(Styled("Title", manual.Title), Styled("Subtitle", manual.Subtitle));
            foreach (var part in manual.Parts)
            {
                Append(body, part);
            }

            body.Append(new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = "header" }));
            main.Document = new Document(body);
        }

        return ZipBytes.Repack(stream.ToArray());
    }

    private static void Append(Body body, ManualPart part)
    {
        switch (part)
        {
            case ManualText text:
                body.Append(Styled(StyleOf(text.Kind), text.Text));
                break;
            case ManualTable table:
                if (table.Caption is not null)
                {
                    body.Append(Styled("Caption", table.Caption));
                }

                body.Append(new Table(
                    [new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }),
                    .. table.Rows.Select(row => new TableRow(row.Select(cell => new TableCell(Styled("Normal", cell)))))]));
                break;
        }
    }

    private static string StyleOf(PartKind kind) => kind switch
    {
        PartKind.Heading => "Heading1",
        PartKind.Subheading => "Heading2",
        PartKind.Item => "ListParagraph",
        PartKind.Figure => "Caption",
        _ => "Normal",
    };

    private static Paragraph Styled(string style, string text) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static Styles Styles(string language)
    {
        var styles = new Styles(new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" }, new FontSize { Val = "22" }, new Languages { Val = language }))));
        (string Id, string Name, string Size, bool Bold)[] all =
        [
            ("Normal", "Normal", "22", false), ("Title", "Title", "52", true), ("Subtitle", "Subtitle", "30", false),
            ("Heading1", "heading 1", "32", true), ("Heading2", "heading 2", "26", true), ("Caption", "caption", "18", false),
            ("ListParagraph", "List Paragraph", "22", false),
        ];
        foreach (var (id, name, size, bold) in all)
        {
            var run = new StyleRunProperties();
            if (bold)
            {
                run.Append(new Bold());
            }

            run.Append(new FontSize { Val = size });
            styles.Append(new Style(new StyleName { Val = name }, run) { Type = StyleValues.Paragraph, StyleId = id, Default = id == "Normal" });
        }

        return styles;
    }
}
