namespace Glossary.Formats.Pdf;

/// <summary>
/// Decides whether a hyphen at the end of a line belongs to the word. Joined are words that the document or the language knows in
/// one piece; kept are those that the document writes with the hyphen elsewhere, and suspended ones (“Ein- und Ausgang”).
/// </summary>
internal sealed class LineEndHyphens
{
    private static readonly HashSet<string> Conjunctions = new(StringComparer.OrdinalIgnoreCase) { "und", "oder", "bzw.", "and", "or", "sowie", "to", "bis" };

    private readonly Dictionary<string, int> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, bool> isKnown;

    /// <summary>Learns the words of the document.</summary>
    /// <param name="pages">All pages.</param>
    /// <param name="isKnown">Whether the language knows a word.</param>
    public LineEndHyphens(IEnumerable<PdfPageLayout> pages, Func<string, bool> isKnown)
    {
        this.isKnown = isKnown;
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
    }

    /// <summary>How the last word of a line and the first of the next belong together.</summary>
    public Joint Judge(string last, string next)
    {
        if (last.Length < 2 || !EndsWithHyphen(last) || next.Length == 0 || !char.IsLetter(last[^2]))
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

        var head = Bare(last[..^1]);
        var tail = Bare(next);
        var together = words.GetValueOrDefault(head + tail);
        var hyphenated = words.GetValueOrDefault($"{head}-{tail}");
        if (together != hyphenated)
        {
            return together > hyphenated ? Joint.Join : Joint.Keep;
        }

        if (!char.IsLower(next[0]) || (head.Length > 0 && char.IsUpper(head[^1]) && head.Length > 1))
        {
            // “CAD-System”, “pH-Wert”: no word is broken before a capital or after one.
            return Joint.Keep;
        }

        if (isKnown(head + tail))
        {
            return Joint.Join;
        }

        // Two known words side by side are a compound with its own hyphen; otherwise the setter broke the word.
        return head.Length > 3 && tail.Length > 3 && isKnown(head) && isKnown(tail) ? Joint.Keep : Joint.Join;
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
