namespace Glossary.Formats.Pdf;

/// <summary>
/// Narrow gutters between columns: a gap in a line of text that is no wider than some gaps between words, but stands at the same place
/// in most rows that reach across it.
/// </summary>
internal sealed class Gutters
{
    // Shares of the font size: the least gap, and the least text on either side of it.
    private const double LeastGap = 0.8;
    private const double LeastSide = 8;
    private const int LeastRows = 6;
    private const double LeastShare = 0.6;

    private readonly List<int> places;

    private Gutters(List<int> places) => this.places = places;

    /// <summary>Finds the gutters of a page.</summary>
    /// <param name="rows">Its rows, each from left to right.</param>
    public static Gutters Find(List<List<Glyph>> rows)
    {
        var gaps = new Dictionary<int, int>();
        foreach (var row in rows)
        {
            for (var i = 1; i < row.Count; i++)
            {
                if (IsGap(row[i - 1], row[i]) && row[i - 1].Right - row[0].Left > LeastSide * row[i].Size && row[^1].Right - row[i].Left > LeastSide * row[i].Size)
                {
                    for (var place = Math.Ceiling(row[i - 1].Right); place <= row[i].Left; place++)
                    {
                        gaps[(int)place] = gaps.GetValueOrDefault((int)place) + 1;
                    }
                }
            }
        }

        return new Gutters([.. gaps.Where(pair => pair.Value >= LeastRows && pair.Value >= LeastShare * Across(rows, pair.Key)).Select(pair => pair.Key).Order()]);
    }

    /// <summary>Whether a gutter parts two neighbours in a row.</summary>
    public bool Part(Glyph before, Glyph glyph)
    {
        if (places.Count == 0 || !IsGap(before, glyph))
        {
            return false;
        }

        var at = places.BinarySearch((int)Math.Ceiling(before.Right));
        at = at < 0 ? ~at : at;
        return at < places.Count && places[at] <= glyph.Left;
    }

    private static bool IsGap(Glyph before, Glyph glyph) => glyph.Left - before.Right > LeastGap * Math.Max(glyph.Size, before.Size);

    private static int Across(List<List<Glyph>> rows, int place) =>
        rows.Count(row => row.Count > 0 && row[0].Left < place - (LeastSide * row[0].Size) && row[^1].Right > place + (LeastSide * row[^1].Size));
}
