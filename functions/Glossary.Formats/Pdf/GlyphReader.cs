using System.Text;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Pdf;

/// <summary>Takes the characters of a page as glyphs, turned upright, without what is no character and what stands outside the page.</summary>
internal static class GlyphReader
{
    public static List<Glyph> Read(GlyphPage page, RepairCounts repairs, out double width, out double height)
    {
        var drawn = page.Glyphs;
        var direction = MainDirection(drawn);
        (width, height) = direction % 2 == 1 ? (page.Height, page.Width) : (page.Width, page.Height);
        var glyphs = new List<Glyph>(drawn.Count);
        foreach (var each in drawn)
        {
            // Marks across the page and labels beside figures are no part of the reading order.
            if (each.Direction == direction && Clean(each, repairs) is { Length: > 0 } text
                && Place(each, text, direction, page, glyphs.Count) is { } glyph
                && IsOnPage(glyph, width, height))
            {
                glyphs.Add(glyph);
            }
        }

        return glyphs;
    }

    // A line that runs over the edge is still read; what stands far away is kept there to be hidden.
    private static bool IsOnPage(Glyph glyph, double width, double height) =>
        glyph.Right > -width / 4 && glyph.Left < 1.25 * width && glyph.Baseline > -glyph.Size && glyph.Baseline < height;

    private static int MainDirection(List<DrawnGlyph> drawn)
    {
        Span<int> counts = stackalloc int[4];
        foreach (var glyph in drawn)
        {
            if (glyph.Direction >= 0)
            {
                counts[glyph.Direction]++;
            }
        }

        var best = 0;
        for (var direction = 1; direction < counts.Length; direction++)
        {
            best = counts[direction] > counts[best] ? direction : best;
        }

        return best;
    }

    private static Glyph? Place(DrawnGlyph drawn, string text, int direction, GlyphPage page, int order)
    {
        var (start, end) = (drawn.Start, drawn.End);
        var (left, right, baseline) = direction switch
        {
            1 => (start.Y, end.Y, page.Width - start.X),
            2 => (page.Width - start.X, page.Width - end.X, page.Height - start.Y),
            3 => (page.Height - start.Y, page.Height - end.Y, start.X),
            _ => (start.X, end.X, start.Y),
        };
        var size = drawn.Size;
        if (!double.IsFinite(left) || !double.IsFinite(right) || !double.IsFinite(baseline) || !(size > 0.5) || size > 2_000)
        {
            return null;
        }

        return new Glyph(text, Math.Min(left, right), Math.Max(left, right), baseline, size, drawn.IsBold, order);
    }

    private static string Clean(DrawnGlyph drawn, RepairCounts repairs)
    {
        var value = drawn.Text;
        if (drawn.IsGuess)
        {
            repairs.Count(Repair.UndecodableGlyphs);
            return string.Empty;
        }

        if (value.Length == 1 && value[0] is >= ' ' and < '\u007F')
        {
            return value;
        }

        var clean = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            if (Ligature(character) is { } letters)
            {
                repairs.Count(Repair.Ligatures);
                clean.Append(letters);
            }
            else if (UnseenCharacters.IsOtherSpace(character))
            {
                clean.Append(' ');
            }
            else if (UnseenCharacters.IsNone(character))
            {
                repairs.Count(Repair.UndecodableGlyphs);
            }
            else if (!UnseenCharacters.HasNoWidth(character))
            {
                clean.Append(character);
            }
        }

        return clean.ToString();
    }

    // Ligatures alone: a compatibility mapping of everything would turn m² into m2.
    private static string? Ligature(char character) => character switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        _ => null,
    };
}
