using System.Text;
using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Pdf;

/// <summary>Writes a page's rows down as text: paragraphs with their lines joined, headings, captions, items and cells, each a segment.</summary>
internal sealed class PageAssembler(LineRole role, RunningHeads heads, LineEndHyphens hyphens, RepairCounts repairs)
{
    // So many rows may lack a page number inside a table of contents: entries that are longer than a line.
    private const int MostRowsWithoutPage = 3;

    private readonly StringBuilder text = new();
    private readonly OpenSection section = new();
    private readonly List<TextSegment> segments = [];
    private readonly List<WordBox> words = [];

    private PdfPageLayout page = null!;
    private bool inContents;
    private int rowsWithoutPage;

    /// <summary>The page as a reader yields it. Pages are given in order, because a list of references goes on over several.</summary>
    public ReadPage Assemble(PdfPageLayout layout)
    {
        page = layout;
        text.Clear();
        segments.Clear();
        words.Clear();
        var rows = layout.Rows;
        var i = 0;
        while (i < rows.Count)
        {
            i = Next(rows, i);
        }

        return new ReadPage(new PageText(layout.Number, text.ToString(), [.. segments]), [.. words]);
    }

    private int Next(IReadOnlyList<PdfRow> rows, int i)
    {
        var row = rows[i];
        if (heads.Contains(page, row))
        {
            repairs.Count(RunningHeads.IsPageNumber(row.Text) ? Repair.PageNumbers : Repair.RunningHeads);
            Segment([.. row.Lines], SegmentKind.RunningHead);
            return i + 1;
        }

        if (IsContents(row.Text))
        {
            Segment([.. row.Lines], SegmentKind.Contents);
            return i + 1;
        }

        if (TableRow.Staggered(rows, i, out var end) is { } staggered)
        {
            return Table(staggered, end);
        }

        if (role.IsHeading(row))
        {
            end = i + 1;
            while (end < rows.Count && end - i < 3 && role.IsHeading(rows[end]) && rows[end].ContinuesTextOf(rows[end - 1]) && rows[end].Lines.Count == 1)
            {
                end++;
            }

            var heading = rows.Skip(i).Take(end - i).SelectMany(each => each.Lines).ToList();
            Open(string.Join(' ', heading.Select(line => line.Text)));
            Segment(heading, SegmentKind.Heading);
            return end;
        }

        // A bullet or a number that stands off from its text is one item with it, not two cells.
        return row.Lines.Count > 1 && !IsMarker(row.Lines[0].Text) ? Table(TableRow.Of(rows, i, out end), end) : Paragraph(rows, i);
    }

    // What a heading opens goes on until the next one; the letters of an index are none.
    private void Open(string heading)
    {
        section.Open(heading);
        inContents = SectionNames.OpensContents(heading) || (inContents && heading.Length == 1);
        rowsWithoutPage = 0;
    }

    // An entry has leaders, or stands under a heading of contents and ends in a page number.
    private bool IsContents(string text)
    {
        if (SectionNames.IsContentsEntry(text))
        {
            return true;
        }

        if (!inContents)
        {
            return false;
        }

        if (LineRole.EndsInPageNumber(text))
        {
            rowsWithoutPage = 0;
            return true;
        }

        inContents = ++rowsWithoutPage < MostRowsWithoutPage;
        return false;
    }

    private int Paragraph(IReadOnlyList<PdfRow> rows, int i)
    {
        var first = rows[i];
        var lines = new List<PdfLine>(first.Lines);
        var end = i + 1;
        while (end < rows.Count && rows[end].Lines.Count == 1 && (rows[end].ContinuesTextOf(rows[end - 1]) || GoesOnInColumn(rows[end - 1], rows[end]))
            && !heads.Contains(page, rows[end]) && !role.IsHeading(rows[end])
            && LineRole.KindOf(rows[end].Text) == SegmentKind.Body && !StartsParagraph(rows, i, end)
            && !(section.IsReferences && StartsReference(rows, end)) && !(inContents && LineRole.EndsInPageNumber(rows[end].Text)))
        {
            lines.AddRange(rows[end].Lines);
            end++;
        }

        Segment(lines, section.KindOf(string.Join(' ', lines.Select(line => line.Text))) ?? LineRole.KindOf(first.Text));
        return end;
    }

