using Glossary.Extraction.Documents;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Analysis;

/// <summary>A page cut into tagged tokens and sentences.</summary>
/// <param name="Page">Its text.</param>
/// <param name="Tokens">All tokens in order.</param>
/// <param name="Sentences">Sentences as runs of tokens, in order.</param>
/// <param name="Forms">The word forms of its tokens; pages share them, and they are of one document.</param>
internal sealed record AnalyzedPage(PageText Page, Token[] Tokens, Sentence[] Sentences, IReadOnlyList<WordForm> Forms)
{
    /// <summary>The word form of a token.</summary>
    public WordForm FormOf(in Token token) => Forms[token.Form];

    /// <summary>The characters of a token, by its index.</summary>
    public ReadOnlySpan<char> TextOf(int token) => Page.Text.AsSpan(Tokens[token].Start, Tokens[token].Length);
}

/// <summary>A sentence.</summary>
/// <param name="From">Its first token.</param>
/// <param name="To">The token after its last.</param>
/// <param name="Kind">Kind of the segment that it stands in.</param>
/// <param name="IsUpperCase">Whether it is set in capitals, so that its case says nothing.</param>
internal readonly record struct Sentence(int From, int To, SegmentKind Kind, bool IsUpperCase);
