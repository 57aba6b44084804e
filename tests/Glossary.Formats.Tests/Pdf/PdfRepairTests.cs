using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;
using Glossary.Testing;

namespace Glossary.Formats.Tests.Pdf;

/// <summary>Each repair on a document made for it, its count in the report, and good text that looks like what it repairs.</summary>
public sealed class PdfRepairTests
{
    private const string Good = "Phase III of www.example.org is kept by the bookkeeper.";

    [Fact]
    public void A_document_without_faults_is_left_as_it_is()
    {
        var document = Read(RawPdf.Page(RawPdf.Lines(72, 700, Good, "Pump A and Valve B are of class C; x and y are axes in mm.")));
        Assert.Equal(Good + " Pump A and Valve B are of class C; x and y are axes in mm.", Plain(document));
        Assert.Empty(document.Report.Repairs);
    }

    [Fact]
    public void Ligatures_are_written_out_and_other_compatibility_characters_stay()
    {
        // Glyph names of the Adobe Glyph List at codes that are free in the encoding.
        var document = Read(WithEncoding("128 /fi 129 /fl 130 /ff 131 /twosuperior", Show(72, 700, "The \\200rst e\\202ect of the \\201ow is 5 m\\203.")));
        Assert.Equal("The first effect of the flow is 5 m².", Plain(document));
        Assert.Equal(3, document.Report.Repairs["ligatures"]);
    }

    [Fact]
    public void Letters_drawn_twice_to_look_bold_are_one()
    {
        var document = Read(RawPdf.Page(
            Show(72, 700, "Warning") + Show(72.3, 700, "Warning") + Show(72, 680, "The bookkeeper will see all.")));
        Assert.Equal("Warning The bookkeeper will see all.", Plain(document));
        Assert.Equal(7, document.Report.Repairs["doubled-glyphs"]);
    }

    [Theory]
    [InlineData("BT /F1 10 Tf 4 Tc 72 700 Td (WARNING) Tj 0 Tc ET\n", "WARNING")]
    [InlineData("BT /F1 10 Tf 72 700 Td (Read the ) Tj 3 Tc (WARNING) Tj 0 Tc 3 0 Td (   signs.) Tj ET\n", "Read the WARNING signs.")]
    public void Words_set_with_spaces_between_their_letters_are_words(string operators, string expected)
    {
        var document = Read(RawPdf.Page(operators));
        Assert.Equal(expected, Plain(document));
        Assert.Equal(1, document.Report.Repairs["letter-spacing"]);
    }

    [Fact]
    public void Single_letters_side_by_side_are_left()
    {
        var document = Read(RawPdf.Page(RawPdf.Lines(72, 700, "The registers are A B C D E F G H and no more.")));
        Assert.Equal("The registers are A B C D E F G H and no more.", Plain(document));
        Assert.Empty(document.Report.Repairs);
    }

    [Fact]
    public void Codes_in_place_of_letters_are_left_out()
    {
        var document = Read(RawPdf.Page(RawPdf.Lines(72, 700, "The (cid:12)lter of the pump (see cid: no code).")));
        Assert.Equal("The lter of the pump (see cid: no code).", Plain(document));
        Assert.Equal(1, document.Report.Repairs["undecodable-glyphs"]);
    }

    [Fact]
    public void Accents_drawn_over_their_letters_are_one_letter_with_them()
    {
        // Back by the width of the accent, as TeX sets it.
        var document = Read(RawPdf.Page("BT /F1 10 Tf 72 700 Td [(K) (\\250) 445 (uhler und K) (\\250) 445 (uhlmittel)] TJ ET\n"));
        Assert.Equal("Kühler und Kühlmittel", Plain(document));
        Assert.Equal(2, document.Report.Repairs["accents"]);
    }

    [Fact]
    public void A_text_that_runs_into_its_neighbour_is_kept_whole()
    {
        var document = Read(RawPdf.Page(Show(72, 700, "gmoccapy.h-button.button-0") + Show(170, 700, "open homing button")));
        Assert.Equal("gmoccapy.h-button.button-0 open homing button", Plain(document));
        Assert.Equal(1, document.Report.Repairs["overlapping-texts"]);
    }

