using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Tests.Lexicon;

public sealed class GeneralLexiconTests
{
    [Theory]
    [InlineData("en", "water")]
    [InlineData("en", "Water")]
    [InlineData("en", "WATER")]
    [InlineData("de", "Wasser")]
    [InlineData("de", "größe")]
    public void A_common_word_is_known_in_any_case(string language, string word) =>
        Assert.True(GeneralLexicon.For(language).Contains(word));

    [Theory]
    [InlineData("en", "wqxzter")]
    [InlineData("en", "")]
    [InlineData("de", "Wssaerx")]
    public void Debris_is_not_known(string language, string word) =>
        Assert.False(GeneralLexicon.For(language).Contains(word));

    [Fact]
    public void A_language_without_a_lexicon_is_named_in_the_error() =>
        Assert.Contains("“fr”", Assert.Throws<ArgumentException>(() => GeneralLexicon.For("fr")).Message);
}
