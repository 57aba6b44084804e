namespace Glossary.Formats.Pdf;

/// <summary>Words that stand on one baseline with no more than a word's gap between them.</summary>
internal sealed class PdfLine
{
    public PdfLine(IReadOnlyList<PdfWord> words, double baseline, double size, bool bold)
    {
        Words = words;
        Baseline = baseline;
        Size = size;
        IsBold = bold;
        Text = string.Join(' ', words.Select(word => word.Text));
        Left = words[0].Left;
        Right = words[^1].Right;
    }

    public IReadOnlyList<PdfWord> Words { get; }

    /// <summary>Points from the bottom edge of the page.</summary>
    public double Baseline { get; }

    /// <summary>Size of most of its letters, in points.</summary>
    public double Size { get; }

    /// <summary>Whether most of its letters are bold.</summary>
    public bool IsBold { get; }

    public string Text { get; }

    public double Left { get; }

    public double Right { get; }

    public double Width => Right - Left;

    /// <summary>Whether it reaches over a part of the page's width that another line reaches over too.</summary>
    public bool Overlaps(PdfLine other) => Left < other.Right && other.Left < Right;
}

/// <summary>A page as lines in reading order, before its text is put together.</summary>
/// <param name="Number">1-based page.</param>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Rows">Rows in reading order.</param>
/// <param name="Repairs">Counts per repair.</param>
internal sealed record PdfPageLayout(int Number, double Width, double Height, IReadOnlyList<PdfRow> Rows, RepairCounts Repairs)
{
    /// <summary>UTF-16 units of its text.</summary>
    public int Characters { get; } = Rows.Sum(row => row.Lines.Sum(line => line.Text.Length));
}

/// <summary>Lines side by side on one baseline: one for running text, several for a row of a table.</summary>
/// <param name="Lines">From left to right.</param>
/// <param name="Column">Which column of text of the page it belongs to; a paragraph never crosses from one to another.</param>
internal sealed record PdfRow(IReadOnlyList<PdfLine> Lines, int Column)
{
    public double Baseline => Lines[0].Baseline;

    public double Size => Lines[0].Size;

    public string Text => Lines.Count == 1 ? Lines[0].Text : string.Join(' ', Lines.Select(line => line.Text));

    /// <summary>Whether it is the next row of the same column, no farther away than lines of a paragraph are, in the same size.</summary>
    public bool Follows(PdfRow before)
    {
        var distance = before.Baseline - Baseline;
        return Column == before.Column && distance > 0 && distance < 1.75 * Math.Max(before.Size, Size)
            && Math.Abs(before.Size - Size) < 0.12 * Math.Max(before.Size, Size);
    }

    /// <summary>Whether it follows, and stands below the other one, not below what is beside it.</summary>
    public bool ContinuesTextOf(PdfRow before) => Follows(before) && StandsUnder(before);

    /// <summary>Whether a line of it stands below or above a line of another row.</summary>
    public bool StandsUnder(PdfRow other) => Lines.Any(line => other.Lines.Any(line.Overlaps));
}
