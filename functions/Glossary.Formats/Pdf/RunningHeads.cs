using System.Text;

namespace Glossary.Formats.Pdf;

/// <summary>
/// Finds the lines at the head or the foot of pages that are no part of the text: those that repeat, with numbers masked, page numbers,
/// and titles that change from page to page at the place where heads stand on most pages.
/// </summary>
internal sealed class RunningHeads
{
    // The outer share of a page where heads and feet stand, and the rows looked at from either end.
    private const double Margin = 0.12;
    private const int RowsFromEnd = 3;
    private const int LeastPages = 3;
    private const double ManyPages = 0.3;
    private const double GapToText = 1.6;
    private const int HeightSteps = 200;
    private const int LongestChangingHead = 100;

    private static readonly HashSet<string> PageWords = new(StringComparer.OrdinalIgnoreCase) { "page", "seite", "of", "von", "p.", "s.", "/", "|", "-", "–" };

    private readonly HashSet<(string Mask, int Height)> repeated;
    private readonly HashSet<int> places;

    private RunningHeads(HashSet<(string, int)> repeated, HashSet<int> places)
    {
        this.repeated = repeated;
        this.places = places;
    }

    /// <summary>Learns what repeats.</summary>
    public static RunningHeads Find(IReadOnlyList<PdfPageLayout> pages)
    {
        var (counts, outermost) = (new Dictionary<(string, int), int>(), new HashSet<(string, int)>());
        foreach (var page in pages)
        {
            foreach (var row in Candidates(page))
            {
                foreach (var key in row.Lines.Select(line => Key(page, line)).Distinct())
                {
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                    if (IsOutermost(page, row))
                    {
                        outermost.Add(key);
                    }
                }
            }
        }

        // A chapter's title heads the pages of the chapter alone; farther inside, chance repeats a line now and then.
        var needed = Math.Max(LeastPages, Math.Min(8, pages.Count / 12));
        var repeated = counts.Where(pair => pair.Value >= (outermost.Contains(pair.Key) ? LeastPages : needed)).Select(pair => pair.Key).ToHashSet();
        return new RunningHeads(repeated, PlacesOf(pages, repeated));
    }

    /// <summary>Whether a row is a running head or foot.</summary>
    public bool Contains(PdfPageLayout page, PdfRow row) => IsAtEdge(page, row.Baseline)
        && (row.Lines.All(line => repeated.Contains(Key(page, line)) || IsNumber(line.Text))
            || (places.Contains(Height(page, row.Baseline)) && row.Text.Length <= LongestChangingHead && Inwards(page, row) > GapToText * row.Size));

    /// <summary>Whether a text says no more than which page it stands on: “12”, “xiv”, “Page 3 of 20”.</summary>
    public static bool IsPageNumber(string text)
    {
        var numbers = 0;
        foreach (var word in text.Split(' '))
        {
            if (IsNumber(word) || IsRoman(word))
            {
                numbers++;
            }
            else if (!PageWords.Contains(word))
            {
                return false;
            }
        }

        return numbers is 1 or 2;
    }

    // Heights where most pages have something that repeats: what stands there alone on the other pages is a title that changes.
    private static HashSet<int> PlacesOf(IReadOnlyList<PdfPageLayout> pages, HashSet<(string, int)> repeated)
    {
        var counts = new Dictionary<int, int>();
        foreach (var page in pages)
        {
            foreach (var height in Candidates(page)
                .Where(row => row.Lines.Any(line => repeated.Contains(Key(page, line)) && line.Text.Any(char.IsLetter)))
                .Select(row => Height(page, row.Baseline)).Distinct())
            {
                counts[height] = counts.GetValueOrDefault(height) + 1;
            }
        }

        return [.. counts.Where(pair => pair.Value >= LeastPages && pair.Value >= ManyPages * pages.Count).Select(pair => pair.Key)];
    }

    private static IEnumerable<PdfRow> Candidates(PdfPageLayout page)
    {
        var byHeight = page.Rows.Where(row => IsAtEdge(page, row.Baseline)).OrderByDescending(row => row.Baseline).ToList();
        return byHeight.Count <= 2 * RowsFromEnd ? byHeight : byHeight.Take(RowsFromEnd).Concat(byHeight.TakeLast(RowsFromEnd));
    }

    private static bool IsOutermost(PdfPageLayout page, PdfRow row) => Inwards(page, row) is > 0;

    // How far the next row towards the middle of the page is; negative where there is one farther out.
    private static double Inwards(PdfPageLayout page, PdfRow row)
    {
        var isHead = row.Baseline > page.Height / 2;
        var nearest = double.MaxValue;
        foreach (var other in page.Rows)
        {
            var distance = isHead ? row.Baseline - other.Baseline : other.Baseline - row.Baseline;
            if (distance < 0)
            {
                return -1;
            }

            nearest = ReferenceEquals(other, row) ? nearest : Math.Min(nearest, distance);
        }

        return nearest;
    }

    private static bool IsAtEdge(PdfPageLayout page, double baseline) => baseline > page.Height * (1 - Margin) || baseline < page.Height * Margin;

    private static bool IsNumber(string text) =>
        text.Length <= 12 && text.Any(char.IsAsciiDigit) && text.All(character => char.IsAsciiDigit(character) || character is ' ' or '-' or '–' or '/' or '|' or '.');

    private static bool IsRoman(string text) => text.Length is > 0 and <= 8 && text.All(character => character is 'i' or 'v' or 'x' or 'l' or 'c' or 'I' or 'V' or 'X' or 'L');

    private static (string, int) Key(PdfPageLayout page, PdfLine line) => (Mask(line.Text), Height(page, line.Baseline));

    private static int Height(PdfPageLayout page, double baseline) => (int)Math.Round(baseline / page.Height * HeightSteps);

    private static string Mask(string text)
    {
        if (IsRoman(text))
        {
            return "#";
        }

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
