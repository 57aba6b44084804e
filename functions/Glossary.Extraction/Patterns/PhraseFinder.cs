using Glossary.Extraction.Analysis;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Tagging;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Patterns;

/// <summary>
/// Finds the spans of a sentence that are made like terms. English: adjectives, participles and nouns before a noun, and two such
/// joined by “of”; German: adjectives and nouns before a noun, a noun with its genitive, two nouns joined by a preposition.
/// Standards (“DIN EN 1993-1-1”) are found by their bodies' names.
/// </summary>
internal sealed class PhraseFinder(LanguageData data, int maximumWords)
{
    private readonly bool german = data.Code == "de";
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> breakers = data.Lists.Breakers.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> weakStarts = data.Lists.WeakStarts.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> abbreviations = data.Lists.Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    private enum Role : byte
    {
        None,
        Modifier,
        Head,
    }

    /// <summary>Appends the spans of a sentence.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="spans">Receives the spans; those of one phrase stand together, the longest first.</param>
    public void Find(AnalyzedPage page, in Sentence sentence, List<PhraseSpan> spans)
    {
        Span<Role> roles = stackalloc Role[sentence.To - sentence.From];
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = RoleOf(page, sentence.From + i, sentence);
        }

        var at = 0;
        while (at < roles.Length)
        {
            if (Standard(page, sentence.From + at, sentence.To) is > 0 and var length)
            {
                spans.Add(new PhraseSpan(sentence.From + at, sentence.From + at + length, PhraseKind.Standard, true));
                at += length;
                continue;
            }

            if (roles[at] == Role.None)
            {
                at++;
                continue;
            }

            var end = at;
            while (end < roles.Length && roles[end] != Role.None)
            {
                end++;
            }

            AddRun(page, sentence.From, roles, at, end, spans);
            AddJoined(page, sentence, roles, at, end, spans);
            at = end;
        }
    }

    private void AddRun(AnalyzedPage page, int offset, ReadOnlySpan<Role> roles, int from, int to, List<PhraseSpan> spans)
    {
        while (to > from && roles[to - 1] != Role.Head)
        {
            to--;
        }

        var maximal = true;
        for (var length = Math.Min(maximumWords, to - from); length >= 1; length--)
        {
            for (var start = from; start + length <= to; start++)
            {
                if (roles[start + length - 1] == Role.Head && CanBegin(page, offset + start, length))
                {
                    spans.Add(new PhraseSpan(offset + start, offset + start + length, PhraseKind.Noun, maximal));
                    maximal = false;
                }
            }
        }
    }

    // Two phrases with a preposition or a genitive article between them.
    private void AddJoined(AnalyzedPage page, in Sentence sentence, ReadOnlySpan<Role> roles, int from, int to, List<PhraseSpan> spans)
    {
        var second = to + 1;
        if (second >= roles.Length || roles[to - 1] != Role.Head || roles[second] == Role.None || !IsJoint(Text(page, sentence.From + to)))
        {
            return;
        }

        var end = second;
        while (end < roles.Length && roles[end] != Role.None)
        {
            end++;
        }

        while (end > second && roles[end - 1] != Role.Head)
        {
            end--;
        }

        // The head with at most one modifier on either side: longer ones are sentences rather than terms.
        for (var start = to - 1; start >= Math.Max(from, to - 2); start--)
        {
            var length = end - start;
            if (end > second && length <= maximumWords && end - second <= 2 && CanBegin(page, sentence.From + start, length)
                && !IsWeak(Text(page, sentence.From + second)))
            {
                spans.Add(new PhraseSpan(sentence.From + start, sentence.From + end, PhraseKind.Joined, false));
            }
        }
    }

    private bool IsJoint(ReadOnlySpan<char> word) => german ? word is "des" or "der" or "von" or "für" or "mit" : word is "of" or "for";

    private bool CanBegin(AnalyzedPage page, int token, int length) => length == 1 || !IsWeak(Text(page, token));

    private bool IsWeak(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Math.Min(word.Length, 64)];
        return word.Length <= lower.Length && weakStarts.Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    private Role RoleOf(AnalyzedPage page, int index, in Sentence sentence)
    {
        var token = page.Tokens[index];
        if (token.Kind is not (TokenKind.Word or TokenKind.Mixed))
        {
            return Role.None;
        }

        var word = Text(page, index);
        if (word.Length > 60 || !WordShape.IsWordly(word))
        {
            return Role.None;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        if (breakers.Contains(lower) && !(WordShape.KeepsCase(word) && !sentence.IsUpperCase))
        {
            return Role.None;
        }

        if (abbreviations.Contains(lower) && token.End < page.Page.Text.Length && page.Page.Text[token.End] == '.')
        {
            return Role.None;
        }

        // A suspended part (“Ein- und Ausgang”) is half a word.
        if (word[^1] is '-' || (token.End < page.Page.Text.Length && page.Page.Text[token.End] == '-'))
        {
            return Role.None;
        }

        if (!sentence.IsUpperCase && (WordShape.KeepsCase(word) || token.Kind == TokenKind.Mixed))
        {
            return Role.Head;
        }

        return token.Tag switch
        {
            PartOfSpeech.Noun or PartOfSpeech.ProperNoun => german && !sentence.IsUpperCase && char.IsLower(word[0]) ? Role.None : Role.Head,
            PartOfSpeech.Adjective => Role.Modifier,
            PartOfSpeech.Participle => IsBeforeNoun(page, index, sentence) ? Role.Modifier : Role.None,
            PartOfSpeech.Gerund => german ? Role.None : IsBeforeNoun(page, index, sentence) ? Role.Modifier : Role.None,
            _ => Role.None,
        };
    }

    // A verb's form is part of a name only before a noun: “dissolved oxygen”, “operating system”.
    private static bool IsBeforeNoun(AnalyzedPage page, int index, in Sentence sentence) =>
        index + 1 < sentence.To && page.Tokens[index + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun
        && (index == sentence.From || page.Tokens[index - 1].Tag is not (PartOfSpeech.Particle or PartOfSpeech.Pronoun));

    // One or more bodies, then the number: “DIN EN ISO 9001:2015”, “VDI 2221”.
    private static int Standard(AnalyzedPage page, int from, int to)
    {
        var at = from;
        while (at < to && page.Tokens[at].Kind == TokenKind.Word && WordShape.IsStandardBody(Text(page, at)))
        {
            at++;
            if (at < to && Text(page, at) is "/" or "-")
            {
                at++;
            }
        }

        return at > from && at < to && page.Tokens[at].Kind is TokenKind.Number or TokenKind.Mixed && char.IsAsciiDigit(Text(page, at)[0])
            ? at + 1 - from
            : 0;
    }

    private static ReadOnlySpan<char> Text(AnalyzedPage page, int token) => page.Page.Text.AsSpan(page.Tokens[token].Start, page.Tokens[token].Length);
}

/// <summary>A span of tokens that is made like a term.</summary>
/// <param name="From">First token.</param>
/// <param name="To">Token after the last.</param>
/// <param name="Kind">By which pattern.</param>
/// <param name="IsMaximal">Whether it is the longest of its phrase.</param>
internal readonly record struct PhraseSpan(int From, int To, PhraseKind Kind, bool IsMaximal)
{
    public int Length => To - From;
}

/// <summary>By which pattern a span was found.</summary>
internal enum PhraseKind : byte
{
    /// <summary>A noun with what stands before it.</summary>
    Noun,

    /// <summary>Two phrases joined by a preposition or a genitive.</summary>
    Joined,

    /// <summary>A standard with its number.</summary>
    Standard,
}
