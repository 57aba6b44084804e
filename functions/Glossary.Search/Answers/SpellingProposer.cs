using System.Text;
using Glossary.Search.Analysis;
using Glossary.Search.Matching;
using Glossary.Search.Queries;

namespace Glossary.Search.Answers;

/// <summary>Proposes how a text may have been meant in which words are that no term has.</summary>
/// <param name="analysis">Finds the forms of words.</param>
/// <param name="segments">The index.</param>
internal sealed class SpellingProposer(WordAnalysis analysis, IReadOnlyList<SegmentColumns> segments)
{
    private const int ShortestWord = 3;

    /// <summary>The text with words that there are, or null where nothing better is known.</summary>
    public string? Propose(string text)
    {
        var proposal = new StringBuilder(text);
        var isChanged = false;
        foreach (var node in WordsOf(QueryParser.Parse(text)).OrderByDescending(node => node.Start))
        {
            var words = QueryWord.AllOf(node.Text, analysis);
            if (words is [{ Word.Length: >= ShortestWord } word] && !IsKnown(word) && Nearest(word.Word) is { } better)
            {
                proposal.Remove(node.Start, node.Text.Length).Insert(node.Start, better);
                isChanged = true;
            }
        }

        return isChanged ? proposal.ToString() : null;
    }

    private static IEnumerable<QueryNode.Words> WordsOf(QueryNode? node) => node switch
    {
        QueryNode.Words words => [words],
        QueryNode.And and => and.Parts.SelectMany(WordsOf),
        QueryNode.Or or => or.Parts.SelectMany(WordsOf),
        _ => [],
    };

    private bool IsKnown(QueryWord word) => word.Tokens.Any(token => segments.Any(segment => segment.Words.DocumentsOf(token) > 0));

    private string? Nearest(string word)
    {
        var edits = QueryPatterns.EditsFor(word);
        return edits > 0 && QueryPatterns.WordsNear(word, edits, segments) is [var nearest, ..] ? nearest : null;
    }
}
