using Glossary.Extraction.Analysis;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Patterns;

/// <summary>
/// Finds the spans of a sentence that are made like terms: nouns with the adjectives, participles and nouns before them; two or
/// three such phrases joined by a preposition, an article or an English genitive; single adjectives, verbs and adverbs; names with
/// a number (“DIN EN 1993-1-1”). It finds much: what a span is worth is up to the score.
/// </summary>
internal sealed class PhraseFinder(LanguageData data, int maximumWords)
{
    private readonly WordRoles wordRoles = new(data);

    /// <summary>Appends the spans of a sentence.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="spans">Receives the spans; those of one phrase stand together, the longest first.</param>
    public void Find(AnalyzedPage page, in Sentence sentence, List<PhraseSpan> spans)
    {
        Span<WordRole> roles = stackalloc WordRole[sentence.To - sentence.From];
        wordRoles.Fill(page, sentence, roles);
        var at = 0;
        while (at < roles.Length)
        {
            if (NumberedName.Length(page, sentence, sentence.From + at, data.Lists) is > 0 and var length)
            {
                spans.Add(new PhraseSpan(sentence.From + at, sentence.From + at + length, PhraseKind.Numbered, true));
                if (NumberedName.IsStandard(page, sentence.From + at))
                {
                    at += length;
                    continue;
                }
            }

            if (roles[at] is WordRole.Head or WordRole.Modifier)
            {
                var end = EndOfRun(roles, at);
                AddRun(page, sentence.From, roles, at, end, spans);
                AddJoined(page, sentence, roles, at, end, spans);
                at = end;
            }
            else
            {
                AddWord(sentence.From, roles, at, true, spans);
                at++;
            }
        }
    }

    private static int EndOfRun(ReadOnlySpan<WordRole> roles, int from)
    {
        var end = from;
        while (end < roles.Length && roles[end] is WordRole.Head or WordRole.Modifier)
        {
            end++;
        }

        return end;
    }

    private static int EndOfPhrase(ReadOnlySpan<WordRole> roles, int from)
    {
        var end = EndOfRun(roles, from);
        while (end > from && roles[end - 1] != WordRole.Head)
        {
            end--;
        }

        return end;
    }

    private void AddRun(AnalyzedPage page, int offset, ReadOnlySpan<WordRole> roles, int from, int to, List<PhraseSpan> spans)
    {
        var maximal = true;
        var phraseEnd = EndOfPhrase(roles, from);
        for (var length = Math.Min(maximumWords, phraseEnd - from); length >= 1; length--)
        {
            for (var start = from; start + length <= phraseEnd; start++)
            {
                if (roles[start + length - 1] == WordRole.Head && CanBegin(page, offset + start, length))
                {
                    spans.Add(new PhraseSpan(offset + start, offset + start + length, PhraseKind.Noun, maximal)
                    {
                        IsFreeBefore = start == from,
                        IsFreeBehind = start + length == phraseEnd,
                    });
                    maximal = false;
                }
            }
        }

        for (var at = from; at < to; at++)
        {
            if (roles[at] == WordRole.Modifier)
            {
                AddWord(offset, roles, at, at >= phraseEnd || maximal, spans);
            }
        }
    }

    private static void AddWord(int offset, ReadOnlySpan<WordRole> roles, int at, bool isMaximal, List<PhraseSpan> spans)
    {
        if (roles[at] is WordRole.Modifier or WordRole.Single)
        {
            spans.Add(new PhraseSpan(offset + at, offset + at + 1, PhraseKind.Word, isMaximal));
        }
    }

    // A noun with at most two modifiers, a joint, a phrase, and perhaps once more a joint and a phrase.
    private void AddJoined(AnalyzedPage page, in Sentence sentence, ReadOnlySpan<WordRole> roles, int from, int to, List<PhraseSpan> spans)
    {
        if (roles[to - 1] != WordRole.Head)
        {
            return;
        }

        var end = to;
        for (var joined = 0; joined < 2; joined++)
        {
            var second = AfterJoint(page, sentence, roles, end);
            if (second < 0 || page.Tokens[sentence.From + second].Has(WordTraits.Weak))
            {
                return;
            }

            end = EndOfPhrase(roles, second);
            if (end == second)
            {
                return;
            }

            for (var start = to - 1; start >= Math.Max(from, to - 3); start--)
            {
                if (end - start <= maximumWords && CanBegin(page, sentence.From + start, end - start))
                {
                    spans.Add(new PhraseSpan(sentence.From + start, sentence.From + end, PhraseKind.Joined, false));
                }
            }
        }
    }

    // Index of the first word of a phrase behind a joint at an index, or −1.
    private static int AfterJoint(AnalyzedPage page, in Sentence sentence, ReadOnlySpan<WordRole> roles, int at)
    {
        if (at >= roles.Length || !page.Tokens[sentence.From + at].Has(WordTraits.Joint))
        {
            return -1;
        }

        var second = at + 1;
        if (second < roles.Length && page.Tokens[sentence.From + second].Has(WordTraits.Article))
        {
            second++;
        }

        return second < roles.Length && roles[second] is WordRole.Head or WordRole.Modifier ? second : -1;
    }

    // “New York” is a name, “new pump” is none.
    private static bool CanBegin(AnalyzedPage page, int token, int length) =>
        length == 1 || !page.Tokens[token].Has(WordTraits.Weak) || (token > 0 && char.IsUpper(page.TextOf(token)[0]) && char.IsUpper(page.TextOf(token + 1)[0]));
}

/// <summary>A span of tokens that is made like a term.</summary>
/// <param name="From">First token.</param>
/// <param name="To">Token after the last.</param>
/// <param name="Kind">By which pattern.</param>
/// <param name="IsMaximal">Whether it is the longest of its phrase.</param>
internal readonly record struct PhraseSpan(int From, int To, PhraseKind Kind, bool IsMaximal)
{
    /// <summary>Whether no word of the phrase around it stands before it.</summary>
    public bool IsFreeBefore { get; init; } = true;

    /// <summary>Whether no word of the phrase around it stands behind it.</summary>
    public bool IsFreeBehind { get; init; } = true;

    public int Length => To - From;
}

/// <summary>By which pattern a span was found.</summary>
internal enum PhraseKind : byte
{
    /// <summary>A noun with what stands before it.</summary>
    Noun,

    /// <summary>Phrases joined by prepositions or genitives.</summary>
    Joined,

    /// <summary>A standard or another name with its number.</summary>
    Numbered,

    /// <summary>A single adjective, verb or adverb.</summary>
    Word,
}
