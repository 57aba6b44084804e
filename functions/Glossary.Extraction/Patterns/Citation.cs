using Glossary.Extraction.Analysis;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Patterns;

/// <summary>Tells the names of authors by what stands beside them: “J. Doe”, “Doe et al.”, “Doe (2013)”, “[Doe 2013]”, “Doe &amp; Roe, 2013”.</summary>
internal static class Citation
{
    /// <summary>Whether a capitalised span stands as an author does.</summary>
    public static bool IsAuthor(AnalyzedPage page, int from, int to, in Sentence sentence)
    {
        // An initial before it.
        if (from - 2 >= sentence.From && page.TextOf(from - 1) is "." && page.Tokens[from - 2].Length == 1 && char.IsUpper(page.TextOf(from - 2)[0]))
        {
            return true;
        }

        if (to >= sentence.To)
        {
            return false;
        }

        var next = page.TextOf(to);
        if (next is "et" && to + 1 < sentence.To && page.TextOf(to + 1).StartsWith("al", StringComparison.Ordinal))
        {
            return true;
        }

        // A second author between the first and the year.
        if (next is "and" or "und" or "&" && to + 2 < sentence.To && char.IsUpper(page.TextOf(to + 1)[0]))
        {
            return IsYear(page, to + 2, sentence);
        }

        return IsYear(page, to, sentence);
    }

    private static bool IsYear(AnalyzedPage page, int at, in Sentence sentence)
    {
        if (at < sentence.To && page.TextOf(at) is "(" or ",")
        {
            at++;
        }

        if (at >= sentence.To || page.Tokens[at].Kind is not (TokenKind.Number or TokenKind.Mixed))
        {
            return false;
        }

        var year = page.TextOf(at);
        return year.Length is 4 or 5 && year[..2] is "18" or "19" or "20" && char.IsAsciiDigit(year[2]) && char.IsAsciiDigit(year[3]);
    }
}
