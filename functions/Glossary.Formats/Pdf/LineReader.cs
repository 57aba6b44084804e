using System.Buffers;
using System.Runtime.InteropServices;

namespace Glossary.Formats.Pdf;

/// <summary>Puts glyphs together to words and lines by their places.</summary>
internal static class LineReader
{
    // Shares of the font size.
    private const double WordGap = 0.11;

    // A word set with spaces between its letters has at least this many.
    private const int LeastSpaced = 4;
    private const int LeastUnknown = 7;
    private const double EvenGaps = 0.12;
    private const int SizesTried = 8;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyäöüAEIOUYÄÖÜ");

    /// <summary>The lines of a page from the top, each from left to right.</summary>
    public static List<PdfLine> Read(List<Glyph> glyphs, Spellings spellings, RepairCounts repairs)
    {
        var lines = new List<PdfLine>();
        var rows = GlyphRows.Of(glyphs);
        rows.ForEach(row => GlyphOrder.Arrange(row, repairs));
        // Of a row of spaces nothing is left.
        rows.RemoveAll(row => row.Count == 0);
        var edges = new CellEdges(rows);
        for (var i = 0; i < rows.Count; i++)
        {
            var all = CollectionsMarshal.AsSpan(rows[i]);
            var start = 0;
            foreach (var cut in edges.Of(i))
            {
                AddLine(lines, all[start..cut], spellings, repairs);
                start = cut;
            }

            if (start < all.Length)
            {
                AddLine(lines, all[start..], spellings, repairs);
            }
        }

        return lines;
    }

    private static void AddLine(List<PdfLine> lines, ReadOnlySpan<Glyph> glyphs, Spellings spellings, RepairCounts repairs)
    {
        var words = JoinSpaced(glyphs, Words(glyphs, WordThreshold(glyphs, repairs), SpacesCount(glyphs), spellings), spellings, repairs)
            .ConvertAll(word => WithoutCodes(word.Made, repairs));
        words.RemoveAll(word => word.Text.Length == 0);
        if (words.Count == 0)
        {
            return;
        }

        var size = UsualSize(glyphs);
        var baseline = glyphs[0].Baseline;
        var (bold, found) = (0, false);
        foreach (var glyph in glyphs)
        {
            bold += glyph.IsBold ? 1 : 0;
            if (!found && Math.Abs(glyph.Size - size) < 0.1)
            {
                (baseline, found) = (glyph.Baseline, true);
            }
        }

        lines.Add(new PdfLine(words, baseline, size, bold * 2 > glyphs.Length));
    }

    // Where a space is drawn after every letter only the gaps tell.
    private static bool SpacesCount(ReadOnlySpan<Glyph> glyphs)
    {
        var (letters, spaces) = (0, 0);
        foreach (var glyph in glyphs)
        {
            if (!glyph.IsLeader)
            {
                letters++;
                spaces += glyph.FollowsSpace ? 1 : 0;
            }
        }

        return spaces * 2 <= letters;
    }

    private static List<Spelled> Words(ReadOnlySpan<Glyph> glyphs, double threshold, bool spacesCount, Spellings spellings)
    {
        var words = new List<Spelled>();
        var start = 0;
        for (var i = 1; i <= glyphs.Length; i++)
        {
            // A drawn space parts words, unless it is one of the spaces inside a letter-spaced line.
            if (i == glyphs.Length || Gap(glyphs, i) > threshold || (glyphs[i].FollowsSpace && spacesCount && threshold <= WordGap))
            {
                words.Add(new Spelled(start, i, Word(glyphs[start..i], spellings)));
                start = i;
            }
        }

        return words;
    }

    private static double Gap(ReadOnlySpan<Glyph> glyphs, int i) =>
        (glyphs[i].Left - glyphs[i - 1].Right) / Math.Max(glyphs[i].Size, glyphs[i - 1].Size);

    // Letter-spaced lines have a gap after every letter: there the gap between words is what exceeds the usual one.
    private static double WordThreshold(ReadOnlySpan<Glyph> glyphs, RepairCounts repairs)
    {
        Span<double> gaps = glyphs.Length <= 512 ? stackalloc double[glyphs.Length] : new double[glyphs.Length];
        var count = 0;
        for (var i = 1; i < glyphs.Length; i++)
        {
            // The dots that lead to a page number have gaps of their own.
            if (!glyphs[i].IsLeader && !glyphs[i - 1].IsLeader)
            {
                gaps[count++] = Gap(glyphs, i);
            }
        }

        if (count < 5)
        {
            return WordGap;
        }

        gaps = gaps[..count];
        gaps.Sort();
        var usual = gaps[count / 3];
        if (usual <= WordGap)
        {
            return WordGap;
        }

        repairs.Count(Repair.LetterSpacing);
        return usual + WordGap;
    }

