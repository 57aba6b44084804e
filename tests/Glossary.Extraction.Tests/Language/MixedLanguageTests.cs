using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Tests.Language;

public sealed class MixedLanguageTests
{
    private static readonly string[] English =
    [
        "The centrifugal pump is driven by an electric motor, and the centrifugal pump is cooled by the water of the plant.",
        "If the flow rate of the centrifugal pump falls below the limit, the control valve is opened by the controller.",
        "The controller of the plant is in the cabinet, and the flow rate is shown on the display.",
    ];

    private static readonly string[] German =
    [
        "Die Kühlwasserpumpe wird von einem Elektromotor angetrieben, und die Kühlwasserpumpe steht im Keller der Anlage.",
        "Der Volumenstrom der Kühlwasserpumpe wird mit einem Durchflussmesser gemessen, der an der Leitung sitzt.",
    ];

    [Fact]
    public void Each_block_is_analysed_in_its_own_language()
    {
        var document = new DocumentBuilder().Body(English).Heading("Betrieb").Body(German).NextPage().Body(English).Build();
        var result = Extract(document, new ExtractionOptions { MinimumScore = 0 });

        Assert.Equal("en", result.Language);
        Assert.Equal("en", result.Candidates.Single(candidate => candidate.Text == "centrifugal pump").Language);
        Assert.Equal("de", result.Candidates.Single(candidate => candidate.Text == "Kühlwasserpumpe").Language);
        Assert.DoesNotContain(result.Candidates, candidate => candidate.Language == "en" && candidate.Text.Contains("Kühlwasser", StringComparison.Ordinal));
        Assert.Equal(
            result.Tokens,
            Extract(document, new ExtractionOptions { MinimumScore = 0, Language = "en" }).Tokens);
    }

    [Fact]
    public void Every_occurrence_stands_in_the_sentence_that_it_names()
    {
        var document = new DocumentBuilder().Body(English[0], German[0], English[1], German[1], English[2]).Build();
        var result = Extract(document, new ExtractionOptions { MinimumScore = 0 });
        var spans = Assert.Single(result.Sentences).Spans;

        Assert.Equal(spans.OrderBy(span => span.Start), spans);
        Assert.Equal(["de", "en"], result.Candidates.Select(candidate => candidate.Language).Distinct().Order());
        foreach (var candidate in result.Candidates)
        {
            foreach (var place in candidate.Occurrences)
            {
                Assert.Contains(candidate.Forms, form => form.Text == document.Pages[0].Text.Substring(place.Start, place.Length));
                Assert.InRange(place.Start, spans[place.Sentence].Start, spans[place.Sentence].Start + spans[place.Sentence].Length - 1);
            }
        }
    }

    [Fact]
    public void A_language_that_is_asked_for_holds_for_all_blocks()
    {
        var document = new DocumentBuilder().Body(English).Body(German).Build();
        Assert.All(Extract(document, new ExtractionOptions { Language = "de" }).Candidates, candidate => Assert.Equal("de", candidate.Language));
    }

    [Fact]
    public void Terms_of_a_language_that_is_not_supported_are_not_called_English()
    {
        const string French = "La pompe tourne avec un moteur électrique puissant ; le débit du liquide est mesuré par une sonde qui se trouve près du réservoir principal de cette installation.";
        var result = Extract(DocumentBuilder.OfBody(French, French), new ExtractionOptions { MinimumScore = 0 });
        Assert.Equal("und", result.Language);
        Assert.NotEmpty(result.Candidates);
        Assert.All(result.Candidates, candidate => Assert.Equal("und", candidate.Language));
    }

    private static ExtractionResult Extract(DocumentText document, ExtractionOptions options) =>
        TermExtractor.Extract(document, options, cancellationToken: TestContext.Current.CancellationToken);
}