    private int Table(List<List<PdfLine>> cells, int end)
    {
        foreach (var cell in cells)
        {
            Segment(cell, section.KindOf(cell[0].Text) ?? SegmentKind.Cell);
        }

        return end;
    }

    // A sentence that the end of a column cuts goes on at the top of the next one.
    private static bool GoesOnInColumn(PdfRow before, PdfRow row) =>
        row.Column > before.Column && row.Baseline > before.Baseline && Math.Abs(before.Size - row.Size) < 0.1
        && char.IsLower(row.Text[0]) && (char.IsLetterOrDigit(before.Text[^1]) || before.Text[^1] is ',' or '-' or '\u00AD');

    private static bool IsMarker(string text) =>
        text.Length <= 4 && (LineRole.IsListItem(text + " x") || (text.Length == 1 && !char.IsLetterOrDigit(text[0])));

    // An indented line after one that ends a sentence short of the edge opens a paragraph.
    private static bool StartsParagraph(IReadOnlyList<PdfRow> rows, int first, int at)
    {
        var (before, line) = (rows[at - 1].Lines[^1], rows[at].Lines[0]);
        var indent = line.Left - before.Left;
        if (at - first > 1 && indent > 0.8 * line.Size && indent < 4 * line.Size && before.Text[^1] is '.' or '!' or '?' or ':')
        {
            return true;
        }

        // Extra distance compared with the lines before.
        return at - first > 1
            && rows[at - 1].Baseline - rows[at].Baseline > 1.35 * (rows[at - 2].Baseline - rows[at - 1].Baseline);
    }

    // An entry has a number in brackets, or its first line stands out to the left.
    private static bool StartsReference(IReadOnlyList<PdfRow> rows, int at) =>
        LineRole.IsReferenceNumber(rows[at].Text) || rows[at].Lines[0].Left < rows[at - 1].Lines[0].Left - (0.5 * rows[at].Size);

    private void Segment(List<PdfLine> lines, SegmentKind kind)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        var start = text.Length;
        for (var i = 0; i < lines.Count; i++)
        {
            for (var j = 0; j < lines[i].Words.Count; j++)
            {
                Word(lines[i].Words[j], isFirst: text.Length == start, atLineStart: j == 0 && i > 0);
            }
        }

        if (text.Length > start)
        {
            segments.Add(new TextSegment(start, text.Length - start, kind));
            if (CountedAs(kind) is { } repair)
            {
                repairs.Count(repair);
            }
        }
    }

    private static string? CountedAs(SegmentKind kind) => kind switch
    {
        SegmentKind.Caption => Repair.Captions,
        SegmentKind.Cell => Repair.TableCells,
        SegmentKind.Contents => Repair.Contents,
        SegmentKind.Imprint => Repair.Imprint,
        SegmentKind.Reference => Repair.References,
        _ => null,
    };

    private void Word(PdfWord word, bool isFirst, bool atLineStart)
    {
        var value = word.Text.Replace("\u00AD", string.Empty, StringComparison.Ordinal) is { Length: > 0 } clean && word.Text[^1] != '\u00AD' ? clean : word.Text;
        if (value.Length == 0)
        {
            return;
        }

        if (!isFirst)
        {
            var joint = atLineStart ? hyphens.Judge(LastWord(), value) : Joint.Space;
            switch (joint)
            {
                case Joint.Join:
                    text.Length--;
                    words[^1] = words[^1] with { Length = words[^1].Length - 1 };
                    repairs.Count(Repair.LineEndHyphens);
                    break;
                case Joint.Space:
                    text.Append(' ');
                    break;
            }
        }

        words.Add(word.ToBox(text.Length, value.Length, page.Width, page.Height));
        text.Append(value);
    }

    private string LastWord()
    {
        var start = words[^1].Start;
        while (start > 0 && text[start - 1] is not (' ' or '\n'))
        {
            start--;
        }

        return text.ToString(start, text.Length - start);
    }
}
