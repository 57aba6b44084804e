using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Tests.Lexicon;

public sealed class EnglishLemmasTests
{
    [Theory]
    [InlineData("pumps", "pump")]
    [InlineData("valves", "valve")]
    [InlineData("batteries", "battery")]
    [InlineData("boxes", "box")]
    [InlineData("switches", "switch")]
    [InlineData("caches", "cache")]
    [InlineData("processes", "process")]
    [InlineData("classes", "class")]
    [InlineData("indices", "index")]
    [InlineData("matrices", "matrix")]
    [InlineData("analyses", "analysis")]
    [InlineData("criteria", "criterion")]
    [InlineData("bacteria", "bacterium")]
    [InlineData("databases", "database")]
    [InlineData("gases", "gas")]
    [InlineData("buses", "bus")]
    [InlineData("lenses", "lens")]
    [InlineData("biases", "bias")]
    [InlineData("viruses", "virus")]
    [InlineData("apparatuses", "apparatus")]
    [InlineData("potatoes", "potato")]
    [InlineData("knives", "knife")]
    [InlineData("bioreactors", "bioreactor")]
    [InlineData("by-products", "by-product")]
    [InlineData("sub-analyses", "sub-analysis")]
    public void A_plural_folds_into_its_singular(string plural, string singular) => Assert.Equal(singular, Noun(plural));

    [Theory]
    [InlineData("gas")]
    [InlineData("analysis")]
    [InlineData("axis")]
    [InlineData("process")]
    [InlineData("apparatus")]
    [InlineData("series")]
    [InlineData("bus")]
    [InlineData("thermodynamics")]
    [InlineData("biomass")]
    [InlineData("pump")]
    public void A_singular_that_ends_like_a_plural_stays(string word) => Assert.Equal(word, Noun(word));

    private static string Noun(string word) => new EnglishLemmas().Noun(word, LanguageData.English.Frequencies);
}
