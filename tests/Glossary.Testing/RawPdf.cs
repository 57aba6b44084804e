using System.Globalization;
using System.Text;

namespace Glossary.Testing;

/// <summary>A PDF written object by object, right or wrong.</summary>
public static class RawPdf
{
    /// <summary>A file of the objects 1, 2, … with a table of their places.</summary>
    public static byte[] Write(string trailer, params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>A file of one page with the operators given.</summary>
    public static byte[] Page(string operators, string trailer = "", string resources = "<< /Font << /F1 5 0 R >> >>") => Write(
        trailer,
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} /Contents 4 0 R >>",
        $"<< /Length {operators.Length} >>\nstream\n{operators}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");

    /// <summary>A file of several pages with the operators of each.</summary>
    public static byte[] Pages(int count, Func<int, string> operators)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(0, count).Select(page => $"{4 + (2 * page)} 0 R"))}] /Count {count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        };
        for (var page = 0; page < count; page++)
        {
            var content = operators(page + 1);
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * page)} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        return Write(string.Empty, [.. objects]);
    }

    /// <summary>Width of a text of small letters and spaces in Helvetica, in points.</summary>
    public static double HelveticaWidth(string text, double size) => text.Sum(character => character switch
    {
        'i' or 'j' or 'l' => 222,
        ' ' or 't' or 'f' => 278,
        'r' => 333,
        'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' => 500,
        'w' => 722,
        'm' => 833,
        _ => 556,
    }) * size / 1000;

    /// <summary>Operators that show lines of text from a place downwards.</summary>
    public static string Lines(double x, double y, params string[] lines) => string.Concat(lines.Select((line, index) =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x} {y - (14 * index)} Td ({line.Replace("(", "\\(").Replace(")", "\\)")}) Tj ET\n")));
}
