using Glossary.Extraction.Documents;
using static Glossary.Formats.Tests.Office.OfficeFiles;

namespace Glossary.Formats.Tests.Office;

/// <summary>What of a workbook is its text.</summary>
public sealed class XlsxTextTests
{
    [Fact]
    public void Shared_strings_are_read_with_all_their_runs_and_without_how_they_are_spoken()
    {
        var document = Read(
            Xlsx(
                "<si><r><t xml:space=\"preserve\">gear </t></r><r><rPr><b/></rPr><t>pump</t></r><rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh><phoneticPr fontId=\"1\"/></si><si><t/></si><si><t>a_x000D_\nb, not _x005F_x000D_</t></si>",
                ("Parts", "", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>0</v></c></row>")),
            "a.xlsx");
        Assert.Equal([(SegmentKind.Cell, "gear pump"), (SegmentKind.Cell, "a \nb, not _x000D_"), (SegmentKind.Cell, "gear pump")], Segments(document));
    }

    [Fact]
    public void Formulas_give_their_texts_and_numbers_dates_and_errors_give_none()
    {
        const string Rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>CONCAT(\"ball\",\" valve\")</f><v>ball valve</v></c><c r=\"B1\"><f>1+1</f><v>2</v></c>"
            + "<c r=\"C1\" s=\"4\"><v>45292</v></c><c r=\"D1\" t=\"d\"><v>2024-01-01</v></c><c r=\"E1\" t=\"e\"><v>#REF!</v></c><c r=\"F1\" t=\"b\"><v>1</v></c>"
            + "<c r=\"G1\" t=\"n\"><v>3</v></c><c r=\"H1\" t=\"s\"><v>99</v></c></row>";
        Assert.Equal([(SegmentKind.Cell, "ball valve")], Segments(Read(Xlsx("", ("Parts", "", Rows)), "a.xlsx")));
    }

    [Fact]
    public void Hidden_sheets_are_left_out_and_merged_cells_are_read_once_by_their_first_name()
    {
        static string Row(string text) => $"<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>{text}</t></is></c><c r=\"C3\"/><c r=\"D3\"/></row>";
        var document = Read(
            Xlsx("", ("Lists", "state=\"veryHidden\"", Row("choice")), ("Old", "state=\"hidden\"", Row("old valve")), ("Parts", "state=\"visible\"", Row("drive shaft"))), "a.xlsx");
        var page = Assert.Single(document.Pages);
        Assert.Equal(("drive shaft", "Parts, B3"), (page.Content.Text, page.PlaceOf(0)));
    }

    [Fact]
    public void A_long_cell_is_running_text()
    {
        const string Sentence = "The centrifugal pump is started only when the valve in its suction line is open and the vessel is full.";
        Assert.Equal(
            [(SegmentKind.Body, Sentence)],
            Segments(Read(Xlsx("", ("Parts", "", $"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{Sentence}</t></is></c></row>")), "a.xlsx")));
    }
}
