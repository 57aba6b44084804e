using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;
using Glossary.Testing;

namespace Glossary.Formats.Tests.Pdf;

public sealed class PdfTextTests
{
    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        string[] left = ["The pump stands", "in the cellar and", "is driven by an", "electric motor of", "two kilowatts with", "a frequency drive."];
        string[] right = ["A valve closes the", "pipe whenever the", "level in the tank", "falls below the", "lower limit that", "the sensor knows."];
        var text = Text(RawPdf.Page(RawPdf.Lines(72, 700, left) + RawPdf.Lines(320, 700, right)));

        Assert.Contains("The pump stands in the cellar and is driven by an electric motor of two kilowatts with a frequency drive.", Plain(text));
        Assert.Contains("A valve closes the pipe whenever the level in the tank falls below the lower limit that the sensor knows.", Plain(text));
        Assert.True(text.IndexOf("frequency drive", StringComparison.Ordinal) < text.IndexOf("A valve", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_that_a_column_cuts_goes_on_in_the_next_one()
    {
        string[] left = ["The pump stands", "in the cellar and", "is driven by an", "electric motor of", "two kilowatts and", "a risk of cross-"];
        string[] right = ["contamination by", "oil whenever the", "level in the tank", "falls below the", "lower limit that", "the sensor knows."];
        var text = Plain(Text(RawPdf.Page(RawPdf.Lines(72, 700, left) + RawPdf.Lines(320, 700, right))));
        Assert.Contains("a risk of cross-contamination by oil whenever", text);
    }

    [Theory]
    [InlineData("The temper-|ature rises. The temperature falls.", "The temperature rises. The temperature falls.")]
    [InlineData("A single-|use mixer is a single-use device.", "A single-use mixer is a single-use device.")]
    [InlineData("Die Kühlwasser-|pumpe läuft. Die Kühlwasserpumpe steht.", "Die Kühlwasserpumpe läuft. Die Kühlwasserpumpe steht.")]
    [InlineData("Ein- und Aus-|gang sind geschlossen.", "Ein- und Ausgang sind geschlossen.")]
    [InlineData("The high-|pressure pump and the low-|speed shaft run start-to-|finish.", "The high-pressure pump and the low-speed shaft run start-to-finish.")]
    [InlineData("The pre-|heater stands beside the multi-|field bus.", "The preheater stands beside the multifield bus.")]
    [InlineData("Use the carriage-|return/line-feed of the x86-|machine, PDP-|11.", "Use the carriage-return/line-feed of the x86-machine, PDP-11.")]
    [InlineData("DIE GEWÄHR-|LEISTUNG der CAD-|CAM-Anlage und der Pumpe ist aus.", "DIE GEWÄHRLEISTUNG der CAD-CAM-Anlage und der Pumpe ist aus.")]
    [InlineData("Die System-|pumpe und die Kühl-|mittel-Leitung des CAD-|Systems sind auch hier.", "Die Systempumpe und die Kühlmittel-Leitung des CAD-Systems sind auch hier.")]
    [InlineData("Sowohl der Lese-|als auch der Schreibkopf sind neu.", "Sowohl der Lese- als auch der Schreibkopf sind neu.")]
    [InlineData("Phase III of www.example.org is kept by the bookkeeper.", "Phase III of www.example.org is kept by the bookkeeper.")]
    public void Words_cut_at_the_end_of_a_line_are_made_whole_and_whole_words_are_left(string lines, string expected) =>
        Assert.Equal(expected, Plain(Text(RawPdf.Page(RawPdf.Lines(72, 700, lines.Split('|'))))));

    [Fact]
    public void Heads_and_page_numbers_that_repeat_are_no_text_to_take_terms_from()
    {
        var document = Read(RawPdf.Pages(12, number =>
            RawPdf.Lines(72, 800, "Zentrifugal handbook")
            + RawPdf.Lines(72, 700, $"The impeller number {Word(number)} turns in the vessel and mixes the broth.", "It is made of stainless steel and stands on a shaft.")
            + RawPdf.Lines(290, 40, $"{number}")));

        Assert.Equal(12, document.Pages.Count);
        foreach (var page in document.Pages)
        {
            var heads = page.Content.Segments.Where(segment => segment.Kind == SegmentKind.RunningHead).Select(segment => Of(page, segment)).ToList();
            Assert.Contains("Zentrifugal handbook", heads);
            Assert.Contains($"{page.Content.Number}", heads);
            Assert.Contains(page.Content.Segments, segment => segment.Kind == SegmentKind.Body && Of(page, segment).StartsWith("The impeller", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_word_of_a_page_has_a_box_on_it_and_stands_in_the_text()
    {
        var page = Assert.Single(Read(RawPdf.Page(RawPdf.Lines(72, 700, "The volumetric mass transfer coefficient", "depends on the stirrer speed."))).Pages);

        Assert.Equal(
            "The volumetric mass transfer coefficient depends on the stirrer speed.",
            string.Join(' ', page.Words.Select(word => page.Content.Text.Substring(word.Start, word.Length))));
        Assert.All(page.Words, word =>
        {
            Assert.InRange(word.Left, 72 * 10_000 / 595 - 10, 10_000);
            Assert.InRange(word.Top, 0, 10_000);
            Assert.InRange(word.Left + word.Width, word.Left + 1, 10_000);
            Assert.InRange(word.Top + word.Height, word.Top + 1, 2_000);
        });
    }

    [Fact]
    public void Segments_are_in_order_and_apart_and_hold_all_text()
    {
        foreach (var (name, bytes) in Samples.SampleSet.All().Where(sample => sample.Name.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            foreach (var page in Read(bytes, name).Pages)
            {
                var end = 0;
                foreach (var segment in page.Content.Segments)
                {
                    Assert.InRange(segment.Start, end, page.Content.Text.Length);
                    Assert.True(string.IsNullOrWhiteSpace(page.Content.Text[end..segment.Start]), page.Content.Text[end..segment.Start]);
                    end = segment.End;
                }

                Assert.True(string.IsNullOrWhiteSpace(page.Content.Text[end..]));
            }
        }
    }

    [Fact]
    public void The_parts_of_a_manual_are_known_for_what_they_are()
    {
        var (name, bytes) = Samples.SampleSet.All().Single(sample => sample.Name == "bioreactor-manual.en.pdf");
        var document = Read(bytes, name);
        var parts = document.Pages.SelectMany(page => page.Content.Segments.Select(segment => (segment.Kind, Text: Of(page, segment)))).ToList();

        Assert.Contains((SegmentKind.Heading, "2 Safety instructions"), parts);
        Assert.Contains((SegmentKind.RunningHead, "Bioreactor SR-500 – Operating Manual"), parts);
        Assert.Contains(parts, part => part.Kind == SegmentKind.Contents && part.Text.StartsWith("2 Safety instructions", StringComparison.Ordinal));
        Assert.Contains((SegmentKind.Cell, "oxygen transfer rate"), parts);
        Assert.Contains(parts, part => part.Kind == SegmentKind.Caption && part.Text.StartsWith("Figure 1: Vessel of the bioreactor", StringComparison.Ordinal));
        Assert.Contains(parts, part => part.Kind == SegmentKind.ListItem && part.Text.Contains("Check the rupture indicator of the bursting disc before each batch."));
        Assert.InRange(document.Report.Repairs["line-end-hyphens"], 1, 100);
    }

    [Fact]
    public void Every_sentence_of_a_manual_comes_back_as_its_source_has_it()
    {
        foreach (var language in new[] { "en", "de" })
        {
            var (name, bytes) = Samples.SampleSet.All().Single(sample => sample.Name == $"bioreactor-manual.{language}.pdf");
            var text = Plain(string.Join('\n', Read(bytes, name).Pages.SelectMany(page => page.Content.Segments
                .Where(segment => segment.Kind != SegmentKind.RunningHead).Select(segment => Of(page, segment)))));
            var sentences = Samples.Manual.Read(language).Parts.OfType<Samples.ManualText>()
                .Where(part => part.Kind == Samples.PartKind.Paragraph)
                .SelectMany(part => part.Text.Split(". ")).Select(sentence => sentence.TrimEnd('.')).ToList();
            var whole = sentences.Count(sentence => text.Contains(sentence, StringComparison.Ordinal));
            // A sentence may be cut by the end of a page, where running heads stand between its halves.
            Assert.InRange(whole, sentences.Count - 6, sentences.Count);
        }
    }

    private static string Word(int number) => new((char)('a' + number), 4);

    private static string Of(ReadPage page, TextSegment segment) => page.Content.Text.Substring(segment.Start, segment.Length);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(byte[] bytes) => string.Join('\n', Read(bytes).Pages.Select(page => page.Content.Text));

    private static ReadDocument Read(byte[] bytes, string name = "a.pdf") =>
        DocumentReader.Read(new MemoryStream(bytes), name, ReadLimits.Default, null, TestContext.Current.CancellationToken);
}
