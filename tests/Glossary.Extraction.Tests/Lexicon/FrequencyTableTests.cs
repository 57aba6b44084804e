using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Tests.Lexicon;

public sealed class FrequencyTableTests
{
    [Theory]
    [InlineData("en", "the", -150, -100)]
    [InlineData("en", "water", -400, -300)]
    [InlineData("en", "bioreactor", -800, -550)]
    [InlineData("de", "und", -200, -100)]
    [InlineData("de", "ventil", -650, -450)]
    public void Centibels_are_the_common_logarithm_of_the_share(string language, string word, int least, int most) =>
        Assert.InRange(Table(language).Centibels(word), least, most);

    [Fact]
    public void A_missing_word_is_rarer_than_any_word_of_the_table()
    {
        var table = Table("en");
        Assert.False(table.Contains("wqxzter"));
        Assert.Equal(FrequencyTable.Unknown, table.Centibels("wqxzter"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void A_table_covers_the_general_language(string language) =>
        Assert.InRange(Table(language).Count, 50_000, 1_000_000);

    private static FrequencyTable Table(string language) =>
        language == "de" ? LanguageData.German.Frequencies : LanguageData.English.Frequencies;
}
