using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Fonts.Standard14Fonts;

namespace Glossary.Samples;

/// <summary>Fonts that every reader has.</summary>
internal enum PdfFont
{
    /// <summary>Times.</summary>
    Body,

    /// <summary>Helvetica.</summary>
    Sans,

    /// <summary>Helvetica bold.</summary>
    Bold,
}

/// <summary>A small PDF 1.4 file (ISO 32000-1): text in the standard fonts with WinAnsiEncoding, lines and grey boxes.</summary>
internal sealed class PdfFile
{
    private static readonly string[] FontNames = ["Times-Roman", "Helvetica", "Helvetica-Bold"];
    private static readonly Encoding WindowsLatin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly List<StringBuilder> pages = [];
    private readonly Dictionary<(PdfFont, char), double> widths = [];

    public int PageCount => pages.Count;

    public void Clear() => pages.Clear();

    public void NewPage() => pages.Add(new StringBuilder());

    /// <summary>Width of a text in points.</summary>
    public double Width(string text, double size, PdfFont font) => text.Sum(character => CharacterWidth(font, character)) * size / 1000;

    public void Text(string text, double x, double y, double size, PdfFont font, double wordSpacing = 0, bool white = false)
    {
        var bytes = WindowsLatin.GetBytes(text);
        Append($"BT {(white ? "1 g" : "0 g")} /F{(int)font} {Number(size)} Tf {Number(wordSpacing)} Tw {Number(x)} {Number(y)} Td <{Convert.ToHexString(bytes)}> Tj ET");
    }

    public void Rule(double from, double to, double y) => Append($"0.6 G 0.5 w {Number(from)} {Number(y)} m {Number(to)} {Number(y)} l S");

    public void Rectangle(double x, double y, double width, double height, double grey) =>
        Append($"{Number(grey)} g {Number(x)} {Number(y)} {Number(width)} {Number(height)} re f");

    /// <summary>The file's bytes.</summary>
    public byte[] Write(string title, string language)
    {
        var objects = new List<string>();
        var first = 4 + FontNames.Length;
        var kids = string.Join(' ', pages.Select((_, index) => $"{first + (2 * index)} 0 R"));
        objects.Add($"<< /Type /Catalog /Pages 2 0 R /Lang ({language}) >>");
        objects.Add($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>");
        objects.Add($"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> /Producer (Glossary) >>");
        objects.AddRange(FontNames.Select(name => $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"));
        var fonts = string.Join(' ', FontNames.Select((_, index) => $"/F{index} {4 + index} 0 R"));
        for (var i = 0; i < pages.Count; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << {fonts} >> >> /Contents {first + (2 * i) + 1} 0 R >>");
            objects.Add($"<< /Length {pages[i].Length} >>\nstream\n{pages[i]}\nendstream");
        }

        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private double CharacterWidth(PdfFont font, char character)
    {
        if (!widths.TryGetValue((font, character), out var width))
        {
            var metrics = Standard14.GetAdobeFontMetrics(FontNames[(int)font]).CharacterMetrics;
            widths[(font, character)] = width = metrics.TryGetValue(GlyphName(character), out var glyph) ? glyph.Width.X : 500;
        }

        return width;
    }

    // Names of the Adobe Glyph List, as far as the samples need them.
    private static string GlyphName(char character) => character switch
    {
        ' ' => "space",
        '.' => "period",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '-' => "hyphen",
        '–' => "endash",
        '(' => "parenleft",
        ')' => "parenright",
        '[' => "bracketleft",
        ']' => "bracketright",
        '/' => "slash",
        '%' => "percent",
        '±' => "plusminus",
        '°' => "degree",
        'µ' => "mu",
        '³' => "threesuperior",
        '•' => "bullet",
        'ä' => "adieresis",
        'ö' => "odieresis",
        'ü' => "udieresis",
        'Ä' => "Adieresis",
        'Ö' => "Odieresis",
        'Ü' => "Udieresis",
        'ß' => "germandbls",
        >= '0' and <= '9' => new[] { "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine" }[character - '0'],
        _ => character.ToString(),
    };

    private void Append(string operators) => pages[^1].Append(operators).Append('\n');
}
