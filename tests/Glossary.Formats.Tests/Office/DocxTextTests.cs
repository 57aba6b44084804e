using Glossary.Extraction.Documents;
using static Glossary.Formats.Tests.Office.OfficeFiles;

namespace Glossary.Formats.Tests.Office;

/// <summary>What of a Word document is its text, and what its parts are.</summary>
public sealed class DocxTextTests
{
    private const string Box = "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"wps\">"
        + "<w:drawing><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
        + "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>";

    [Fact]
    public void Tracked_changes_are_read_as_if_all_were_accepted()
    {
        var body = Paragraph(Run("The ") + "<w:ins>" + Run("centrifugal ") + "</w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>" + Run("pump runs."))
            + Paragraph("<w:moveFrom>" + Run("Moved away.") + "</w:moveFrom>")
            + Paragraph("<w:moveTo>" + Run("Moved here.") + "</w:moveTo>");
        Assert.Equal([(SegmentKind.Body, "The centrifugal pump runs."), (SegmentKind.Body, "Moved here.")], Segments(Read(Docx(body), "a.docx")));
    }

    [Fact]
    public void A_paragraph_whose_mark_was_deleted_goes_on_in_the_next()
    {
        var body = Paragraph(Run("The heat"), "<w:rPr><w:del/></w:rPr>") + Paragraph(Run(" exchanger is clean.")) + Paragraph(Run("Last."), "<w:rPr><w:del/></w:rPr>");
        Assert.Equal([(SegmentKind.Body, "The heat exchanger is clean."), (SegmentKind.Body, "Last.")], Segments(Read(Docx(body), "a.docx")));
    }

    [Fact]
    public void A_paragraph_is_what_its_style_says_now_and_not_what_it_said_before_a_tracked_change()
    {
        var body = Paragraph(Run("Only text."), "<w:pPrChange><w:pPr><w:pStyle w:val=\"H\"/></w:pPr></w:pPrChange>")
            + Paragraph(Run("An item."), "<w:numPr><w:numId w:val=\"3\"/></w:numPr>")
            + Paragraph(Run("Taken out of the list."), "<w:numPr><w:numId w:val=\"0\"/></w:numPr>");
        Assert.Equal(
            [(SegmentKind.Body, "Only text."), (SegmentKind.ListItem, "An item."), (SegmentKind.Body, "Taken out of the list.")],
            Segments(Read(Docx(body), "a.docx")));
    }

    [Fact]
    public void A_text_box_inside_a_sentence_is_read_once_and_does_not_cut_the_sentence()
    {
        var body = Paragraph(Run("The pump ") + "<w:r>" + Box + "</w:r>" + Run("stands."));
        Assert.Equal([(SegmentKind.Body, "in a box"), (SegmentKind.Body, "The pump stands.")], Segments(Read(Docx(body), "a.docx")));
    }

    [Fact]
    public void Hidden_text_is_left_out_and_what_is_shown_again_is_not()
    {
        const string Styles = "<w:style w:type=\"character\" w:styleId=\"X\"><w:name w:val=\"Notiz\"/><w:rPr><w:vanish/></w:rPr></w:style>"
            + "<w:style w:type=\"character\" w:styleId=\"P\"><w:name w:val=\"Placeholder Text\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Y\"><w:name w:val=\"Regie\"/><w:rPr><w:vanish/></w:rPr></w:style>";
        var body = Paragraph(
                Run("The ") + Run("secret ", "<w:vanish/>") + Run("hidden ", "<w:rStyle w:val=\"X\"/>") + Run("shown ", "<w:rStyle w:val=\"X\"/><w:vanish w:val=\"0\"/>")
                + Run("Click to enter text. ", "<w:rStyle w:val=\"P\"/>") + Run("pump."),
                "<w:rPr><w:vanish/></w:rPr>")
            + Paragraph(Run("To the author."), "<w:pStyle w:val=\"Y\"/>");
        Assert.Equal([(SegmentKind.Body, "The shown pump.")], Segments(Read(Docx(body, styles: Styles), "a.docx")));
    }

    [Fact]
    public void Fields_give_their_results_and_links_their_words()
    {
        var body = Paragraph(
                Run("See ") + Field("REF _1 \\h", Run("Figure 3")) + Run(" of the ") + "<w:hyperlink>" + Run("valve manual") + "</w:hyperlink>"
                + Run(", page ") + "<w:fldSimple w:instr=\"PAGE\">" + Run("7") + "</w:fldSimple>" + Run("."))
            + Paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>" + Field("MERGEFIELD kind", Run("raw value"))
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + Run("The seal.") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
            + Paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>")
            + Paragraph(Run("Behind a broken field."));
        Assert.Equal(
            [(SegmentKind.Body, "See Figure 3 of the valve manual, page 7."), (SegmentKind.Body, "The seal."), (SegmentKind.Body, "Behind a broken field.")],
            Segments(Read(Docx(body), "a.docx")));
    }

