namespace Glossary.Formats.Pdf;

/// <summary>Puts glyphs together to words and lines by their places alone; the order in which a program drew them means nothing.</summary>
internal static class LineReader
{
    // Shares of the font size.
    private const double SameBaseline = 0.28;
    private const double ScriptReach = 0.65;
    private const double WordGap = 0.11;
    private const double LineGap = 1.45;

    public static List<PdfLine> Read(List<Glyph> glyphs, Dictionary<string, int> repairs)
    {
        var lines = new List<PdfLine>();
        foreach (var row in Rows(glyphs))
        {
            MarkSpaces(row);
            var start = 0;
            for (var i = 1; row.Count > 0 && i <= row.Count; i++)
            {
                if (i == row.Count || IsLineGap(row, i))
                {
                    AddLine(lines, row.GetRange(start, i - start), repairs);
                    start = i;
                }
            }
        }

        return lines;
    }

    // Sorts a row from left to right; its spaces become a mark on what follows them.
    private static void MarkSpaces(List<Glyph> row)
    {
        row.Sort(static (left, right) => left.Left.CompareTo(right.Left));
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

    // Glyphs by baseline from the top; a small one that stands higher or lower is a script of the line it touches.
    private static List<List<Glyph>> Rows(List<Glyph> glyphs)
    {
        var sorted = glyphs.OrderByDescending(glyph => glyph.Baseline).ToList();
        var rows = new List<(List<Glyph> Glyphs, double Baseline, double Size)>();
        foreach (var glyph in sorted)
        {
            var found = RowOf(rows, glyph);
            if (found >= 0)
            {
                var row = rows[found];
                row.Glyphs.Add(glyph);
                rows[found] = (row.Glyphs, row.Baseline, Math.Max(row.Size, glyph.Size));
            }
            else
            {
                rows.Add(([glyph], glyph.Baseline, glyph.Size));
            }
        }

        // Rows of scripts alone go into the row of larger letters that they touch.
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            var row = rows[i];
            var host = HostOf(rows, i);
            if (host >= 0)
            {
                rows[host].Glyphs.AddRange(row.Glyphs);
                rows.RemoveAt(i);
            }
        }

        return [.. rows.Select(row => row.Glyphs)];
    }

    private static int RowOf(List<(List<Glyph> Glyphs, double Baseline, double Size)> rows, Glyph glyph)
    {
        // Sorted from the top, so only the last few rows can be near.
        for (var i = rows.Count - 1; i >= 0 && i >= rows.Count - 4; i--)
        {
            if (Math.Abs(rows[i].Baseline - glyph.Baseline) <= SameBaseline * Math.Min(rows[i].Size, glyph.Size))
            {
                return i;
            }
        }

        return -1;
    }

    private static int HostOf(List<(List<Glyph> Glyphs, double Baseline, double Size)> rows, int index)
    {
        var row = rows[index];
        if (row.Glyphs.Count > 12)
        {
            return -1;
        }

        for (var i = Math.Max(0, index - 2); i <= Math.Min(rows.Count - 1, index + 2); i++)
        {
            var other = rows[i];
            if (i != index && row.Size < 0.85 * other.Size && Math.Abs(row.Baseline - other.Baseline) < ScriptReach * other.Size
                && row.Glyphs.All(glyph => other.Glyphs.Any(host => Math.Abs(host.Right - glyph.Left) < other.Size || Math.Abs(glyph.Right - host.Left) < other.Size)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsLineGap(List<Glyph> row, int index) =>
        row[index].Left - row[index - 1].Right > LineGap * Math.Max(row[index].Size, row[index - 1].Size);

    private static void AddLine(List<PdfLine> lines, List<Glyph> glyphs, Dictionary<string, int> repairs)
    {
        var threshold = WordThreshold(glyphs, repairs);
        var letters = glyphs.Where(glyph => !IsLeader(glyph)).ToList();
        if (letters.Count(glyph => glyph.FollowsSpace) * 2 > letters.Count)
        {
            // A space is drawn after every letter: only the gaps tell.
            glyphs = [.. glyphs.Select(glyph => glyph with { FollowsSpace = false })];
        }

        var words = new List<PdfWord>();
        var start = 0;
        for (var i = 1; i <= glyphs.Count; i++)
        {
            if (i == glyphs.Count || IsWordGap(glyphs[i - 1], glyphs[i], threshold))
            {
                words.Add(Word(glyphs.GetRange(start, i - start)));
                start = i;
            }
        }

        var size = glyphs.GroupBy(glyph => Math.Round(glyph.Size, 1)).MaxBy(group => group.Count())!.Key;
        var baseline = glyphs.Where(glyph => Math.Abs(glyph.Size - size) < 0.1).Select(glyph => glyph.Baseline).FirstOrDefault(glyphs[0].Baseline);
        lines.Add(new PdfLine(words, baseline, size, glyphs.Count(glyph => glyph.IsBold) * 2 > glyphs.Count));
    }

    // A drawn space parts words, unless it is one of the spaces inside a letter-spaced word.
    private static bool IsWordGap(Glyph before, Glyph glyph, double threshold)
    {
        var gap = (glyph.Left - before.Right) / Math.Max(glyph.Size, before.Size);
        return gap > threshold || (glyph.FollowsSpace && threshold <= WordGap);
    }

    // Letter-spaced words have a gap after every letter: there the gap between words is what exceeds the usual one.
    private static double WordThreshold(List<Glyph> glyphs, Dictionary<string, int> repairs)
    {
        var gaps = new List<double>(glyphs.Count);
        for (var i = 1; i < glyphs.Count; i++)
        {
            // The dots that lead to a page number have gaps of their own.
            if (!IsLeader(glyphs[i]) && !IsLeader(glyphs[i - 1]))
            {
                gaps.Add((glyphs[i].Left - glyphs[i - 1].Right) / Math.Max(glyphs[i].Size, glyphs[i - 1].Size));
            }
        }

        if (gaps.Count < 5)
        {
            return WordGap;
        }

        gaps.Sort();
        var usual = gaps[gaps.Count / 3];
        if (usual <= WordGap)
        {
            return WordGap;
        }

        repairs["letter-spacing"] = repairs.GetValueOrDefault("letter-spacing") + 1;
        return usual + WordGap;
    }

    private static bool IsLeader(Glyph glyph) => glyph.Text is "." or "·" or "…" or "_";

    private static PdfWord Word(List<Glyph> glyphs) => new(
        string.Concat(glyphs.Select(glyph => glyph.Text)).Trim(),
        glyphs[0].Left,
        glyphs.Max(glyph => glyph.Right),
        glyphs.Max(glyph => glyph.Top),
        glyphs.Min(glyph => glyph.Bottom));
}
