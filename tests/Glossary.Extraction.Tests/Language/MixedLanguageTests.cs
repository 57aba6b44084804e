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

    private static readonly string[] French =
    [
        "La pompe centrifuge est entraînée par un moteur électrique. Le débit de la pompe centrifuge est mesuré par un capteur de pression monté à la sortie du réservoir.",
        "L'échangeur de chaleur et la soupape de sécurité sont contrôlés par un automate programmable industriel (API). Le capteur de pression doit être étalonné tous les ans.",
    ];

    [Fact]
    public void A_language_that_is_not_supported_is_not_called_English_and_gives_phrases_and_words_that_come_again()
    {
        var result = Extract(DocumentBuilder.OfBody(French), new ExtractionOptions { AllowList = ["ans"] });
        Assert.Equal("und", result.Language);
        Assert.All(result.Candidates, candidate => Assert.Equal("und", candidate.Language));
        Assert.Superset(
            new HashSet<string> { "pompe centrifuge", "pression", "API", "ans" }, result.Candidates.Select(candidate => candidate.Text).ToHashSet());
        Assert.DoesNotContain(result.Candidates, candidate => candidate.Text is "le" or "la" or "de" or "est" or "par" or "doit" or "sont" or "tous");
    }

    [Fact]
    public void Blocks_in_languages_that_are_supported_keep_theirs_in_a_document_that_is_not()
    {
        var document = new DocumentBuilder().Body([.. Enumerable.Repeat(French, 8).SelectMany(text => text)]).NextPage().Body(English).NextPage().Body(German).Build();
        var candidates = Extract(document, new ExtractionOptions { MinimumScore = 0 }).Candidates;
        Assert.Equal("en", candidates.Single(candidate => candidate.Text == "flow rate").Language);
        Assert.Equal("de", candidates.Single(candidate => candidate.Text == "Kühlwasserpumpe").Language);
        Assert.Equal("und", candidates.Single(candidate => candidate.Text == "pompe centrifuge").Language);
    }

    private static ExtractionResult Extract(DocumentText document, ExtractionOptions options) =>
        TermExtractor.Extract(document, options, cancellationToken: TestContext.Current.CancellationToken);
}