    [Fact]
    public void A_field_that_makes_a_list_of_contents_or_of_references_is_no_running_text()
    {
        var body = Paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                + "<w:hyperlink>" + Run("1 Pumps") + "<w:r><w:tab/></w:r>" + Field("PAGEREF _1", Run("4")) + "</w:hyperlink>")
            + Paragraph(Run("2 Valves 9") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
            + Paragraph(Run("The pump stands."))
            + Paragraph(Field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", Run("Smith, J.: Pumps. 1999.")))
            + Paragraph(Field("TOC \\c never closed", Run("3 Shafts")).Replace("w:fldCharType=\"end\"", "w:fldCharType=\"x\"", StringComparison.Ordinal))
            + Paragraph(Run("Pumps"), "<w:pStyle w:val=\"H\"/>")
            + Paragraph(Run("The shaft turns."));
        Assert.Equal(
            [
                (SegmentKind.Contents, "1 Pumps 4"), (SegmentKind.Contents, "2 Valves 9"), (SegmentKind.Body, "The pump stands."),
                (SegmentKind.Reference, "Smith, J.: Pumps. 1999."), (SegmentKind.Contents, "3 Shafts"), (SegmentKind.Heading, "Pumps"), (SegmentKind.Body, "The shaft turns."),
            ],
            Segments(Read(Docx(body), "a.docx")));
    }

    [Fact]
    public void What_stands_under_a_heading_of_references_is_a_reference_until_the_next_heading()
    {
        var body = Paragraph(Run("7 Literatur"), "<w:pStyle w:val=\"H\"/>") + Paragraph(Run("Müller, K.: Pumpen. Berlin 1999."))
            + Paragraph(Run("[2] Meier: Ventile."), "<w:numPr><w:numId w:val=\"2\"/></w:numPr>")
            + Paragraph(Run("Anhang"), "<w:pStyle w:val=\"H\"/>") + Paragraph(Run("Die Welle."));
        Assert.Equal(
            [
                (SegmentKind.Heading, "7 Literatur"), (SegmentKind.Reference, "Müller, K.: Pumpen. Berlin 1999."), (SegmentKind.Reference, "[2] Meier: Ventile."),
                (SegmentKind.Heading, "Anhang"), (SegmentKind.Body, "Die Welle."),
            ],
            Segments(Read(Docx(body), "a.docx")));
    }

    [Fact]
    public void What_stands_under_a_heading_of_the_imprint_and_entries_with_leaders_are_told_from_text()
    {
        var body = Paragraph(Run("Impressum"), "<w:pStyle w:val=\"H\"/>") + Paragraph(Run("Jane Doe, Sometown"))
            + Paragraph(Run("Pumpen"), "<w:pStyle w:val=\"H\"/>") + Paragraph(Run("1 Wellen ........ 7")) + Paragraph(Run("Die Welle."));
        Assert.Equal(
            [
                (SegmentKind.Heading, "Impressum"), (SegmentKind.Imprint, "Jane Doe, Sometown"),
                (SegmentKind.Heading, "Pumpen"), (SegmentKind.Contents, "1 Wellen ........ 7"), (SegmentKind.Body, "Die Welle."),
            ],
            Segments(Read(Docx(body), "a.docx")));
    }

    [Fact]
    public void Heads_and_feet_of_pages_are_kept_once_each_and_endnotes_are_text()
    {
        var head = Paragraph(Run("Bioreactor handbook"));
        var document = Read(
            Docx(Paragraph(Run("The pump.")), parts:
            [
                ("header", "hdr", head), ("header", "hdr", head), ("footer", "ftr", Paragraph("<w:fldSimple w:instr=\"PAGE\">" + Run("3") + "</w:fldSimple>")),
                ("endnotes", "endnotes", "<w:endnote>" + Paragraph(Run("At the end.")) + "</w:endnote>"), ("comments", "comments", Paragraph(Run("A remark."))),
            ]),
            "a.docx");
        Assert.Equal(
            [(SegmentKind.Body, "The pump."), (SegmentKind.Body, "At the end."), (SegmentKind.RunningHead, "Bioreactor handbook"), (SegmentKind.RunningHead, "3")],
            Segments(document));
        Assert.Equal(["", "footnotes", "endnotes", "headers and footers"], document.Pages.Select(page => page.Anchor));
    }

    [Fact]
    public void Hyphens_spaces_symbols_and_decomposed_letters_are_what_a_person_sees()
    {
        var body = Paragraph(
            Run("Kühl\u00ADwas") + "<w:r><w:softHyphen/></w:r>" + Run("ser u\u0308ber 10\u00A0") + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F06D\"/></w:r>" + Run("m, pH")
            + "<w:r><w:noBreakHyphen/></w:r>" + Run("Wert bei 20 ") + "<w:r><w:sym w:font=\"Symbol\" w:char=\"00B0\"/></w:r>" + Run("C")
            + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>" + Run("f\u200Best"));
        Assert.Equal([(SegmentKind.Body, "Kühlwasser über 10 μm, pH\u2011Wert bei 20 °C fest")], Segments(Read(Docx(body), "a.docx")));
    }

    [Fact]
    public void Cells_are_named_by_where_they_stand_though_others_are_merged()
    {
        static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(Run(text))}</w:tc>";
        var body = "<w:tbl><w:tr>" + Cell("Pump", "<w:gridSpan w:val=\"2\"/>") + Cell("Valve") + "</w:tr><w:tr>" + Cell("Shaft", "<w:vMerge w:val=\"restart\"/>")
            + "<w:tc>" + Paragraph(Run("first")) + Paragraph(Run("second")) + "</w:tc>" + Cell("Seal") + "</w:tr></w:tbl>";
        var page = Read(Docx(body), "a.docx").Pages[0];
        Assert.Equal("Pump\nValve\nShaft\nfirst\nsecond\nSeal", page.Content.Text);
        Assert.All(page.Content.Segments, segment => Assert.Equal(SegmentKind.Cell, segment.Kind));
        Assert.Equal(["table 1, A1", "table 1, C1", "table 1, A2", "table 1, B2", "table 1, B2", "table 1, C2"], page.Labels);
    }

    private static string Field(string code, string result) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}
