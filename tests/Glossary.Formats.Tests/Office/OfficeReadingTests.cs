using CsCheck;
using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;
using Glossary.Formats.Tests.Hostile;
using Glossary.Samples;
using static Glossary.Formats.Tests.Office.OfficeFiles;

namespace Glossary.Formats.Tests.Office;

public sealed class OfficeReadingTests
{
    [Theory]
    [InlineData("en", "2 Safety instructions", "Check the rupture indicator of the bursting disc before each batch.")]
    [InlineData("de", "2 Sicherheitshinweise", null)]
    public void A_Word_document_is_read_by_its_headings(string language, string heading, string? item)
    {
        var document = Read(Sample($"bioreactor-manual.{language}.docx"), "a.docx");

        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", document.MediaType);
        var part = Assert.Single(document.Pages, page => page.Anchor!.EndsWith(heading, StringComparison.Ordinal));
        Assert.Equal((SegmentKind.Heading, heading), (part.Content.Segments[0].Kind, Of(part, 0)));
        if (item is not null)
        {
            var at = part.Content.Text.IndexOf(item, StringComparison.Ordinal);
            Assert.Equal(SegmentKind.ListItem, part.Content.Segments.Single(segment => segment.Start == at).Kind);
            Assert.Equal($"Stirred-Tank Bioreactor SR-500 › {heading}, ¶ 2", part.PlaceOf(at + 3));
        }
    }

