using System.Globalization;
using System.Xml;
using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Office;

/// <summary>Goes through one part of a DOCX package and adds its paragraphs as they stand when all tracked changes are accepted.</summary>
/// <param name="reader">The part.</param>
/// <param name="styles">Styles of the document.</param>
/// <param name="pages">Where the paragraphs go.</param>
/// <param name="runningHeads">What stood at the head or foot of pages so far, if the part is one of these; each is added once.</param>
internal sealed class DocxBody(XmlReader reader, ParagraphStyles styles, PageBuilder pages, HashSet<string>? runningHeads)
{
    private readonly SortedDictionary<int, string> headings = [];
    private readonly Stack<DocxParagraph> open = new();
    private readonly Stack<Table> tables = new();
    private readonly DocxFields fields = new();
    private readonly OpenSection section = new();
    private string carried = string.Empty;
    private bool inText;
    private bool inCode;
    private int paragraphs;
    private int tableCount;

    /// <summary>Reads the part to its end.</summary>
    public void Read(CancellationToken cancellationToken)
    {
        reader.Read();
        while (!reader.EOF)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element && IsLeftOut(reader.LocalName))
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
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                Text(reader.Value);
            }

            reader.Read();
        }

        Add(new DocxParagraph());
    }

    // Deleted text is gone, a fallback repeats what its choice said, a change tells how a paragraph looked before, and the rest is said aloud.
    private bool IsLeftOut(string name)
    {
        if (name is "del" or "moveFrom" && open.TryPeek(out var paragraph) && paragraph.InProperties)
        {
            paragraph.IsMarkDeleted = true;
        }

        return name is "Fallback" or "del" or "moveFrom" or "delText" or "delInstrText" or "rt" || name.EndsWith("Change", StringComparison.Ordinal);
    }

    private void Start()
    {
        var isEmpty = reader.IsEmptyElement;
        switch (reader.LocalName)
        {
            case "p" when IsWordprocessing():
                open.Push(new DocxParagraph());
                break;
            case "tbl":
                tables.Push(new Table(++tableCount));
                break;
            case "tr" when tables.TryPeek(out var table):
                table.BeginRow();
                break;
            case "tc" when tables.TryPeek(out var table):
                table.BeginCell();
                break;
            case "gridSpan" when tables.TryPeek(out var table) && int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var columns):
                table.Span(columns);
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

    private void Inside(DocxParagraph paragraph, bool isEmpty)
    {
        switch (reader.LocalName)
        {
            case "t":
                inText = !isEmpty;
                break;
            case "instrText":
                inCode = !isEmpty;
                break;
            case "fldChar":
                fields.Turn(Attribute("fldCharType"));
                break;
            case "fldSimple" when !isEmpty:
                fields.OpenSimple(Attribute("instr"));
                break;
            case "r" when IsWordprocessing():
                paragraph.IsHidden = false;
                break;
            case "rStyle":
                paragraph.IsHidden = styles.IsHidden(Value());
                break;
            case "vanish" when !paragraph.InProperties:
                paragraph.IsHidden = Value() is not ("0" or "false" or "off");
                break;
            case "tab" or "ptab" or "br" or "cr" when !paragraph.InProperties:
                Append(" ");
                break;
            case "noBreakHyphen":
                Append("\u2011");
                break;
            case "sym":
                Append(SymbolFont.Text(Attribute("font"), Attribute("char")));
                break;
            case "pPr" when !isEmpty:
                paragraph.InProperties = true;
                break;
            case "pStyle":
                paragraph.Style = Value();
                break;
            case "outlineLvl" when int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 9:
                paragraph.Outline = level + 1;
                break;
            case "numId":
                // The list 0 takes a paragraph out of the list of its style.
                paragraph.IsListed = Value() != "0";
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when IsWordprocessing() && open.TryPop(out var paragraph):
                fields.EndParagraph();
                Add(paragraph);
                break;
            case "t":
                inText = false;
                break;
            case "instrText":
                inCode = false;
                break;
            case "fldSimple":
                fields.Turn("end");
                break;
            case "pPr" when open.TryPeek(out var paragraph):
                paragraph.InProperties = false;
                break;
            case "tbl" when tables.Count > 0:
                tables.Pop();
                break;
        }
    }

    private void Text(string value)
    {
        if (inCode)
        {
            fields.AddCode(value);
        }
        else if (inText)
        {
            Append(value);
        }
    }

    private void Append(string value)
    {
        if (open.TryPeek(out var paragraph) && !paragraph.IsHidden && !fields.IsInCode)
        {
            paragraph.Text.Append(value);
            paragraph.FieldKind ??= fields.Kind;
        }
    }

    private void Add(DocxParagraph paragraph)
    {
        var style = styles.Of(paragraph.Style);
        var text = carried + (styles.IsHidden(paragraph.Style) ? string.Empty : paragraph.Text.ToString());
        // Without its mark a paragraph goes on in the next one.
        carried = paragraph.IsMarkDeleted ? text : string.Empty;
        if (paragraph.IsMarkDeleted || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (runningHeads is not null)
        {
            if (runningHeads.Add(text))
            {
                pages.Add(text, SegmentKind.RunningHead, NextParagraph());
            }
        }
        else if (tables.TryPeek(out var table))
        {
            pages.Add(text, section.KindOf(text) ?? SegmentKind.Cell, string.Create(CultureInfo.InvariantCulture, $"table {table.Number}, {CellName.Of(table.Column, table.Row)}"));
        }
        else if ((paragraph.Outline ?? style.Outline) is { } level)
        {
            Heading(level, text.Trim());
        }
        else
        {
            pages.Add(text, KindOf(paragraph, text, style.Kind), NextParagraph());
        }
    }

    private SegmentKind KindOf(DocxParagraph paragraph, string text, SegmentKind style) =>
        paragraph.FieldKind ?? (style is not (SegmentKind.Body or SegmentKind.ListItem) ? style
            : section.KindOf(text) ?? (SectionNames.IsContentsEntry(text) ? SegmentKind.Contents : paragraph.IsListed switch
            {
                true => SegmentKind.ListItem,
                false => SegmentKind.Body,
                null => style,
            }));

    private string NextParagraph() => string.Create(CultureInfo.InvariantCulture, $"¶ {++paragraphs}");

    private void Heading(int level, string text)
    {
        foreach (var deeper in headings.Keys.Where(key => key >= level).ToList())
        {
            headings.Remove(deeper);
        }

        headings[level] = text;
        paragraphs = 0;
        section.Open(text);
        // No list of contents goes on behind a heading, even where its field was never closed.
        fields.Clear();
        pages.Begin(string.Join(" › ", headings.Values));
        pages.Add(text, SegmentKind.Heading, string.Empty);
    }

    // Drawings and formulae have paragraphs and runs of their own.
    private bool IsWordprocessing() => reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal);

    private string? Value() => Attribute("val");

    private string? Attribute(string name) => reader.GetAttribute(name, reader.NamespaceURI);

    private sealed class Table(int number)
    {
        private int next = 1;

        public int Number { get; } = number;

        public int Row { get; private set; }

        public int Column { get; private set; }

        public void BeginRow() => (Row, Column, next) = (Row + 1, 0, 1);

        public void BeginCell() => (Column, next) = (next, next + 1);

        // Columns come from a file: no table has more than 63.
        public void Span(int columns) => next = Column + Math.Clamp(columns, 1, 63);
    }
}
