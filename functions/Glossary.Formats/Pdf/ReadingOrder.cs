namespace Glossary.Formats.Pdf;

/// <summary>
/// Orders the lines of a page as a person reads them: zones from top to bottom, and in a zone of running text in columns, column by
/// column. Rows of a table stay rows.
/// </summary>
internal static class ReadingOrder
{
    // A zone of columns has this many rows with text on both sides of its gutter.
    private const int LeastRows = 5;
    private const double LeastFill = 0.55;
    private const double LeastWords = 2.5;
    private const int MostColumns = 4;

    // Lines of running text end where the next word would not fit; cells end where they end.
    private const double LeastFull = 0.5;

    // Share of the font size between rows of which the lower ones may be something else.
    private const double Apart = 2.6;

    // Short lines that begin alike are the entries of a list.
    private const double FewWords = 5;

    public static List<PdfRow> Of(List<PdfLine> lines, RepairCounts repairs)
    {
        var rows = new List<PdfRow>();
        var column = 0;
        Order(lines, MostColumns, rows, ref column);
        // Each gutter opens three parts: what is left of it, what is right of it, and what follows.
        repairs.Count(Repair.Columns, column / 3);
        return rows;
    }

    private static void Order(List<PdfLine> lines, int depth, List<PdfRow> rows, ref int column)
    {
        var grouped = Rows(lines);
        var at = 0;
        while (at < grouped.Count)
        {
            if (depth > 1 && FindZone(grouped, at) is { } zone)
            {
                Emit(grouped, at, zone.From, rows, column);
                var inside = grouped.GetRange(zone.From, zone.To - zone.From).SelectMany(row => row).ToList();
                column++;
                Order([.. inside.Where(line => line.Right <= zone.Gutter)], depth - 1, rows, ref column);
                column++;
                Order([.. inside.Where(line => line.Left >= zone.Gutter)], depth - 1, rows, ref column);
                column++;
                at = zone.To;
            }
            else
            {
                Emit(grouped, at, grouped.Count, rows, column);
                at = grouped.Count;
            }
        }
    }

    private static void Emit(List<List<PdfLine>> grouped, int from, int to, List<PdfRow> rows, int column)
    {
        for (var i = from; i < to; i++)
        {
            rows.Add(new PdfRow(grouped[i], column));
        }
    }

    // Lines on about the same baseline, from the top, each row from left to right.
    private static List<List<PdfLine>> Rows(List<PdfLine> lines)
    {
        var rows = new List<List<PdfLine>>();
        foreach (var line in lines.OrderByDescending(line => line.Baseline))
        {
            if (rows.Count > 0 && rows[^1] is var last && Math.Abs(last[0].Baseline - line.Baseline) < 0.35 * Math.Min(last[0].Size, line.Size)
                && last.TrueForAll(other => other.Right <= line.Left || line.Right <= other.Left))
            {
                last.Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        foreach (var row in rows)
        {
            row.Sort(static (left, right) => left.Left.CompareTo(right.Left));
        }

        return rows;
    }

    // The first run of rows, from a row on, whose text stands left and right of a gutter that no line crosses.
    private static Zone? FindZone(List<List<PdfLine>> rows, int start)
    {
        for (var from = start; from < rows.Count; from++)
        {
            if (rows[from].Count < 2)
            {
                continue;
            }

            for (var i = 1; i < rows[from].Count; i++)
            {
                var gutter = (rows[from][i - 1].Right + rows[from][i].Left) / 2;
                // What stands apart below, as a foot of the page does, is tried without.
                if ((Grow(rows, start, from, gutter, double.MaxValue) ?? Grow(rows, start, from, gutter, Apart)) is { } zone)
                {
                    return zone;
                }
            }
        }

        return null;
    }

    private static Zone? Grow(List<List<PdfLine>> rows, int start, int from, double gutter, double furthest)
    {
        var to = from;
        var both = 0;
        var (left, right) = (new Side(), new Side());
        while (to < rows.Count && (to == from || rows[to - 1][0].Baseline - rows[to][0].Baseline < furthest * rows[to][0].Size) && rows[to].TrueForAll(line => line.Right <= gutter || line.Left >= gutter))
        {
            var hasLeft = rows[to][0].Right <= gutter;
            var hasRight = rows[to][^1].Left >= gutter;
            both += hasLeft && hasRight ? 1 : 0;
            foreach (var line in rows[to])
            {
                (line.Right <= gutter ? left : right).Add(line);
            }

            to++;
        }

        if (both < LeastRows || !left.IsRunningText || !right.IsRunningText || left.LinesPerRow > 1.5 || right.LinesPerRow > 3.5)
        {
            return null;
        }

        // Rows above that fit a column belong to it: the columns need not begin at one height.
        var top = from;
        while (top > start && rows[top - 1].TrueForAll(line => line.Right <= gutter && line.Left >= left.Left - 1 || line.Left >= gutter && line.Right <= right.Right + 1)
            && rows[top - 1][0].Baseline - rows[top][0].Baseline < 2.5 * rows[top][0].Size)
        {
            top--;
        }

        return new Zone(top, to, gutter);
    }

    private readonly record struct Zone(int From, int To, double Gutter);

    // How a side of a gutter is filled: running text reaches its right edge in most lines, a table's cells do not.
    private sealed class Side
    {
        private readonly HashSet<double> baselines = [];
        private readonly List<PdfLine> lines = [];

        public double Left { get; private set; } = double.MaxValue;

        public double Right { get; private set; } = double.MinValue;

        public bool IsRunningText => lines.Count > 0
            && lines.Sum(line => line.Width) / (baselines.Count * Math.Max(1, Right - Left)) >= LeastFill
            && lines.Average(line => line.Words.Count) >= LeastWords
            && (LinesPerRow > 1.2 || (FullShare() >= LeastFull && !BeginsAlike()));

        public double LinesPerRow => lines.Count / (double)Math.Max(1, baselines.Count);

        public void Add(PdfLine line)
        {
            lines.Add(line);
            baselines.Add(Math.Round(line.Baseline));
            Left = Math.Min(Left, line.Left);
            Right = Math.Max(Right, line.Right);
        }

        // The share of lines, but those that end a sentence, that the next line's first word would not have fitted into.
        private double FullShare()
        {
            var (full, all) = (0, 0);
            for (var i = 1; i < lines.Count; i++)
            {
                var (line, next) = (lines[i - 1], lines[i].Words[0]);
                if (line.Text[^1] is not ('.' or '!' or '?' or ':') && line.Baseline > lines[i].Baseline)
                {
                    all++;
                    full += line.Right + (0.25 * line.Size) + next.Right - next.Left > Right ? 1 : 0;
                }
            }

            return all == 0 ? 1 : full / (double)all;
        }

        private bool BeginsAlike()
        {
            var alike = 0;
            for (var i = 1; i < lines.Count; i++)
            {
                alike += lines[i].Words[0].Text == lines[i - 1].Words[0].Text ? 1 : 0;
            }

            return alike * 2 > lines.Count && lines.Average(line => line.Words.Count) < FewWords;
        }
    }
}