    [Fact]
    public void The_three_samples_of_a_language_say_the_same()
    {
        foreach (var language in new[] { "en", "de" })
        {
            var paragraphs = Manual.Read(language).Parts.OfType<ManualText>().Where(part => part.Kind == PartKind.Paragraph).Select(part => part.Text).ToList();
            foreach (var extension in new[] { "docx", "xlsx" })
            {
                var text = string.Join('\n', Read(Sample($"bioreactor-manual.{language}.{extension}"), "a." + extension).Pages.Select(page => page.Content.Text));
                Assert.All(paragraphs, paragraph => Assert.Contains(paragraph, text, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_cell_of_a_workbook_is_named_by_its_sheet_and_its_place()
    {
        var document = Read(Sample("bioreactor-manual.en.xlsx"), "a.xlsx");
        var sheet = document.Pages.Single(page => page.Content.Text.Contains("programmable logic controller", StringComparison.Ordinal) && page.Anchor != "Operating Manual");
        var at = sheet.Content.Text.IndexOf("programmable logic controller", StringComparison.Ordinal);
        Assert.Equal($"{sheet.Anchor}, B6", sheet.PlaceOf(at));
        Assert.Equal(SegmentKind.Cell, sheet.Content.Segments.Single(segment => segment.Start == at).Kind);
    }

    [Fact]
    public void Paragraphs_tables_boxes_and_notes_are_read_once_and_what_was_deleted_is_not()
    {
        var body =
            $"<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>Pumps</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t xml:space=\"preserve\">The cen</w:t></w:r><w:r><w:softHyphen/><w:t>trifugal</w:t><w:tab/><w:t>pump</w:t></w:r>"
            + "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
            + "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice><w:p><w:r><w:t>in a box</w:t></w:r></w:p></mc:Choice>"
            + "<mc:Fallback><w:p><w:r><w:t>in a box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>head</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>left</w:t></w:r></w:p></w:tc>"
            + "<w:tc><w:p><w:r><w:t>right</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        var document = Read(Docx(body), "a.docx");

        var page = document.Pages[0];
        Assert.Equal("Pumps", page.Anchor);
        Assert.Equal(["Pumps", "The centrifugal pump", "in a box", "head", "left", "right"], page.Content.Segments.Select((_, index) => Of(page, index)));
        Assert.Equal(["", "¶ 1", "¶ 2", "table 1, A1", "table 1, A2", "table 1, B2"], page.Labels);
        Assert.Equal(("footnotes", "A note."), (document.Pages[1].Anchor, document.Pages[1].Content.Text));
    }

    [Fact]
    public void Texts_of_cells_come_from_wherever_they_are_kept_and_numbers_are_no_text()
    {
        var rows = "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\"><v>42</v></c></row>"
            + "<row><c t=\"inlineStr\"><is><r><t>in </t></r><r><t>line</t></r></is></c><c t=\"str\"><f>A1</f><v>formula</v></c><c t=\"b\"><v>1</v></c></row>";
        var document = Read(Xlsx("<si><t>shared </t><rPh><t>spoken</t></rPh><r><t>text</t></r></si>", ("Pumps &amp; valves", "", rows)), "a.xlsx");

        var page = Assert.Single(document.Pages);
        Assert.Equal(["shared text", "in line", "formula"], page.Content.Segments.Select((_, index) => Of(page, index)));
        Assert.Equal(["Pumps & valves, B2", "Pumps & valves, A3", "Pumps & valves, B3"], page.Content.Segments.Select(segment => page.PlaceOf(segment.Start)));
    }

    [Fact]
    public void Long_documents_are_cut_into_pages_that_keep_their_names()
    {
        var body = string.Concat(Enumerable.Range(0, 2_000).Select(number => $"<w:p><w:r><w:t>Paragraph {number} of the manual describes the pump.</w:t></w:r></w:p>"));
        var pages = Read(Docx(body), "a.docx").Pages.Where(page => page.Anchor != "footnotes").ToList();
        Assert.InRange(pages.Count, 3, 10);
        Assert.Equal(Enumerable.Range(1, 2_000).Select(number => $"¶ {number}"), pages.SelectMany(page => page.Labels!));
    }

    [Fact]
    public void Limits_hold_for_documents_without_pages()
    {
        var body = string.Concat(Enumerable.Range(0, 30).Select(number => $"<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Heading {number}</w:t></w:r></w:p>"));
        Assert.Equal(RefusalCodes.TooManyPages, Refusal(Docx(body), "a.docx", new ReadLimits { MaximumPages = 20 }));
        Assert.Equal(RefusalCodes.TooMuchText, Refusal(Docx(body), "a.docx", new ReadLimits { MaximumCharacters = 100 }));
    }

    [Fact]
    public void A_file_of_another_kind_under_the_name_is_told_so()
    {
        Assert.Equal(RefusalCodes.UnsupportedType, Refusal(Sample("bioreactor-manual.en.xlsx"), "a.docx"));
        Assert.Equal(RefusalCodes.UnsupportedType, Refusal(Sample("bioreactor-manual.en.docx"), "a.xlsx"));
        Assert.Equal(RefusalCodes.UnsupportedType, Refusal(HostileFiles.Zip(("a.txt", "a")), "a.docx"));
        Assert.Equal(RefusalCodes.EmptyFile, Refusal(Docx("<w:p/>", footnote: string.Empty), "a.docx"));
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        Assert.Equal(RefusalCodes.UnsupportedType, Refusal([.. compound, .. new byte[600]], "a.docx"));
        Assert.Equal(RefusalCodes.PasswordProtected, Refusal([.. compound, .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")], "a.xlsx"));
        Assert.Equal(RefusalCodes.Damaged, Refusal(Docx("<w:p><w:r>"), "a.docx"));
    }

    [Fact]
    public void A_document_of_damaged_bytes_is_read_or_refused()
    {
        foreach (var extension in new[] { "docx", "xlsx" })
        {
            var original = Sample("bioreactor-manual.en." + extension);
            Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte).Array[1, 20].Sample(
                damages =>
                {
                    var bytes = original.ToArray();
                    foreach (var (at, value) in damages)
                    {
                        bytes[at] = value;
                    }

                    try
                    {
                        Read(bytes, "a." + extension);
                    }
                    catch (DocumentRefusedException)
                    {
                        // In words; anything else fails the test.
                    }
                },
                iter: 100);
        }
    }

    private static byte[] Sample(string name) => SampleSet.All().Single(sample => sample.Name == name).Bytes;

    private static string Of(ReadPage page, int segment) =>
        page.Content.Text.Substring(page.Content.Segments[segment].Start, page.Content.Segments[segment].Length);

    private static string Refusal(byte[] bytes, string name, ReadLimits? limits = null) =>
        Assert.Throws<DocumentRefusedException>(() => Read(bytes, name, limits)).Code;
}
