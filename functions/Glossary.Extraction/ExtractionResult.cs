using Glossary.Extraction.Candidates;

namespace Glossary.Extraction;

/// <summary>What the extractor found in one document.</summary>
/// <param name="Language">BCP 47 tag of the document's main language; <c>und</c> where it is neither English nor German.</param>
/// <param name="Tokens">Number of word tokens analysed.</param>
/// <param name="Marks">Number of the other tokens: punctuation, numbers, units, addresses.</param>
/// <param name="Candidates">Candidates at or above the options' minimum score, by descending score, then ordinal key.</param>
/// <param name="Sentences">Per page, in the order of the document's pages: the sentences found on it.</param>
public sealed record ExtractionResult(
    string Language,
    int Tokens,
    int Marks,
    IReadOnlyList<TermCandidate> Candidates,
    IReadOnlyList<PageSentences> Sentences);

/// <summary>The sentences of one page.</summary>
/// <param name="Page">1-based page number.</param>
/// <param name="Spans">Ascending, non-overlapping spans into the page text.</param>
public sealed record PageSentences(int Page, IReadOnlyList<SentenceSpan> Spans);

/// <summary>A sentence as a span of the page text.</summary>
/// <param name="Start">UTF-16 offset into the page text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public readonly record struct SentenceSpan(int Start, int Length);
