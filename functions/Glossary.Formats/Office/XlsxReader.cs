using System.Globalization;
using System.Text;
using System.Xml;
using Glossary.Extraction.Documents;

namespace Glossary.Formats.Office;

/// <summary>
/// Reads XLSX (SpreadsheetML, ISO/IEC 29500-1): the texts of the cells, sheet by sheet. A place is named by its sheet and cell. Numbers
/// and dates are no text. Sheets that are hidden are left out; rows and columns may be hidden by a filter for a while, and are read.
/// </summary>
internal sealed class XlsxReader : OfficeReader
{
    // Longer cells hold sentences.
    private const int LongestCell = 80;

    /// <inheritdoc />
    public override string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc />
    public override IReadOnlyList<string> Extensions { get; } = [".xlsx"];

    /// <inheritdoc />
    protected override string Root => "workbook";

    /// <inheritdoc />
    protected override void Read(OfficePackage package, string main, PageBuilder pages, CancellationToken cancellationToken)
    {
        var related = package.Related(main);
        var shared = SharedStrings(package, related.FirstOrDefault(each => each.Type == "sharedStrings").Target);
        foreach (var (name, id) in Sheets(package, main))
        {
            using var reader = related.FirstOrDefault(each => each.Id == id && each.Type == "worksheet").Target is { } part ? package.Open(part) : null;
            if (reader is not null)
            {
                pages.Begin(name);
                ReadSheet(reader, shared, pages, cancellationToken);
            }
        }
    }

    private static List<(string Name, string Id)> Sheets(OfficePackage package, string main)
    {
        var sheets = new List<(string, string)>();
        using var reader = package.Open(main)!;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && reader.GetAttribute("state") is not ("hidden" or "veryHidden"))
            {
                var id = string.Empty;
                var name = reader.GetAttribute("name") ?? string.Empty;
                while (reader.MoveToNextAttribute())
                {
                    id = reader.LocalName == "id" ? reader.Value : id;
                }

                sheets.Add((name, id));
            }
        }

        return sheets;
    }

    private static List<string> SharedStrings(OfficePackage package, string? part)
    {
        var strings = new List<string>();
        using var reader = part is null ? null : package.Open(part);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(Text(reader));
            }
        }

        return strings;
    }

    // The runs of a string; how it is pronounced is not a part of it.
    private static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        var depth = reader.Depth;
        var inText = false;
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                reader.Skip();
                continue;
            }

            inText = reader.NodeType switch
            {
                XmlNodeType.Element => reader is { LocalName: "t", IsEmptyElement: false },
                XmlNodeType.EndElement => false,
                _ => inText,
            };
            if (inText && reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }

            reader.Read();
        }

        return Decode(text.ToString());
    }

    // What XML can't hold is written by its code: “_x000D_” (ISO/IEC 29500-1, 22.9.2.19).
    private static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;

    private static void ReadSheet(XmlReader reader, List<string> shared, PageBuilder pages, CancellationToken cancellationToken)
    {
        var (row, column) = (0, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "row")
            {
                cancellationToken.ThrowIfCancellationRequested();
                row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                column = 0;
            }
            else if (reader.LocalName == "c")
            {
                column++;
                var name = reader.GetAttribute("r") ?? CellName.Of(column, row);
                if (CellText(reader, shared) is { Length: > 0 } text)
                {
                    pages.Add(text, text.Length > LongestCell ? SegmentKind.Body : SegmentKind.Cell, name);
                }
            }
        }
    }

    private static string? CellText(XmlReader reader, List<string> shared)
    {
        var type = reader.GetAttribute("t");
        if (reader.IsEmptyElement || type is not ("s" or "str" or "inlineStr"))
        {
            return null;
        }

        var depth = reader.Depth;
        string? text = null;
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                text = Text(reader);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                // It leaves the reader behind the element.
                text = Decode(reader.ReadElementContentAsString());
                continue;
            }

            reader.Read();
        }

        return type != "s" ? text
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index]
            : null;
    }
}
