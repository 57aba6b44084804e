namespace Glossary.Samples;

/// <summary>Sets a manual as a book would: title page with contents, justified text with hyphens, tables, figures, heads and page numbers.</summary>
internal sealed class PdfManual(Manual manual)
{
    private const double Left = 72;
    private const double Right = 523;
    private const double Top = 760;
    private const double Bottom = 78;
    private const double Body = 10.5;
    private const double Leading = 14.2;

    private readonly PdfFile file = new();
    private double y;

    public byte[] Write()
    {
        // The contents stand before the pages they name: the manual is set twice, and what the first pass learnt is printed by the second.
        var pages = Set(new Dictionary<string, int>());
        file.Clear();
        Set(pages);
        return file.Write(manual.Title, manual.Language);
    }

    private Dictionary<string, int> Set(Dictionary<string, int> known)
    {
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        TitlePage(known);
        NewPage();
        foreach (var part in manual.Parts)
        {
            switch (part)
            {
                case ManualText { Kind: PartKind.Heading } heading:
                    Heading(heading.Text, 16, 26, pages);
                    break;
                case ManualText { Kind: PartKind.Subheading } heading:
                    Heading(heading.Text, 12.5, 18, pages);
                    break;
                case ManualText { Kind: PartKind.Paragraph } text:
                    Flow(text.Text, Left, Right, justify: true);
                    y -= 5;
                    break;
                case ManualText { Kind: PartKind.Item } item:
                    Need(Leading);
                    file.Text("•", Left + 6, y, Body, PdfFont.Body);
                    Flow(item.Text, Left + 20, Right, justify: false);
                    break;
                case ManualText { Kind: PartKind.Figure } figure:
                    Figure(figure.Text);
                    break;
                case ManualText { Kind: PartKind.Reference } reference:
                    Flow(reference.Text, Left, Right, justify: false);
                    break;
                case ManualTable table:
                    Table(table);
                    break;
            }
        }

        return pages;
    }

    private void TitlePage(Dictionary<string, int> pages)
    {
        file.NewPage();
        file.Rectangle(0, 640, 595, 202, 0.07);
        file.Text(manual.Title, Left, 742, 26, PdfFont.Bold, white: true);
        file.Text(manual.Subtitle, Left, 706, 15, PdfFont.Sans, white: true);
        file.Text(manual.Contents, Left, 590, 16, PdfFont.Bold);
        var line = 562.0;
        foreach (var heading in manual.Parts.OfType<ManualText>().Where(part => part.Kind is PartKind.Heading or PartKind.Subheading))
        {
            var indent = heading.Kind == PartKind.Heading ? 0 : 16;
            var number = pages.GetValueOrDefault(heading.Text).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var end = Right - file.Width(number, Body, PdfFont.Body);
            file.Text(heading.Text, Left + indent, line, Body, PdfFont.Body);
            file.Text(number, end, line, Body, PdfFont.Body);
            var dot = file.Width(" .", Body, PdfFont.Body);
            var from = Left + indent + file.Width(heading.Text, Body, PdfFont.Body) + dot;
            var dots = (int)((end - 4 - from) / dot);
            file.Text(string.Concat(Enumerable.Repeat(" .", Math.Max(0, dots))), end - 4 - (dots * dot), line, Body, PdfFont.Body);
            line -= 17;
        }
    }

    private void NewPage()
    {
        file.NewPage();
        file.Text(manual.RunningHead, Left, 795, 8.5, PdfFont.Sans);
        file.Rule(Left, Right, 788);
        var number = file.PageCount.ToString(System.Globalization.CultureInfo.InvariantCulture);
        file.Text(number, (Left + Right - file.Width(number, 8.5, PdfFont.Sans)) / 2, 44, 8.5, PdfFont.Sans);
        y = Top;
    }

    private void Need(double height)
    {
        if (y - height < Bottom)
        {
            NewPage();
        }
    }

    private void Heading(string text, double size, double before, Dictionary<string, int> pages)
    {
        Need(before + (4 * Leading));
        y -= y < Top ? before - Leading : 0;
        file.Text(text, Left, y, size, PdfFont.Bold);
        pages[text] = file.PageCount;
        y -= size + 6;
    }

    private void Flow(string text, double left, double right, bool justify)
    {
        var words = new LinkedList<string>(text.Split(' '));
        while (words.First is not null)
        {
            Need(Leading);
            var line = new List<string>();
            var room = right - left;
            while (words.First is { } word)
            {
                var gap = line.Count > 0 ? file.Width(" ", Body, PdfFont.Body) : 0;
                var width = file.Width(word.Value, Body, PdfFont.Body);
                if (gap + width <= room)
                {
                    line.Add(word.Value);
                    room -= gap + width;
                    words.RemoveFirst();
                    continue;
                }

                var head = room > 30 ? Hyphenation.Heads(word.Value).FirstOrDefault(each => gap + file.Width(each + "-", Body, PdfFont.Body) <= room) : null;
                if (head is not null)
                {
                    line.Add(head + "-");
                    room -= gap + file.Width(head + "-", Body, PdfFont.Body);
                    words.First.Value = word.Value[head.Length..];
                }

                break;
            }

            var spacing = justify && words.First is not null && line.Count > 1 ? room / (line.Count - 1) : 0;
            file.Text(string.Join(' ', line), left, y, Body, PdfFont.Body, wordSpacing: spacing);
            y -= Leading;
        }
    }

    private void Figure(string caption)
    {
        const double height = 110;
        Need(height + (2 * Leading));
        file.Rectangle(Left + 60, y - height, Right - Left - 120, height, 0.93);
        file.Rectangle(Left + 180, y - height + 18, 90, height - 36, 0.75);
        file.Rectangle(Left + 222, y - height + 30, 6, height - 22, 0.4);
        file.Rectangle(Left + 200, y - height + 40, 50, 6, 0.4);
        y -= height + Leading;
        file.Text(caption, Left, y, 9, PdfFont.Sans);
        y -= Leading + 6;
    }

    private void Table(ManualTable table)
    {
        var columns = table.Rows.Max(row => row.Length);
        double[] starts = columns == 2 ? [Left, Left + 70] : [Left, Left + 170, Left + 330];
        Need((table.Rows.Count + 2) * Leading);
        if (table.Caption is { } caption)
        {
            file.Text(caption, Left, y, 9, PdfFont.Sans);
            y -= Leading + 2;
        }

        file.Rule(Left, Right, y + 11);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var font = i == 0 && table.Caption is not null ? PdfFont.Bold : PdfFont.Body;
            for (var column = 0; column < table.Rows[i].Length; column++)
            {
                file.Text(table.Rows[i][column], starts[column], y, 9.5, font);
            }

            file.Rule(Left, Right, y - 4);
            y -= Leading + 1;
        }

        y -= 6;
    }
}
