using Glossary.Extraction.Analysis;
using Glossary.Extraction.Candidates;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Patterns;

/// <summary>Names that end in a number: standards (“DIN EN ISO 9001:2015”, “VDI 2221”) and designations (“NACA 4412”).</summary>
internal static class NumberedName
{
    /// <summary>Number of tokens of the name that begins at a token, or 0.</summary>
    public static int Length(AnalyzedPage page, in Sentence sentence, int from, WordLists lists)
    {
        var at = from;
        while (at < sentence.To && IsStandard(page, at))
        {
            at++;
            if (at < sentence.To && page.TextOf(at) is "/" or "-")
            {
                at++;
            }
        }

        if (at == from)
        {
            // Behind a designation, letters with digits are a word of the phrase.
            return !sentence.IsUpperCase && from + 1 < sentence.To && page.Tokens[from + 1].Kind == TokenKind.Number
                && char.IsAsciiDigit(page.TextOf(from + 1)[0]) && IsDesignation(page, from, lists) ? 2 : 0;
        }

        // A longer chain is a list of bodies and no name.
        var length = at + 1 - from;
        return length <= PhraseKey.MaximumWords && at < sentence.To
            && page.Tokens[at].Kind is TokenKind.Number or TokenKind.Mixed && char.IsAsciiDigit(page.TextOf(at)[0]) ? length : 0;
    }

    /// <summary>Whether a token is the short name of a body that issues standards.</summary>
    public static bool IsStandard(AnalyzedPage page, int token) =>
        page.Tokens[token].Kind == TokenKind.Word && page.Tokens[token].Has(WordTraits.StandardBody);

    // “TABLE 2” and “FIG 3” are set in capitals, but name a part of the document.
    private static bool IsDesignation(AnalyzedPage page, int token, WordLists lists)
    {
        var word = page.TextOf(token);
        if (page.Tokens[token].Kind != TokenKind.Word || word.Length is < 3 or > 6 || word.ContainsAnyExceptInRange('A', 'Z'))
        {
            return false;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return !lists.DocumentParts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }
}
