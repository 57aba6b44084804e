using Glossary.Extraction.Documents;

namespace Glossary.Formats.Pdf;

/// <summary>Puts the glyphs of a row in order from left to right, without what is drawn twice, accents on their letters, and two texts that lie over one another apart.</summary>
internal static class GlyphOrder
{
    // Shares of the font size or of a glyph's width.
    private const double SamePlace = 0.08;
    private const double Overlap = 0.5;
    private const double LargestKern = 0.2;
    private const double Jump = 1.45;

    /// <summary>The row in order; its spaces are a mark on what follows them.</summary>
    public static void Arrange(List<Glyph> row, RepairCounts repairs)
    {
        SortByPlace(row);
        RemoveDoubles(row, repairs);
        SetAccents(row, repairs);
        if (HasOverlap(row))
        {
            SetApart(row, repairs);
        }

        MarkSpaces(row);
    }

    // Rows are drawn from left to right for the most part, so there is little to sort.
    private static void SortByPlace(List<Glyph> row)
    {
        for (var i = 1; i < row.Count; i++)
        {
            if (row[i].Left < row[i - 1].Left || (row[i].Left.Equals(row[i - 1].Left) && row[i].Order < row[i - 1].Order))
            {
                row.Sort(static (left, right) => left.Left.CompareTo(right.Left) is var byPlace && byPlace != 0 ? byPlace : left.Order.CompareTo(right.Order));
                return;
            }
        }
    }

    // Some programs make bold by drawing a letter again a hair to the right.
    private static void RemoveDoubles(List<Glyph> row, RepairCounts repairs)
    {
        var kept = 0;
        for (var i = 0; i < row.Count; i++)
        {
            var glyph = row[i];
            var isDouble = false;
            for (var j = kept - 1; j >= 0 && j >= kept - 3 && !isDouble; j--)
            {
                isDouble = glyph.Left - row[j].Left < SamePlace * glyph.Size && row[j].Text == glyph.Text
                    && Math.Abs(row[j].Baseline - glyph.Baseline) < SamePlace * glyph.Size;
            }

            if (isDouble)
            {
                repairs.Count(Repair.DoubledGlyphs, glyph.IsSpace ? 0 : 1);
            }
            else
            {
                row[kept++] = glyph;
            }
        }

        row.RemoveRange(kept, row.Count - kept);
    }

    // An accent that is a glyph of its own lies over its letter.
    private static void SetAccents(List<Glyph> row, RepairCounts repairs)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (Combining(row[i].Text) is not { } mark)
            {
                continue;
            }

            foreach (var neighbour in (ReadOnlySpan<int>)[i + 1, i - 1])
            {
                if (neighbour >= 0 && neighbour < row.Count && Covers(row[neighbour], row[i])
                    && ComposedText.Of(row[neighbour].Text + mark) is { Length: 1 } letter)
                {
                    row[neighbour] = row[neighbour] with { Text = letter };
                    row.RemoveAt(i--);
                    repairs.Count(Repair.Accents);
                    break;
                }
            }
        }
    }

    private static bool Covers(Glyph letter, Glyph accent)
    {
        var middle = (accent.Left + accent.Right) / 2;
        return letter.Text.Length == 1 && char.IsLetter(letter.Text[0]) && middle > letter.Left && middle <= letter.Right + (SamePlace * letter.Size);
    }

    private static char? Combining(string text) => text.Length != 1 ? null : text[0] switch
    {
        '`' => '\u0300',
        '\u00B4' => '\u0301',
        '^' or '\u02C6' => '\u0302',
        '~' or '\u02DC' => '\u0303',
        '\u00A8' => '\u0308',
        '\u02DA' => '\u030A',
        '\u02C7' => '\u030C',
        '\u00B8' => '\u0327',
        >= '\u0300' and <= '\u036F' => text[0],
        _ => null,
    };

    private static bool HasOverlap(List<Glyph> row)
    {
        for (var i = 1; i < row.Count; i++)
        {
            if (LiesOver(row[i - 1], row[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool LiesOver(Glyph before, Glyph glyph) =>
        !before.IsSpace && !glyph.IsSpace && before.Right - glyph.Left > LargestKern * glyph.Size
        && before.Right - glyph.Left > Overlap * Math.Min(before.Right - before.Left, glyph.Right - glyph.Left);

    // A text that runs into the next cell: sorted by place alone, the two would be shuffled like cards. Drawn one after the other, they are told apart.
    private static void SetApart(List<Glyph> row, RepairCounts repairs)
    {
        row.Sort(static (left, right) => left.Order.CompareTo(right.Order));
        var texts = new List<(int From, int To)>();
        var from = 0;
        for (var i = 1; i <= row.Count; i++)
        {
            if (i == row.Count || row[i].Left - row[i - 1].Right > Jump * row[i].Size || LiesOver(row[i - 1], row[i]) || row[i].Left < row[i - 1].Left)
            {
                texts.Add((from, i));
                from = i;
            }
        }

        var inOrder = new List<Glyph>(row.Count);
        var end = double.MinValue;
        foreach (var text in texts.OrderBy(text => row[text.From].Left))
        {
            var overlaps = end - row[text.From].Left > SamePlace * row[text.From].Size;
            repairs.Count(Repair.OverlappingTexts, overlaps ? 1 : 0);
            inOrder.Add(row[text.From] with { OpensText = overlaps });
            inOrder.AddRange(row.GetRange(text.From + 1, text.To - text.From - 1));
            end = Math.Max(end, row[text.To - 1].Right);
        }

        row.Clear();
        row.AddRange(inOrder);
    }

    private static void MarkSpaces(List<Glyph> row)
    {
        var kept = 0;
        var space = false;
        for (var i = 0; i < row.Count; i++)
        {
            var glyph = row[i];
            if (!glyph.IsSpace)
            {
                row[kept++] = glyph with { FollowsSpace = space };
            }

            space = glyph.IsSpace;
        }

        row.RemoveRange(kept, row.Count - kept);
    }
}
