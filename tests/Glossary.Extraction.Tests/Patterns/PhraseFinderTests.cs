using Glossary.Extraction.Analysis;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Tests.Patterns;

public sealed class PhraseFinderTests
{
    [Theory]
    [InlineData("The volumetric mass transfer coefficient is high.", "volumetric mass transfer coefficient")]
    [InlineData("A single-use mixing system is sterile.", "single-use mixing system")]
    [InlineData("It shows the dissolved oxygen.", "dissolved oxygen")]
    [InlineData("Check the pH sensor.", "pH sensor")]
    [InlineData("It runs GNU/Linux today.", "GNU/Linux")]
    public void The_longest_phrase_of_nouns_and_what_stands_before_them_is_found(string text, string phrase) =>
        Assert.Contains(phrase, Find(text).Where(span => span.IsMaximal).Select(span => span.Text));

    [Fact]
    public void The_parts_of_a_phrase_that_end_in_a_noun_are_found_after_it()
    {
        var found = Find("The volumetric mass transfer coefficient is high.").Select(span => span.Text).ToList();
        Assert.Equal("volumetric mass transfer coefficient", found[0]);
        Assert.Contains("mass transfer coefficient", found);
        Assert.Contains("mass transfer", found);
        Assert.Contains("coefficient", found);
    }

    [Theory]
    [InlineData("The rate of mass transfer is high.", "rate of mass transfer")]
    [InlineData("The coefficient of friction is low.", "coefficient of friction")]
    public void Two_phrases_joined_by_a_preposition_are_found(string text, string phrase) =>
        Assert.Contains(phrase, Find(text).Where(span => span.Kind == PhraseKind.Joined).Select(span => span.Text));

    [Theory]
    [InlineData("The recovery of criminally acquired assets is slow.", "recovery of criminally acquired assets", false)]
    [InlineData("The rate of decrease of the momentum is high.", "rate of decrease of the momentum", true)]
    [InlineData("It obeys Bernoulli's equation.", "Bernoulli's equation", true)]
    [InlineData("A convention against corruption was signed.", "convention against corruption", true)]
    public void Joints_may_be_prepositions_articles_and_genitives(string text, string phrase, bool found) =>
        Assert.Equal(found, Find(text).Any(span => span.Text == phrase && span.Kind == PhraseKind.Joined));

    [Theory]
    [InlineData("The load is mechanical.", "mechanical")]
    [InlineData("They embezzle money.", "embezzle")]
    [InlineData("It is pneumatically driven.", "pneumatically")]
    public void Single_adjectives_verbs_and_adverbs_are_found(string text, string word) =>
        Assert.Contains(Find(text), span => span.Text == word && span.Kind == PhraseKind.Word);

    [Theory]
    [InlineData("The NACA 4412 was used.", "NACA 4412", true)]
    [InlineData("The NACA 44x2 was used.", "NACA 44x2", true)]
    [InlineData("As TABLE 2 shows, it rises.", "TABLE 2", false)]
    public void A_designation_with_a_number_is_a_name_but_no_part_of_the_document(string text, string name, bool found) =>
        Assert.Equal(found ? 1 : 0, Find(text).Count(span => span.Text == name));

    [Theory]
    [InlineData("These plants are large.", "plants")]
    [InlineData("Which execution approach works?", "execution approach")]
    [InlineData("Use another pump.", "pump")]
    public void A_determiner_is_no_part_of_a_phrase(string text, string phrase) =>
        Assert.Equal(phrase, Find(text).First(span => span.IsMaximal && span.Kind == PhraseKind.Noun).Text);

    [Fact]
    public void A_word_that_only_values_begins_no_phrase() =>
        Assert.DoesNotContain(Find("It is an important heat exchanger."), span => span.Text.StartsWith("important ", StringComparison.Ordinal));

    [Fact]
    public void No_phrase_is_longer_than_asked() =>
        Assert.All(Find("The volumetric mass transfer coefficient is high.", maximumWords: 2), span => Assert.InRange(span.Words, 1, 2));

    [Theory]
    [InlineData("It follows ISO 9001 and more.", "ISO 9001")]
    [InlineData("It follows DIN EN 1993-1-1 here.", "DIN EN 1993-1-1")]
    [InlineData("It follows DIN EN ISO 9001:2015 here.", "DIN EN ISO 9001:2015")]
    [InlineData("It follows VDI 2221.", "VDI 2221")]
    public void A_standard_is_found_with_its_number(string text, string standard) =>
        Assert.Equal(standard, Assert.Single(Find(text), span => span.Kind == PhraseKind.Numbered).Text);

    [Theory]
    [InlineData("Das elektrische Ventil schließt.", "elektrische Ventil")]
    [InlineData("Der Wirkungsgrad der Pumpe sinkt.", "Wirkungsgrad der Pumpe")]
    [InlineData("Die Kühlwasserpumpe läuft.", "Kühlwasserpumpe")]
    public void German_phrases_are_found(string text, string phrase) =>
        Assert.Contains(phrase, Find(text, LanguageData.German).Select(span => span.Text));

    [Fact]
    public void A_suspended_part_of_a_compound_is_no_phrase() =>
        Assert.DoesNotContain("Eingangs", Find("Die Eingangs- und Ausgangsspannung steigt.", LanguageData.German).Select(span => span.Text));

    private static List<(string Text, PhraseKind Kind, bool IsMaximal, int Words)> Find(string text, LanguageData? language = null, int maximumWords = 6)
    {
        var data = language ?? LanguageData.English;
        var page = new PageAnalyzer(data).Analyze(new PageText(1, text, [new TextSegment(0, text.Length, SegmentKind.Body)]));
        List<PhraseSpan> spans = [];
        foreach (var sentence in page.Sentences)
        {
            new PhraseFinder(data, maximumWords).Find(page, sentence, spans);
        }

        return [.. spans.Select(span => (text[page.Tokens[span.From].Start..page.Tokens[span.To - 1].End], span.Kind, span.IsMaximal, span.Length))];
    }
}
