namespace Glossary.Formats.Pdf;

/// <summary>
/// Decides whether a hyphen at the end of a line belongs to the word. Joined are words that the document or the language knows in
/// one piece; kept are those that the document writes with the hyphen elsewhere, compounds of two English words, and suspended ones
/// (“Ein- und Ausgang”).
/// </summary>
internal sealed class LineEndHyphens
{
    private const int LeastTail = 4;
    private const int LongestAbbreviation = 3;

    private static readonly HashSet<string> Conjunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        "und", "oder", "bzw.", "beziehungsweise", "sowie", "bis", "als", "wie", "noch", "sondern", "statt", "and", "or", "to", "but", "nor", "than",
    };

    // Known as words of their own, but here parts of longer ones.
    private static readonly HashSet<string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "anti", "auto", "bi", "bio", "co", "com", "con", "de", "di", "dis", "electro", "en", "ex", "geo", "hydro", "hyper", "im", "in", "inter", "intra", "ir",
        "macro", "micro", "mini", "mis", "mono", "multi", "non", "per", "photo", "poly", "post", "pre", "pro", "re", "sub", "super", "syn", "tele", "thermo", "trans", "tri",
        "ultra", "un", "uni",
    };

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "able", "ables", "ible", "ibles", "ally", "ings", "less", "ment", "ments", "ness", "tion", "tions", "ward" };

    private readonly Dictionary<string, int> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool isGerman;

    /// <summary>Learns the words of the document, and which language it is in.</summary>
    /// <param name="pages">All pages.</param>
    public LineEndHyphens(IEnumerable<PdfPageLayout> pages)
    {
        foreach (var line in pages.SelectMany(page => page.Rows).SelectMany(row => row.Lines))
        {
            for (var i = 0; i < line.Words.Count; i++)
            {
                var word = Bare(line.Words[i].Text);
                if (word.Length > 1 && !(i == line.Words.Count - 1 && EndsWithHyphen(line.Words[i].Text)))
                {
                    words[word] = words.GetValueOrDefault(word) + 1;
                }
            }
        }

        isGerman = words.Keys.Sum(word => (GeneralWords.Contain(word, "de") ? 1 : 0) - (GeneralWords.Contain(word, "en") ? 1 : 0)) > 0;
    }

    /// <summary>How the last word of a line and the first of the next belong together.</summary>
    public Joint Judge(string last, string next)
    {
        if (last.Length < 2 || !EndsWithHyphen(last) || next.Length == 0 || !char.IsLetterOrDigit(last[^2]))
        {
            return Joint.Space;
        }

        if (Conjunctions.Contains(next))
        {
            return Joint.Space;
        }

        if (last[^1] == '\u00AD')
        {
            return Joint.Join;
        }

        if (!char.IsLetterOrDigit(next[0]))
        {
            return Joint.Space;
        }

        if (char.IsDigit(last[^2]))
        {
            return Joint.Keep;
        }

        var head = Bare(last[..^1]);
        var tail = Bare(next);
        var together = words.GetValueOrDefault(head + tail);
        var hyphenated = words.GetValueOrDefault($"{head}-{tail}");
        return together != hyphenated ? (together > hyphenated ? Joint.Join : Joint.Keep) : JudgeByLanguage(LastLetters(head), FirstLetters(tail));
    }

    // Here are the letters on either side alone: “carriage-|return/line-feed”, “start-to-|finish”.
    private Joint JudgeByLanguage(string head, string tail)
    {
        if (head.Length > LongestAbbreviation && head.All(char.IsUpper) && tail.Length > 0 && tail.All(char.IsUpper))
        {
            return GeneralWords.Contain(head + tail) || !(GeneralWords.Contain(head) || GeneralWords.Contain(tail)) ? Joint.Join : Joint.Keep;
        }

        if (tail.Length == 0 || !char.IsLower(tail[0]) || (head.Length > 1 && char.IsUpper(head[^1])))
        {
            // “CAD-System”, “pH-Wert”: no word is broken before a capital or after one.
            return Joint.Keep;
        }

        // A German compound that goes on in small letters has no hyphen of its own. In English two words make a compound with a hyphen.
        return isGerman || GeneralWords.Contain(head + tail) || !IsWord(head) || Prefixes.Contains(head)
            || tail.Length < LeastTail || !IsWord(tail) || Suffixes.Contains(tail)
            ? Joint.Join
            : Joint.Keep;
    }

    private static bool IsWord(string letters) => letters.Length > 1 && GeneralWords.Contain(letters, "en");

    private static string LastLetters(string word)
    {
        var start = word.Length;
        while (start > 0 && char.IsLetter(word[start - 1]))
        {
            start--;
        }

        return word[start..];
    }

    private static string FirstLetters(string word)
    {
        var end = 0;
        while (end < word.Length && char.IsLetter(word[end]))
        {
            end++;
        }

        return word[..end];
    }

    private static bool EndsWithHyphen(string word) => word[^1] is '-' or '\u00AD' or '\u2010';

    private static string Bare(string word)
    {
        var (start, end) = (0, word.Length);
        while (start < end && !char.IsLetterOrDigit(word[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
        {
            end--;
        }

        return word[start..end];
    }
}

/// <summary>How two parts at a line's end belong together.</summary>
internal enum Joint
{
    /// <summary>Two words.</summary>
    Space,

    /// <summary>One word; the hyphen goes.</summary>
    Join,

    /// <summary>One word; the hyphen stays.</summary>
    Keep,
}
