using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Tests.Tokens;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("single-use mixing system", "single-use|mixing|system")]
    [InlineData("the pump’s inlet", "the|pump|’s|inlet")]
    [InlineData("the pump's inlet", "the|pump|'s|inlet")]
    [InlineData("GNU/Linux and TCP/IP", "GNU/Linux|and|TCP/IP")]
    [InlineData("and/or", "and|/|or")]
    [InlineData("C++ or C#, not a+b", "C++|or|C#|,|not|a+|b")]
    [InlineData("3.5 or 1,000 or 10:30", "3.5|or|1,000|or|10:30")]
    [InlineData("e.g. the U.S. one", "e.g|.|the|U.S|.|one")]
    [InlineData("the end. Then", "the|end|.|Then")]
    [InlineData("the end.Then", "the|end|.|Then")]
    [InlineData("open config.txt (twice)", "open|config.txt|(|twice|)")]
    [InlineData("“quoted” – dash", "“|quoted|”|–|dash")]
    [InlineData("⁴Der Quellcode¹ mit m² und CO₂", "⁴|Der|Quellcode|¹|mit|m²|und|CO₂")]
    [InlineData("Ein- und Ausgang", "Ein|-|und|Ausgang")]
    [InlineData("  \n\t", "")]
    public void Text_is_cut_at_its_words_and_marks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Words(text)));

    [Theory]
    [InlineData("kW/m³", nameof(TokenKind.Unit))]
    [InlineData("s-1", nameof(TokenKind.Unit))]
    [InlineData("index.html", nameof(TokenKind.Address))]
    [InlineData("2-5ampdriver.pdf", nameof(TokenKind.Address))]
    [InlineData("example.org", nameof(TokenKind.Address))]
    [InlineData("Node.js", nameof(TokenKind.Word))]
    [InlineData("kg-1", nameof(TokenKind.Unit))]
    [InlineData("cm3", nameof(TokenKind.Unit))]
    [InlineData("A4", nameof(TokenKind.Mixed))]
    [InlineData("H2", nameof(TokenKind.Mixed))]
    [InlineData("mmol/l", nameof(TokenKind.Unit))]
    [InlineData("°C", nameof(TokenKind.Unit))]
    [InlineData("rpm", nameof(TokenKind.Unit))]
    [InlineData("H₂O", nameof(TokenKind.Mixed))]
    [InlineData("GM6-PCI", nameof(TokenKind.Mixed))]
    [InlineData("kLa", nameof(TokenKind.Word))]
    [InlineData("pH", nameof(TokenKind.Word))]
    [InlineData("single-use", nameof(TokenKind.Word))]
    [InlineData("Volumenströme", nameof(TokenKind.Word))]
    [InlineData("3.5", nameof(TokenKind.Number))]
    [InlineData("1,000", nameof(TokenKind.Number))]
    [InlineData("½", nameof(TokenKind.Number))]
    [InlineData("https://example.org/a?b=c", nameof(TokenKind.Address))]
    [InlineData("www.example.org", nameof(TokenKind.Address))]
    [InlineData("jane.doe@example.org", nameof(TokenKind.Address))]
    [InlineData("%", nameof(TokenKind.Mark))]
    public void A_token_knows_what_it_looks_like(string text, string kind)
    {
        var token = Assert.Single(Tokenize(text));
        Assert.Equal((0, text.Length, kind), (token.Start, token.Length, token.Kind.ToString()));
    }

    [Theory]
    [InlineData("at 5 bar", TokenKind.Unit)]
    [InlineData("the status bar", TokenKind.Word)]
    [InlineData("a pump in", TokenKind.Word)]
    public void A_unit_that_is_a_word_as_well_counts_something(string text, object kind) =>
        Assert.Equal(kind, Tokenize(text)[^1].Kind);

    [Theory]
    [InlineData("See https://example.org/a. Then", "https://example.org/a")]
    [InlineData("(see http://example.org/x)", "http://example.org/x")]
    [InlineData("Mail jane@example.org, please", "jane@example.org")]
    public void The_mark_behind_an_address_is_not_part_of_it(string text, string address)
    {
        var token = Assert.Single(Tokenize(text), token => token.Kind == TokenKind.Address);
        Assert.Equal(address, text.Substring(token.Start, token.Length));
    }

    [Fact]
    public void Spans_are_offsets_into_the_whole_text()
    {
        const string Text = "skip me: the kLa value, skipped";
        List<Token> tokens = [];
        Tokenizer.Tokenize(Text, 9, 22, tokens);
        Assert.Equal([(9, 3), (13, 3), (17, 5)], tokens.Select(token => (token.Start, token.Length)));
    }

    [Fact]
    public void A_character_beyond_the_basic_plane_is_one_mark() =>
        Assert.Equal(["a", "😀", "b"], Words("a😀b"));

    [Theory]
    [InlineData("a/")]
    [InlineData("ab,")]
    [InlineData("a.b@")]
    public void A_long_run_without_a_space_is_cut_into_words_of_bounded_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var tokens = Tokenize(text);
        Assert.All(tokens, token => Assert.InRange(token.Length, 1, 2_048));
        Assert.Equal(text.Length, tokens.Sum(token => token.Length));
    }

    private static List<Token> Tokenize(string text)
    {
        List<Token> tokens = [];
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        return tokens;
    }

    private static IEnumerable<string> Words(string text) => Tokenize(text).Select(token => text.Substring(token.Start, token.Length));
}
