using CsCheck;
using Glossary.Search.Queries;

namespace Glossary.Search.Tests;

public sealed class QueryParserTests
{
    private static readonly string[] Words = ["pump", "valve", "shaft", "seal", "ring"];

    private static readonly string[] Pieces =
    [
        "AND", "OR", "NOT", "&&", "||", "(", ")", "\"", "“", "-", "+", "!", "~", "~2", "*", "?", ":", "state:", "score:>", "language:de", "term:", " ", "\t",
        "pump", "Ventil", "c++", "pH-value", "a.b", "0.5", "مضخة", "泵", "🧪", "\uD83E", "\0", "é", "ß", "\\", "/", "[", "}", "^",
    ];

    private static readonly Gen<string> Signs = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Signs.List[0, 60].Select(parts => string.Concat(parts)));

    [Fact]
    public void Every_text_is_understood_somehow() => Texts.Sample(text =>
    {
        var node = QueryParser.Parse(text);
        Assert.InRange(Depth(node), 0, 200);
        Assert.InRange(Leaves(node), 0, 64);
    });

    [Fact]
    public void Every_text_is_searched_and_completed_without_an_error()
    {
        using var index = new TestIndex(
            TestIndex.Concept("pump"), TestIndex.Concept("pH value"), TestIndex.Concept("Ventil", "de"), TestIndex.Concept("مضخة", "ar"), TestIndex.Concept("泵", "zh"));

        Texts.Sample(
            text =>
            {
                var answer = index.Answer(text, top: 2);
                Assert.InRange(answer.Hits.Count, 0, Math.Min(2, answer.Total));
                Assert.NotNull(index.Suggest(text));
            },
            iter: 3_000, threads: 1);
    }

    [Fact]
    public void Words_are_all_required_and_none_is_lost() =>
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).List[1, 12].Sample(words =>
        {
            var node = QueryParser.Parse(string.Join(' ', words));
            var found = node is QueryNode.And and ? and.Parts : [node!];
            Assert.Equal(words, found.Cast<QueryNode.Words>().Select(word => word.Text));
        });

    [Fact]
    public void What_is_in_parentheses_is_what_is_in_them() =>
        Signs.List[0, 12].Select(parts => string.Join(' ', parts)).Where(text => !text.AsSpan().ContainsAny("()\"“?")).Sample(text =>
            Assert.Equal(Written(QueryParser.Parse(text)), Written(QueryParser.Parse($"({text})")), StringComparer.Ordinal));

    [Theory]
    [InlineData("a b OR c", "((a b) | c)")]
    [InlineData("a AND (b OR c)", "(a (b | c))")]
    [InlineData("a -b", "(a -b)")]
    [InlineData("NOT NOT a", "a")]
    [InlineData("-(a b)", "-(a b)")]
    [InlineData("a AND", "(a AND)")]
    [InlineData("OR a", "(OR a)")]
    [InlineData("a) b", "(a b)")]
    [InlineData("(a", "a")]
    [InlineData("\"a b\"~3 c", "(\"a b\"~3 c)")]
    [InlineData("\"a b", "\"a b\"~0")]
    [InlineData("„a b“", "\"a b\"~0")]
    [InlineData("state:approved,candidate x", "(state=approved,candidate x)")]
    [InlineData("state:(approved candidate)", "(state=approved | state=candidate)")]
    [InlineData("state:nonsense", "nonsense")]
    [InlineData("score:0.2..0.8", "score=0.2..0.8")]
    [InlineData("http://a", "http://a")]
    [InlineData("what is a pump?", "(what is a pump)")]
    [InlineData("p?mp", "p?mp*")]
    [InlineData("c++", "c++")]
    [InlineData("a - b", "(a - b)")]
    [InlineData("and or not", "(and or not)")]
    public void The_grammar_reads(string text, string expected) => Assert.Equal(expected, Written(QueryParser.Parse(text)));

    private static string Written(QueryNode? node) => node switch
    {
        null => string.Empty,
        QueryNode.Words words => words.Text,
        QueryNode.Phrase phrase => $"\"{phrase.Text}\"~{phrase.Slop}",
        QueryNode.Pattern pattern => pattern.Text + "*",
        QueryNode.Fuzzy fuzzy => fuzzy.Text + "~",
        QueryNode.Filter filter => $"{filter.Facet.Name}={string.Join(',', filter.Values)}",
        QueryNode.Score score => FormattableString.Invariant($"score={score.Least}..{score.Most}"),
        QueryNode.And and => $"({string.Join(' ', and.Parts.Select(Written))})",
        QueryNode.Or or => $"({string.Join(" | ", or.Parts.Select(Written))})",
        QueryNode.Not not => "-" + Written(not.Part),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static int Depth(QueryNode? node) => node switch
    {
        QueryNode.And and => 1 + and.Parts.Max(Depth),
        QueryNode.Or or => 1 + or.Parts.Max(Depth),
        QueryNode.Not not => 1 + Depth(not.Part),
        _ => 0,
    };

    private static int Leaves(QueryNode? node) => node switch
    {
        null => 0,
        QueryNode.And and => and.Parts.Sum(Leaves),
        QueryNode.Or or => or.Parts.Sum(Leaves),
        QueryNode.Not not => Leaves(not.Part),
        _ => 1,
    };
}
