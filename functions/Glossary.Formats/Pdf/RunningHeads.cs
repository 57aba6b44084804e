using System.Text;

namespace Glossary.Formats.Pdf;

/// <summary>Finds the lines that repeat at the head or the foot of pages: titles and page numbers, digits masked.</summary>
internal sealed class RunningHeads
{
    // The outer share of a page where heads and feet stand, and the rows looked at from either end.
    private const double Margin = 0.12;
    private const int RowsFromEnd = 3;
    private const int LeastPages = 3;

    private readonly HashSet<(string Mask, int Height)> repeated;

    private RunningHeads(HashSet<(string, int)> repeated) => this.repeated = repeated;

    public static RunningHeads Find(IReadOnlyList<PdfPageLayout> pages)
    {
        var counts = new Dictionary<(string, int), int>();
        foreach (var page in pages)
        {
            foreach (var key in Candidates(page).Select(row => Key(page, row)).Distinct())
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        var needed = Math.Max(LeastPages, Math.Min(8, pages.Count / 12));
        return new RunningHeads([.. counts.Where(pair => pair.Value >= needed).Select(pair => pair.Key)]);
    }

    public bool Contains(PdfPageLayout page, PdfRow row) => IsAtEdge(page, row) && (repeated.Contains(Key(page, row)) || IsPageNumber(row.Text));

    private static IEnumerable<PdfRow> Candidates(PdfPageLayout page)
    {
        var byHeight = page.Rows.OrderByDescending(row => row.Baseline).ToList();
        return byHeight.Take(RowsFromEnd).Concat(byHeight.TakeLast(RowsFromEnd)).Where(row => IsAtEdge(page, row));
    }

    private static bool IsAtEdge(PdfPageLayout page, PdfRow row) =>
        row.Baseline > page.Height * (1 - Margin) || row.Baseline < page.Height * Margin;

    private static bool IsPageNumber(string text) =>
        text.Length <= 12 && text.Any(char.IsAsciiDigit) && text.All(character => char.IsAsciiDigit(character) || character is ' ' or '-' or '–' or '/' or '|' or '.');

    private static (string, int) Key(PdfPageLayout page, PdfRow row) => (Mask(row.Text), (int)Math.Round(row.Baseline / page.Height * 200));

    private static string Mask(string text)
    {
        var mask = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                mask.Append(character);
            }
            else if (mask.Length == 0 || mask[^1] != '#')
            {
                mask.Append('#');
            }
        }

        return mask.ToString();
    }
}