    // Four or more single letters with even gaps that spell a word are one word set wide: “W A R N I N G”.
    private static List<Spelled> JoinSpaced(ReadOnlySpan<Glyph> glyphs, List<Spelled> words, Spellings spellings, RepairCounts repairs)
    {
        for (var i = 0; i + LeastSpaced <= words.Count; i++)
        {
            var end = i + 1;
            while (end < words.Count && words[end - 1].IsLetter && words[end].IsLetter
                && Math.Abs(Gap(glyphs, words[end].From) - Gap(glyphs, words[i + 1].From)) < EvenGaps)
            {
                end++;
            }

            if (end - i < LeastSpaced)
            {
                continue;
            }

            var inside = Gap(glyphs, words[i + 1].From);
            var before = i == 0 ? double.MaxValue : Gap(glyphs, words[i].From);
            var after = end == words.Count ? double.MaxValue : Gap(glyphs, words[end].From);
            var (from, to) = (words[i].From, words[end - 1].To);
            var word = new Spelled(from, to, Word(glyphs[from..to], spellings));
            var standsApart = before > inside + EvenGaps && after > inside + EvenGaps;
            if (GeneralWords.Contain(word.Made.Text) || (standsApart && LooksLikeWord(word.Made.Text)))
            {
                words[i] = word;
                words.RemoveRange(i + 1, end - i - 1);
                repairs.Count(Repair.LetterSpacing);
            }
            else
            {
                i = end - 1;
            }
        }

        return words;
    }

    // Single letters side by side may also be the heads of columns: “C D E F”.
    private static bool LooksLikeWord(string text)
    {
        var inSequence = 0;
        for (var i = 1; i < text.Length; i++)
        {
            inSequence += text[i] == text[i - 1] + 1 ? 1 : 0;
        }

        return text.Length >= LeastUnknown && inSequence * 2 < text.Length && text.AsSpan().ContainsAny(Vowels);
    }

    private static double UsualSize(ReadOnlySpan<Glyph> glyphs)
    {
        var (best, most) = (glyphs[0].Size, 0);
        for (var i = 0; i < Math.Min(glyphs.Length, SizesTried) && most * 2 <= glyphs.Length; i++)
        {
            var count = 0;
            foreach (var other in glyphs)
            {
                count += Math.Abs(other.Size - glyphs[i].Size) < 0.05 ? 1 : 0;
            }

            if (count > most)
            {
                (best, most) = (Math.Round(glyphs[i].Size, 1), count);
            }
        }

        return best;
    }

    private static PdfWord Word(ReadOnlySpan<Glyph> glyphs, Spellings spellings)
    {
        var (right, top, bottom) = (double.MinValue, double.MinValue, double.MaxValue);
        foreach (var glyph in glyphs)
        {
            spellings.Append(glyph.Text);
            right = Math.Max(right, glyph.Right);
            top = Math.Max(top, glyph.Top);
            bottom = Math.Min(bottom, glyph.Bottom);
        }

        return new PdfWord(spellings.Take(), glyphs[0].Left, right, top, bottom);
    }

    // What another program wrote in place of letters that it could not decode: “(cid:31)”.
    private static PdfWord WithoutCodes(PdfWord word, RepairCounts repairs)
    {
        const string Opening = "(cid:";
        var text = word.Text;
        for (var at = text.IndexOf(Opening, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Opening, at, StringComparison.Ordinal))
        {
            var end = at + Opening.Length;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end == at + Opening.Length || end == text.Length || text[end] != ')')
            {
                break;
            }

            text = text.Remove(at, end + 1 - at);
            repairs.Count(Repair.UndecodableGlyphs);
        }

        return text.Length == word.Text.Length ? word : word with { Text = text };
    }

    /// <summary>A word and the glyphs that spell it.</summary>
    private readonly record struct Spelled(int From, int To, PdfWord Made)
    {
        public bool IsLetter => Made.Text.Length == 1 && char.IsLetter(Made.Text[0]);
    }
}
