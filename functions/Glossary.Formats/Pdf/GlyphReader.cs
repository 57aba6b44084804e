using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;

namespace Glossary.Formats.Pdf;

/// <summary>Takes the letters of a page as glyphs, turned upright, without what is drawn twice or is no character.</summary>
internal static class GlyphReader
{
    public static List<Glyph> Read(Page page, Dictionary<string, int> repairs, out double width, out double height)
    {
        var letters = page.Letters;
        var orientation = MainOrientation(letters);
        (width, height) = orientation is TextOrientation.Rotate90 or TextOrientation.Rotate270 ? (page.Height, page.Width) : (page.Width, page.Height);
        var glyphs = new List<Glyph>(letters.Count);
        foreach (var letter in letters)
        {
            if (letter.TextOrientation != orientation && letter.TextOrientation != TextOrientation.Other)
            {
                // Marks across the page and labels beside figures: no part of the reading order.
                continue;
            }

            if (Clean(letter.Value, repairs) is { Length: > 0 } text && Place(letter, text, orientation, page) is { } glyph
                && !IsDrawnTwice(glyphs, glyph, repairs))
            {
                glyphs.Add(glyph);
            }
        }

        return glyphs;
    }

    private static TextOrientation MainOrientation(IReadOnlyList<Letter> letters)
    {
        Span<int> counts = stackalloc int[5];
        foreach (var letter in letters)
        {
            var index = (int)letter.TextOrientation;
            counts[index < counts.Length ? index : 0]++;
        }

        var best = TextOrientation.Horizontal;
        foreach (var orientation in Enum.GetValues<TextOrientation>())
        {
            if (orientation != TextOrientation.Other && (int)orientation < counts.Length && counts[(int)orientation] > counts[(int)best])
            {
                best = orientation;
            }
        }

        return best;
    }

    private static Glyph? Place(Letter letter, string text, TextOrientation orientation, Page page)
    {
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var (left, right, baseline) = orientation switch
        {
            TextOrientation.Rotate90 => (page.Height - start.Y, page.Height - end.Y, start.X),
            TextOrientation.Rotate270 => (start.Y, end.Y, page.Width - start.X),
            TextOrientation.Rotate180 => (page.Width - start.X, page.Width - end.X, page.Height - start.Y),
            _ => (start.X, end.X, start.Y),
        };
        var size = letter.PointSize;
        if (!double.IsFinite(left) || !double.IsFinite(right) || !double.IsFinite(baseline) || !(size > 0.5) || size > 2_000)
        {
            return null;
        }

        return new Glyph(text, Math.Min(left, right), Math.Max(left, right), baseline, size, IsBold(letter));
    }

    private static bool IsBold(Letter letter) =>
        letter.FontDetails.IsBold || letter.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) is true;

    // Some programs make bold by drawing a letter again a hair to the right.
    private static bool IsDrawnTwice(List<Glyph> glyphs, Glyph glyph, Dictionary<string, int> repairs)
    {
        for (var i = glyphs.Count - 1; i >= 0 && i >= glyphs.Count - 3; i--)
        {
            var other = glyphs[i];
            if (other.Text == glyph.Text && Math.Abs(other.Left - glyph.Left) < 0.08 * glyph.Size
                && Math.Abs(other.Baseline - glyph.Baseline) < 0.08 * glyph.Size)
            {
                repairs["doubled-glyphs"] = repairs.GetValueOrDefault("doubled-glyphs") + 1;
                return true;
            }
        }

        return false;
    }

    private static string Clean(string value, Dictionary<string, int> repairs)
    {
        if (value.Length == 1 && value[0] is > ' ' and < '\u007F')
        {
            return value;
        }

        var clean = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            if (Ligature(character) is { } letters)
            {
                Count("ligatures");
                clean.Append(letters);
            }
            else if (character is '\u00A0' or '\u2007' or '\u202F' || (char.IsWhiteSpace(character) && character != ' '))
            {
                clean.Append(' ');
            }
            else if (character is '\uFFFD' or '\u0000' || char.GetUnicodeCategory(character) is UnicodeCategory.PrivateUse or UnicodeCategory.Control)
            {
                Count("undecodable-glyphs");
            }
            else if (character is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF'))
            {
                clean.Append(character);
            }
        }

        return clean.ToString();

        void Count(string repair) => repairs[repair] = repairs.GetValueOrDefault(repair) + 1;
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