    [Fact]
    public void Three_columns_are_read_one_after_the_other_and_counted()
    {
        string[] Column(string word) => [.. Enumerable.Range(1, 7).Select(line => $"the {word} turns in line {(char)('a' + line)}")];
        var document = Read(RawPdf.Page(
            RawPdf.Lines(60, 700, Column("pump")) + RawPdf.Lines(230, 700, Column("valve")) + RawPdf.Lines(400, 700, Column("shaft"))));
        var text = Plain(document);
        Assert.True(text.LastIndexOf("pump", StringComparison.Ordinal) < text.IndexOf("valve", StringComparison.Ordinal), text);
        Assert.True(text.LastIndexOf("valve", StringComparison.Ordinal) < text.IndexOf("shaft", StringComparison.Ordinal), text);
        Assert.Equal(2, document.Report.Repairs["columns"]);
    }

    [Fact]
    public void Columns_are_told_apart_though_their_gutter_is_as_narrow_as_a_wide_gap_between_words()
    {
        // Set to 150 points by the spaces between the words, with a gutter of 12 points.
        string Justified(double x, string word) => string.Concat(Enumerable.Range(0, 12).Select(line =>
        {
            var text = $"the {word} {new string((char)('a' + line), 1 + (line % 6))} turns in its housing";
            var missing = 150 - RawPdf.HelveticaWidth(text, 10);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"BT /F1 10 Tf {missing / 6:0.###} Tw {x} {700 - (12 * line)} Td ({text}) Tj ET\n");
        }));
        var document = Read(RawPdf.Page(Justified(60, "pump") + Justified(222, "valve")));
        var text = Plain(document);
        Assert.True(text.LastIndexOf("pump", StringComparison.Ordinal) < text.IndexOf("valve", StringComparison.Ordinal), text);
        Assert.Equal(1, document.Report.Repairs["columns"]);
    }

    [Fact]
    public void The_cells_of_a_table_are_segments_of_their_own()
    {
        var document = Read(RawPdf.Page(
            RawPdf.Lines(72, 700, "Pump", "Valve", "Sensor") + RawPdf.Lines(220, 700, "stainless steel", "cast iron", "titanium") + RawPdf.Lines(400, 700, "2", "4", "8")));
        Assert.Equal(
            ["Pump", "stainless steel", "2", "Valve", "cast iron", "4", "Sensor", "titanium", "8"],
            Of(document, SegmentKind.Cell));
        Assert.Equal(9, document.Report.Repairs["table-cells"]);
        Assert.False(document.Report.Repairs.ContainsKey("columns"));
    }

    [Fact]
    public void A_word_that_is_broken_in_the_first_cell_of_a_row_is_whole()
    {
        var document = Read(RawPdf.Page(
            RawPdf.Lines(72, 700, "Pump", "Engi-", "neering", "Sensor") + RawPdf.Lines(220, 700, "stainless steel", "cast iron") + RawPdf.Lines(220, 658, "titanium")
            + RawPdf.Lines(400, 700, "2", "4") + RawPdf.Lines(400, 658, "8")));
        Assert.Equal(["Pump", "stainless steel", "2", "Engineering", "cast iron", "4", "Sensor", "titanium", "8"], Of(document, SegmentKind.Cell));
    }

    [Fact]
    public void A_table_of_two_columns_is_no_text_in_columns_though_its_cells_are_as_long_as_lines()
    {
        string[] sizes = ["four", "eight", "twelve", "sixteen", "twenty", "thirty", "forty", "sixty"];
        var document = Read(RawPdf.Page(
            RawPdf.Lines(72, 700, [.. sizes.Select(size => $"SET CPU {size[..3].ToUpperInvariant()}")])
            + RawPdf.Lines(220, 700, [.. sizes.Select(size => $"set the size of the memory to {size} kilobytes")])));
        Assert.Equal(sizes.SelectMany(size => new[] { $"SET CPU {size[..3].ToUpperInvariant()}", $"set the size of the memory to {size} kilobytes" }), Of(document, SegmentKind.Cell));
        Assert.False(document.Report.Repairs.ContainsKey("columns"));
    }

    [Fact]
    public void A_cell_of_two_lines_beside_one_of_a_single_line_in_its_middle_does_not_run_into_it()
    {
        string Row(double y, string left, string first, string second, string right) =>
            Centred(120, y - 6, left) + Centred(250, y, first) + Centred(250, y - 12, second) + Centred(400, y - 6, right);
        var document = Read(RawPdf.Page(Row(700, "Pump", "stainless steel", "of good quality", "2 pieces") + Row(660, "Valve", "cast iron", "painted", "4 pieces")
            + Centred(120, 620, "heat") + Centred(120, 608, "exchanger") + Centred(250, 614, "titanium")));
        Assert.Equal(
            ["Pump", "stainless steel of good quality", "2 pieces", "Valve", "cast iron painted", "4 pieces", "heat exchanger", "titanium"],
            Of(document, SegmentKind.Cell));
        Assert.Empty(Of(document, SegmentKind.Body));
        Assert.Equal(8, document.Report.Repairs["table-cells"]);
    }

    [Fact]
    public void Lines_of_a_list_of_parts_that_come_again_at_other_heights_are_no_running_heads()
    {
        var document = Read(RawPdf.Pages(12, number => RawPdf.Lines(
            72, 800 - (9 * number), "Hexagon screw M8 with washer", "Locking ring for the drive shaft", $"Bearing of size {(char)('a' + number)}{(char)('b' + number)}c")));
        Assert.Empty(Of(document, SegmentKind.RunningHead));
        Assert.Equal(12, Of(document, SegmentKind.Body).Count(text => text.Contains("Hexagon screw M8 with washer", StringComparison.Ordinal)));
        Assert.Empty(document.Report.Repairs);
    }

    [Fact]
    public void Captions_are_known_and_sentences_about_figures_are_not_taken_for_them()
    {
        var document = Read(RawPdf.Page(RawPdf.Lines(72, 700, "Figure 3: Section through the pump")
            + RawPdf.Lines(72, 640, "Abb. 2.1 Kreiselpumpe") + RawPdf.Lines(72, 580, "Figure 3 shows the pump from the side.")));
        Assert.Equal(["Figure 3: Section through the pump", "Abb. 2.1 Kreiselpumpe"], Of(document, SegmentKind.Caption));
        Assert.Equal(2, document.Report.Repairs["captions"]);
    }

    [Fact]
    public void The_entries_of_a_list_of_references_stand_apart_until_the_next_heading()
    {
        var document = Read(RawPdf.Page(RawPdf.Lines(72, 700, "The pump is described elsewhere and runs for years.", "It needs no care at all and nobody looks at it.")
            + "BT /F1 14 Tf 72 640 Td (References) Tj ET\n"
            + RawPdf.Lines(72, 610, "[1] Smith, J.: Pumps and valves of the", "north. Berlin 1999.", "[2] Jones, K.: Shafts. London 2001.")
            + "BT /F1 14 Tf 72 540 Td (Appendix) Tj ET\n" + RawPdf.Lines(72, 510, "The shaft is long and made of steel.")));
        Assert.Equal(["[1] Smith, J.: Pumps and valves of the north. Berlin 1999.", "[2] Jones, K.: Shafts. London 2001."], Of(document, SegmentKind.Reference));
        Assert.Equal(2, document.Report.Repairs["references"]);
        Assert.Contains("The shaft is long and made of steel.", Of(document, SegmentKind.Body));
    }

    [Fact]
    public void The_imprint_stands_apart_with_the_parts_that_belong_to_it_until_another_heading()
    {
        var document = Read(RawPdf.Page("BT /F1 14 Tf 72 760 Td (Authors \\(in alphabetical order\\)) Tj ET\n"
            + RawPdf.Lines(72, 735, "Jane Doe, Mixing Systems, Sometown")
            + "BT /F1 14 Tf 72 690 Td (Publisher) Tj ET\n" + RawPdf.Lines(72, 665, "Society of Mixers, Long Avenue 12, Sometown")
            + "BT /F1 14 Tf 72 600 Td (Mixing) Tj ET\n" + RawPdf.Lines(72, 575, "The impeller turns in the vessel and mixes it.", "It needs no care at all and nobody looks at it.")
            + "BT /F1 14 Tf 72 500 Td (Publisher) Tj ET\n" + RawPdf.Lines(72, 475, "A publisher sends messages to its subscribers.")));
        Assert.Equal(["Jane Doe, Mixing Systems, Sometown", "Society of Mixers, Long Avenue 12, Sometown"], Of(document, SegmentKind.Imprint));
        Assert.Equal(2, document.Report.Repairs["imprint"]);
        Assert.Equal(2, Of(document, SegmentKind.Body).Count);
    }

    [Fact]
    public void The_imprint_ends_where_running_text_begins_though_no_heading_is_seen()
    {
        var document = Read(RawPdf.Page("BT /F1 14 Tf 72 760 Td (Authors) Tj ET\n" + RawPdf.Lines(72, 735, "Jane Doe, Mixing Systems, Sometown")
            + RawPdf.Lines(72, 690, "The impeller turns in the vessel and mixes it.", "It needs no care at all and nobody looks at it.")
            + RawPdf.Lines(72, 640, "The Rushton Turbine")
            + "BT /F1 14 Tf 72 600 Td (Acknowledgements) Tj ET\n"
            + RawPdf.Lines(72, 575, "We are grateful to Jane Doe and John Roe for their help with this text.", "They read all of it.")
            + RawPdf.Lines(72, 530, "The shaft is long and is made of steel by people who know what they do.")));
        Assert.Equal(
            ["Jane Doe, Mixing Systems, Sometown", "We are grateful to Jane Doe and John Roe for their help with this text. They read all of it."], Of(document, SegmentKind.Imprint));
        Assert.Equal(3, Of(document, SegmentKind.Body).Count);
    }

    [Fact]
    public void A_justified_line_of_few_words_is_one_line_and_not_a_row_of_cells()
    {
        var document = Read(RawPdf.Page("BT /F1 10 Tf 25 Tw 72 700 Td (Jane Doe, Mixing Systems, Sometown) Tj 0 Tw ET\n"
            + RawPdf.Lines(72, 686, "The impeller turns in the vessel and mixes the broth all day long.")));
        Assert.Empty(Of(document, SegmentKind.Cell));
        Assert.Contains("Jane Doe, Mixing Systems, Sometown", Plain(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_fills_its_column_is_a_cell_by_the_rows_around_it()
    {
        // The gap behind the second row's first cell is narrower than any that parts cells by itself.
        var document = Read(RawPdf.Page(Show(72, 700, "DO") + Show(110, 700, "Dissolved oxygen") + Show(72, 686, "LDPE") + Show(110, 686, "Low-density polyethylene")
            + Show(72, 679, "   ") + Show(72, 672, "PIV") + Show(110, 672, "Particle image velocimetry")));
        Assert.Equal(
            ["DO", "Dissolved oxygen", "LDPE", "Low-density polyethylene", "PIV", "Particle image velocimetry"], Of(document, SegmentKind.Cell));
    }

    [Fact]
    public void A_table_of_contents_is_known_with_leaders_and_without()
    {
        var document = Read(RawPdf.Page(RawPdf.Lines(72, 780, "2.1 Pumps . . . . . . . . . . . 12")
            + "BT /F1 14 Tf 72 740 Td (Contents) Tj ET\n"
            + RawPdf.Lines(72, 710, "1 Safety", "2 Description of the pump", "3 Maintenance") + RawPdf.Lines(500, 710, "iv", "5", "17")
            + "BT /F1 14 Tf 72 640 Td (Safety) Tj ET\n" + RawPdf.Lines(72, 610, "The pump has a mass of about 20", "kilograms when it is empty.")));
        Assert.Equal(["2.1 Pumps . . . . . . . . . . . 12", "1 Safety iv", "2 Description of the pump 5", "3 Maintenance 17"], Of(document, SegmentKind.Contents));
        Assert.Equal(4, document.Report.Repairs["contents"]);
        Assert.Contains("The pump has a mass of about 20 kilograms when it is empty.", Of(document, SegmentKind.Body));
    }

    [Fact]
    public void Heads_that_change_with_the_chapter_and_page_numbers_of_any_kind_are_no_text()
    {
        string[] roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
        var document = Read(RawPdf.Pages(12, number =>
            RawPdf.Lines(72, 800, $"Chapter {number / 4} {"Pumps Valves Shafts Seals".Split(' ')[number / 4]}")
            + RawPdf.Lines(72, 740, "The impeller turns in the vessel and mixes the broth well.")
            + RawPdf.Lines(290, 40, number % 2 == 0 ? roman[number - 1] : $"Page {number} of 12")));
        Assert.Equal(24, Of(document, SegmentKind.RunningHead).Count);
        Assert.Equal(12, document.Report.Repairs["page-numbers"]);
        Assert.Equal(12, document.Report.Repairs["running-heads"]);
        Assert.Equal(12, Of(document, SegmentKind.Body).Count);
    }

    private static string Centred(double middle, double y, string text) => Show(middle - (RawPdf.HelveticaWidth(text, 10) / 2), y, text);

    private static string Show(double x, double y, string text) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n");

    private static byte[] WithEncoding(string differences, string operators) => RawPdf.Page(
        operators,
        resources: $"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [{differences}] >> >> >> >>");

    private static List<string> Of(ReadDocument document, SegmentKind kind) => [.. document.Pages.SelectMany(page => page.Content.Segments
        .Where(segment => segment.Kind == kind).Select(segment => page.Content.Text.Substring(segment.Start, segment.Length)))];

    private static string Plain(ReadDocument document) => string.Join(' ', document.Pages.SelectMany(page =>
        page.Content.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static ReadDocument Read(byte[] bytes) =>
        DocumentReader.Read(new MemoryStream(bytes), "a.pdf", ReadLimits.Default, null, TestContext.Current.CancellationToken);
}
