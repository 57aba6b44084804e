using Glossary.Extraction.Analysis;
using Glossary.Extraction.Tagging;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Abbreviations;

/// <summary>Tells whether words can be the full form of an abbreviation.</summary>
internal static class FullForms
{
    /// <summary>
    /// The token after the last of a full form whose words, or the parts of its hyphenated words, begin with the letters of the short
    /// form in their order; only words of grammar may be passed over. −1 where there is none.
    /// </summary>
    public static int EndOfInitials(AnalyzedPage page, ReadOnlySpan<char> shortForm, int from, int to)
    {
        var letter = Next(shortForm, 0);
        for (var token = from; token < to; token++)
        {
            var word = page.TextOf(token);
            if (page.Tokens[token].Kind == TokenKind.Mark)
            {
                if (!MayStandInside(page, token))
                {
                    return -1;
                }

                continue;
            }

            var matched = Initials(word, shortForm, ref letter);
            if (!matched && (token == from || !IsGrammar(page, token)))
            {
                return -1;
            }

            if (matched && letter == shortForm.Length)
            {
                return token + 1;
            }
        }

        return -1;
    }

    /// <summary>
    /// Whether the words of a span carry the letters of a short form: in their order, and each word but those of grammar begins with
    /// one of them. What merely is cut short (“spec” of “specification”) is no abbreviation of this kind.
    /// </summary>
    public static bool Carries(AnalyzedPage page, ReadOnlySpan<char> shortForm, int from, int to)
    {
        if (page.Tokens[from].Kind is not (TokenKind.Word or TokenKind.Mixed) || IsGrammar(page, from))
        {
            return false;
        }

        for (var token = from; token < to; token++)
        {
            if (page.Tokens[token].Kind != TokenKind.Mark && !IsGrammar(page, token)
                && !shortForm.Contains(page.TextOf(token)[..1], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        var longForm = page.Page.Text.AsSpan(page.Tokens[from].Start, page.Tokens[to - 1].End - page.Tokens[from].Start);
        return !longForm.StartsWith(shortForm, StringComparison.OrdinalIgnoreCase) && Matches(shortForm, longForm);
    }

    /// <summary>Whether the letters of a short form stand in a long one in their order, the first at its start.</summary>
    public static bool Matches(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> longForm)
    {
        if (longForm.Length <= shortForm.Length || longForm.IndexOf(shortForm, StringComparison.Ordinal) >= 0)
        {
            return false;
        }

        var at = longForm.Length - 1;
        for (var i = shortForm.Length - 1; i >= 0; i--)
        {
            var letter = char.ToLowerInvariant(shortForm[i]);
            if (!char.IsLetterOrDigit(letter))
            {
                continue;
            }

            while (at >= 0 && (char.ToLowerInvariant(longForm[at]) != letter || (i == 0 && at > 0 && char.IsLetterOrDigit(longForm[at - 1]))))
            {
                at--;
            }

            if (at < 0)
            {
                return false;
            }

            at--;
        }

        return at < 0;
    }

    /// <summary>Whether a mark may stand inside a full form: “gas/liquid”, “Mess-, Steuer- und Regelungstechnik”.</summary>
    public static bool MayStandInside(AnalyzedPage page, int token) =>
        page.TextOf(token) is "-" or "/" or "&" || (token > 0 && page.TextOf(token) is "," && page.TextOf(token - 1) is [.., '-']);

    /// <summary>Whether a word is one of grammar: it may be passed over inside a full form and never begins one.</summary>
    public static bool IsGrammar(AnalyzedPage page, int token) =>
        page.Tokens[token].Has(WordTraits.Stopped)
        || page.Tokens[token].Tag is PartOfSpeech.Adposition or PartOfSpeech.Determiner or PartOfSpeech.Conjunction or PartOfSpeech.Particle;

    // A word takes its first letter, and further ones at its hyphens.
    private static bool Initials(ReadOnlySpan<char> word, ReadOnlySpan<char> shortForm, ref int letter)
    {
        var matched = false;
        for (var i = 0; i < word.Length && letter < shortForm.Length; i++)
        {
            var isInitial = i == 0 || (matched && word[i - 1] is '-' or '‑' or '/');
            if (isInitial && char.ToLowerInvariant(word[i]) == char.ToLowerInvariant(shortForm[letter]))
            {
                matched = true;
                letter = Next(shortForm, letter + 1);
            }
        }

        return matched;
    }

    private static int Next(ReadOnlySpan<char> shortForm, int from)
    {
        while (from < shortForm.Length && !char.IsLetterOrDigit(shortForm[from]))
        {
            from++;
        }

        return from;
    }
}
