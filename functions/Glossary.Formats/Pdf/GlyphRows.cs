namespace Glossary.Formats.Pdf;

/// <summary>Sorts glyphs into rows by their baselines; the order in which a program drew them means nothing here.</summary>
internal static class GlyphRows
{
    // Shares of the font size.
    private const double SameBaseline = 0.28;
    private const double ScriptReach = 0.65;
    private const int MostScripts = 12;

    /// <summary>The rows from the top, each in no order.</summary>
    public static List<List<Glyph>> Of(List<Glyph> glyphs)
    {
        var rows = new List<Row>();
        foreach (var index in FromTheTop(glyphs))
        {
            var glyph = glyphs[index];
            if (Find(rows, glyph) is { } row)
            {
                row.Glyphs.Add(glyph);
                row.Size = Math.Max(row.Size, glyph.Size);
            }
            else
            {
                rows.Add(new Row(glyph));
            }
        }

        for (var i = rows.Count - 1; i >= 0; i--)
        {
            if (Host(rows, i) is { } host)
            {
                host.Glyphs.AddRange(rows[i].Glyphs);
                rows.RemoveAt(i);
            }
        }

        return rows.ConvertAll(row => row.Glyphs);
    }

    // Numbers are sorted faster than glyphs; most pages are drawn from the top and need no sorting at all.
    private static int[] FromTheTop(List<Glyph> glyphs)
    {
        var (heights, order, isSorted) = (new double[glyphs.Count], new int[glyphs.Count], true);
        for (var i = 0; i < order.Length; i++)
        {
            (heights[i], order[i]) = (-glyphs[i].Baseline, i);
            isSorted = isSorted && (i == 0 || heights[i] >= heights[i - 1]);
        }

        if (!isSorted)
        {
            Array.Sort(heights, order);
        }

        return order;
    }

    // Sorted from the top, so only the last few rows can be near.
    private static Row? Find(List<Row> rows, Glyph glyph)
    {
        for (var i = rows.Count - 1; i >= 0 && i >= rows.Count - 4; i--)
        {
            if (Math.Abs(rows[i].Baseline - glyph.Baseline) <= SameBaseline * Math.Min(rows[i].Size, glyph.Size))
            {
                return rows[i];
            }
        }

        return null;
    }

    // The row of larger letters that a row of scripts touches.
    private static Row? Host(List<Row> rows, int index)
    {
        var row = rows[index];
        if (row.Glyphs.Count > MostScripts)
        {
            return null;
        }

        for (var i = Math.Max(0, index - 2); i <= Math.Min(rows.Count - 1, index + 2); i++)
        {
            var other = rows[i];
            if (i != index && row.Size < 0.85 * other.Size && Math.Abs(row.Baseline - other.Baseline) < ScriptReach * other.Size
                && row.Glyphs.TrueForAll(glyph => Touches(other, glyph)))
            {
                return other;
            }
        }

        return null;
    }

    private static bool Touches(Row row, Glyph glyph)
    {
        foreach (var host in row.Glyphs)
        {
            if (Math.Abs(host.Right - glyph.Left) < row.Size || Math.Abs(glyph.Right - host.Left) < row.Size)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Row(Glyph first)
    {
        public List<Glyph> Glyphs { get; } = [first];

        public double Baseline { get; } = first.Baseline;

        public double Size { get; set; } = first.Size;
    }
}
