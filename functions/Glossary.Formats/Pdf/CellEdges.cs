using System.Runtime.InteropServices;

namespace Glossary.Formats.Pdf;

/// <summary>
/// Cuts the rows of a page where text beside text begins: at wide gaps, and at narrow ones where the rows around have a wide one at the
/// same place, as the cells of a table do whose text fills them. A line that is justified over a few words is not cut.
/// </summary>
internal sealed class CellEdges
{
    // Shares of the font size.
    private const double WideGap = 1.45;
    private const double NarrowGap = 0.42;
    private const double LeastWordGap = 0.11;

    // Times the row's own spaces, which are wide in a typewriter's letters.
    private const double WiderThanSpace = 1.4;
    private const double SamePlace = 0.12;

    // A justified line has at least so many gaps, all alike.
    private const int LeastGaps = 3;
    private const double AlikeGaps = 0.1;

    // Rows of one table are no farther apart.
    private const double Apart = 3;

    // Rows above and below that are looked at.
    private const int Around = 12;

    private readonly List<List<Glyph>> rows;
    private readonly List<int>[] cuts;

    /// <summary>Finds the cuts of a page.</summary>
    /// <param name="rows">Its rows from the top, each from left to right.</param>
    public CellEdges(List<List<Glyph>> rows)
    {
        this.rows = rows;
        var gutters = Gutters.Find(rows);
        cuts = [.. rows.Select(row => Wide(CollectionsMarshal.AsSpan(row), gutters))];
        var wide = cuts.ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            cuts[i] = WithNarrow(i, wide);
        }
    }

    /// <summary>Indexes of the glyphs of a row that begin another cell, column or line; ascending.</summary>
    public IReadOnlyList<int> Of(int row) => cuts[row];

    private static List<int> Wide(ReadOnlySpan<Glyph> row, Gutters gutters)
    {
        var found = new List<int>();
        var isJustified = IsJustified(row);
        for (var i = 1; i < row.Length; i++)
        {
            if (row[i].OpensText || (Gap(row, i) > WideGap && !isJustified) || gutters.Part(row[i - 1], row[i]))
            {
                found.Add(i);
            }
        }

        return found;
    }

    // Its gaps are wide, but alike, and each is one space: “Ina      Pahlow,      Aachen,      Germany”.
    private static bool IsJustified(ReadOnlySpan<Glyph> row)
    {
        var (least, most, gaps) = (double.MaxValue, 0.0, 0);
        for (var i = 1; i < row.Length; i++)
        {
            if (Gap(row, i) > NarrowGap)
            {
                if (!row[i].FollowsSpace)
                {
                    return false;
                }

                (least, most, gaps) = (Math.Min(least, Gap(row, i)), Math.Max(most, Gap(row, i)), gaps + 1);
            }
            else if (row[i].FollowsSpace)
            {
                return false;
            }
        }

        return gaps >= LeastGaps && most - least < AlikeGaps * most;
    }

    private List<int> WithNarrow(int index, List<int>[] wide)
    {
        var row = CollectionsMarshal.AsSpan(rows[index]);
        List<int>? more = null;
        var space = LeastSpace(row);
        for (var i = 1; i < row.Length; i++)
        {
            if (Gap(row, i) > Math.Max(NarrowGap, WiderThanSpace * space) && !wide[index].Contains(i) && StandsInTable(index, row[0].Left, row[i], wide))
            {
                more ??= [.. wide[index]];
                more.Add(i);
            }
        }

        more?.Sort();
        return more ?? wide[index];
    }

    // The narrowest gap between words, 0 where there is but one that no space was drawn in.
    private static double LeastSpace(ReadOnlySpan<Glyph> row)
    {
        var (least, spaces, drawn) = (double.MaxValue, 0, 0);
        for (var i = 1; i < row.Length; i++)
        {
            if (Gap(row, i) > LeastWordGap)
            {
                least = Math.Min(least, Gap(row, i));
                spaces++;
                drawn += row[i].FollowsSpace ? 1 : 0;
            }
        }

        return spaces > 1 || drawn > 0 ? least : 0;
    }

    // A row above or below begins where this one does and has a cell that begins where the glyph does; no text between crosses that place.
    private bool StandsInTable(int index, double left, Glyph glyph, List<int>[] wide) =>
        HasTableRow(index, -1, left, glyph, wide) || HasTableRow(index, 1, left, glyph, wide);

    private bool HasTableRow(int index, int step, double left, Glyph glyph, List<int>[] wide)
    {
        var near = SamePlace * glyph.Size;
        for (var i = index + step; i >= 0 && i < rows.Count && Math.Abs(i - index) <= Around; i += step)
        {
            var (place, crosses) = At(CollectionsMarshal.AsSpan(rows[i]), glyph.Left, near);
            if (crosses || Math.Abs(rows[i][0].Baseline - rows[i - step][0].Baseline) > Apart * glyph.Size)
            {
                return false;
            }

            if (place > 0 && Math.Abs(rows[i][0].Left - left) < near && wide[i].Contains(place))
            {
                return true;
            }
        }

        return false;
    }

    // Index of the glyph of a row that begins at a place behind a gap, or 0; and whether text goes over the place.
    private static (int Glyph, bool Crosses) At(ReadOnlySpan<Glyph> row, double place, double near)
    {
        if (row.IsEmpty || row[0].Left > place - near || row[^1].Right < place)
        {
            return (0, false);
        }

        for (var i = 1; i < row.Length; i++)
        {
            if (row[i].Left > place - near)
            {
                return row[i].Left < place + near && Gap(row, i) > NarrowGap ? (i, false) : (0, true);
            }
        }

        return (0, true);
    }

    private static double Gap(ReadOnlySpan<Glyph> row, int i) => (row[i].Left - row[i - 1].Right) / Math.Max(row[i].Size, row[i - 1].Size);
}
