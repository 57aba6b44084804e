using System.Globalization;
using System.Text;
using System.Xml;
using Glossary.Extraction.Documents;

namespace Glossary.Formats.Office;

/// <summary>
/// Reads DOCX (WordprocessingML, ISO/IEC 29500-1): paragraphs with their styles, tables, text boxes and footnotes. A part of the
/// document is what stands under one heading; a place in it is named by the path of headings and the paragraph.
/// </summary>
internal sealed class DocxReader : OfficeReader
{
    /// <inheritdoc />
    public override string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc />
    public override IReadOnlyList<string> Extensions { get; } = [".docx"];

    /// <inheritdoc />
    protected override string Root => "document";

    /// <inheritdoc />
    protected override void Read(OfficePackage package, string main, PageBuilder pages, CancellationToken cancellationToken)
    {
        var related = package.Related(main);
        var styles = ParagraphStyles.Read(package, related.FirstOrDefault(each => each.Type == "styles").Target);
        using (var reader = package.Open(main)!)
        {
            new Body(reader, styles, pages).Read(cancellationToken);
        }

        foreach (var (_, type, target) in related.Where(each => each.Type is "footnotes" or "endnotes"))
        {
            using var reader = package.Open(target);
            if (reader is not null)
            {
                pages.Begin(type);
                new Body(reader, styles, pages).Read(cancellationToken);
            }
        }
    }

    /// <summary>Goes through one part of the package.</summary>
    private sealed class Body(XmlReader reader, ParagraphStyles styles, PageBuilder pages)
    {
        private readonly SortedDictionary<int, string> headings = [];
        private readonly Stack<Paragraph> open = new();
        private readonly Stack<Table> tables = new();
        private int paragraphs;
        private int tableCount;

        public void Read(CancellationToken cancellationToken)
        {
            reader.Read();
            while (!reader.EOF)
            {
                cancellationToken.ThrowIfCancellationRequested();
                // Deleted text is gone, and a fallback repeats what its choice said.
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Fallback" or "del" or "moveFrom" or "instrText" or "delText" })
                {
                    reader.Skip();
                    continue;
                }

                if (reader.NodeType == XmlNodeType.Element)
                {
                    Start();
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    End(reader.LocalName);
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && open.TryPeek(out var paragraph) && paragraph.InText)
                {
                    paragraph.Text.Append(reader.Value);
                }

                reader.Read();
            }
        }

        private void Start()
        {
            var isEmpty = reader.IsEmptyElement;
            switch (reader.LocalName)
            {
                case "p" when IsWordprocessing():
                    open.Push(new Paragraph());
                    break;
                case "tbl":
                    tables.Push(new Table(++tableCount));
                    break;
                case "tr" when tables.TryPeek(out var table):
                    table.Row++;
                    table.Column = 0;
                    break;
                case "tc" when tables.TryPeek(out var table):
                    table.Column++;
                    break;
                default:
                    if (open.TryPeek(out var paragraph))
                    {
                        Inside(paragraph, isEmpty);
                    }

                    return;
            }

            if (isEmpty)
            {
                End(reader.LocalName);
            }
        }

        private void Inside(Paragraph paragraph, bool isEmpty)
        {
            switch (reader.LocalName)
            {
                case "t":
                    paragraph.InText = !isEmpty;
                    break;
                case "tab" or "br" or "cr":
                    paragraph.Text.Append(' ');
                    break;
                case "noBreakHyphen":
                    paragraph.Text.Append('\u2011');
                    break;
                case "pStyle":
                    paragraph.Style = Value();
                    break;
                case "outlineLvl" when int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 9:
                    paragraph.Outline = level + 1;
                    break;
                case "numPr":
                    paragraph.IsListed = true;
                    break;
            }
        }

        private void End(string name)
        {
            switch (name)
            {
                case "p" when IsWordprocessing() && open.TryPop(out var paragraph):
                    Add(paragraph);
                    break;
                case "t" when open.TryPeek(out var paragraph):
                    paragraph.InText = false;
                    break;
                case "tbl" when tables.Count > 0:
                    tables.Pop();
                    break;
            }
        }

        private void Add(Paragraph paragraph)
        {
            var text = paragraph.Text.ToString();
            if (string.IsNullOrWhiteSpace(text))
            {
                return;
            }

            var style = styles.Of(paragraph.Style);
            if (tables.TryPeek(out var table))
            {
                pages.Add(text, SegmentKind.Cell, string.Create(CultureInfo.InvariantCulture, $"table {table.Number}, {CellName.Of(table.Column, table.Row)}"));
            }
            else if ((paragraph.Outline ?? style.Outline) is { } level)
            {
                Heading(level, text.Trim());
            }
            else
            {
                var kind = style.Kind == SegmentKind.Body && paragraph.IsListed ? SegmentKind.ListItem : style.Kind;
                pages.Add(text, kind, string.Create(CultureInfo.InvariantCulture, $"¶ {++paragraphs}"));
            }
        }

        private void Heading(int level, string text)
        {
            foreach (var deeper in headings.Keys.Where(key => key >= level).ToList())
            {
                headings.Remove(deeper);
            }

            headings[level] = text;
            paragraphs = 0;
            pages.Begin(string.Join(" › ", headings.Values));
            pages.Add(text, SegmentKind.Heading, string.Empty);
        }

        // Drawings have paragraphs of their own name.
        private bool IsWordprocessing() => reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal);

        private string? Value() => reader.GetAttribute("val", reader.NamespaceURI);
    }

    private sealed class Paragraph
    {
        public StringBuilder Text { get; } = new();

        public bool InText { get; set; }

        public string? Style { get; set; }

        public int? Outline { get; set; }

        public bool IsListed { get; set; }
    }

    private sealed class Table(int number)
    {
        public int Number { get; } = number;

        public int Row { get; set; }

        public int Column { get; set; }
    }
}
