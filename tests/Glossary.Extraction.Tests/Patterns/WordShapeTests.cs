using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Tests.Patterns;

public sealed class WordShapeTests
{
    [Theory]
    [InlineData("OTR", true)]
    [InlineData("pH", true)]
    [InlineData("kLa", true)]
    [InlineData("mRNA", true)]
    [InlineData("PLCs", true)]
    [InlineData("Pump", false)]
    [InlineData("pump", false)]
    [InlineData("K", false)]
    public void The_case_of_an_acronym_or_a_symbol_is_part_of_it(string word, bool keeps) => Assert.Equal(keeps, WordShape.KeepsCase(word));

    [Theory]
    [InlineData("OTR", true)]
    [InlineData("PLCs", true)]
    [InlineData("R&D", true)]
    [InlineData("kLa", false)]
    [InlineData("Pump", false)]
    [InlineData("A", false)]
    [InlineData("EXTRAORDINARY", false)]
    public void An_abbreviation_is_made_of_capitals(string word, bool is_abbreviation) => Assert.Equal(is_abbreviation, WordShape.IsAbbreviation(word));

    [Theory]
    [InlineData("pump", true)]
    [InlineData("kLa", true)]
    [InlineData("x", false)]
    [InlineData("12345", false)]
    [InlineData("my_variable", false)]
    public void A_word_of_a_term_has_letters_and_no_odd_marks(string word, bool is_wordly) => Assert.Equal(is_wordly, WordShape.IsWordly(word));
}
