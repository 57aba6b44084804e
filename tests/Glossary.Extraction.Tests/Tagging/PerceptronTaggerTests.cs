using Glossary.Extraction.Analysis;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Tagging;

namespace Glossary.Extraction.Tests.Tagging;

public sealed class PerceptronTaggerTests
{
    [Theory]
    [InlineData("The pump moves the liquid .", "Determiner Noun Verb Determiner Noun Punctuation")]
    [InlineData("A small valve is mounted in the pipe .", "Determiner Adjective Noun Verb Participle Adposition Determiner Noun Punctuation")]
    [InlineData("We measured 20 samples .", "Pronoun Verb Numeral Noun Punctuation")]
    public void English_words_get_the_part_of_speech_of_their_sentence(string text, string expected) =>
        Assert.Equal(expected, Tags(text, LanguageData.English));

    [Theory]
    [InlineData("Die Pumpe fördert die Flüssigkeit .", "Determiner Noun Verb Determiner Noun Punctuation")]
    [InlineData("Das elektrische Ventil sitzt in einem Gehäuse .", "Determiner Adjective Noun Verb Adposition Determiner Noun Punctuation")]
    public void German_words_get_the_part_of_speech_of_their_sentence(string text, string expected) =>
        Assert.Equal(expected, Tags(text, LanguageData.German));

    [Fact]
    public void A_known_tag_stands_whatever_the_weights_say()
    {
        var model = LanguageData.English.Model;
        var tags = new PartOfSpeech[1];
        PerceptronTagger.Tag(model, [TaggerFeatures.Of("pump")], [PartOfSpeech.Other], tags);
        Assert.Equal(PartOfSpeech.Other, tags[0]);
    }

    [Fact]
    public void Marks_numbers_units_and_addresses_are_tagged_by_their_look() =>
        Assert.Equal("Numeral Symbol Punctuation Other", Tags("5 kW/m³ ; www.example.org", LanguageData.English));

    private static string Tags(string text, LanguageData data)
    {
        var page = new PageAnalyzer(data).Analyze(new PageText(1, text, [new TextSegment(0, text.Length, SegmentKind.Body)]));
        return string.Join(' ', page.Tokens.Select(token => token.Tag));
    }
}
