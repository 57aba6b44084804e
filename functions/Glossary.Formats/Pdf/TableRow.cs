namespace Glossary.Formats.Pdf;

/// <summary>Puts together the cells of one row of a table, each of one or more lines.</summary>
internal static class TableRow
{
    // Share of the font size. Lines of text stand farther apart; nearer ones are cells of different numbers of lines, each in the middle of its row.
    private const double Stagger = 0.95;

    /// <summary>
    /// The cells of a table's row that begins with several lines side by side; a row that lacks the first cell, or the rest of a word that
    /// was broken in it, goes on with the cells above.
    /// </summary>
    /// <param name="rows">Rows of the page.</param>
    /// <param name="i">The first one.</param>
    /// <param name="end">The first one behind.</param>
    public static List<List<PdfLine>> Of(IReadOnlyList<PdfRow> rows, int i, out int end)
    {
        var cells = rows[i].Lines.Select(line => new List<PdfLine> { line }).ToList();
        end = i + 1;
        while (end < rows.Count && rows[end].Follows(rows[end - 1]) && Continues(cells, rows[end]))
        {
            foreach (var line in rows[end].Lines)
            {
                cells.First(cell => SameCell(cell[0], line)).Add(line);
            }

            end++;
        }

        return cells;
    }

    /// <summary>The cells of a table's row whose lines stand at different heights, half a line apart; null where there is none.</summary>
    /// <param name="rows">Rows of the page.</param>
    /// <param name="i">The first one.</param>
    /// <param name="end">The first one behind.</param>
    public static List<List<PdfLine>>? Staggered(IReadOnlyList<PdfRow> rows, int i, out int end)
    {
        end = i + 1;
        while (end < rows.Count && IsBeside(rows[end - 1], rows[end]))
        {
            end++;
        }

        if (end - i < 2)
        {
            return null;
        }

        var cells = new List<List<PdfLine>>();
        foreach (var line in rows.Skip(i).Take(end - i).SelectMany(row => row.Lines))
        {
            if (cells.Find(cell => cell.Exists(line.Overlaps)) is { } cell)
            {
                cell.Add(line);
            }
            else
            {
                cells.Add([line]);
            }
        }

        cells.Sort(static (left, right) => left[0].Left.CompareTo(right[0].Left));
        return cells;
    }

    private static bool IsBeside(PdfRow before, PdfRow row) =>
        row.Follows(before) && before.Baseline - row.Baseline < Stagger * row.Size && !row.StandsUnder(before);

    private static bool Continues(List<List<PdfLine>> cells, PdfRow row) =>
        row.Lines.Count < cells.Count && (!SameCell(cells[0][0], row.Lines[0]) || IsBroken(cells[0][^1].Text, row.Lines[0].Text))
        && row.Lines.All(line => cells.Any(cell => SameCell(cell[0], line)));

    // “Engi-” above “neering”.
    private static bool IsBroken(string above, string below) => above is [.., var letter, '-' or '\u00AD'] && char.IsLetter(letter) && char.IsLower(below[0]);

    // Set to the left of the cell, or to its middle.
    private static bool SameCell(PdfLine cell, PdfLine line) =>
        Math.Abs(cell.Left - line.Left) < 0.5 * line.Size
        || (cell.Overlaps(line) && Math.Abs(cell.Left + cell.Right - line.Left - line.Right) < 0.5 * line.Size);
}
