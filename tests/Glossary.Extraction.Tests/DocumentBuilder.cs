using System.Text;
using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Tests;

/// <summary>Lays out texts as the segments of pages, each on a line of its own.</summary>
internal sealed class DocumentBuilder
{
    private readonly List<PageText> pages = [];
    private readonly StringBuilder text = new();
    private readonly List<TextSegment> segments = [];

    /// <summary>A document of one page of paragraphs.</summary>
    public static DocumentText OfBody(params string[] paragraphs) => new DocumentBuilder().Add(SegmentKind.Body, paragraphs).Build();

    public DocumentBuilder Body(params string[] paragraphs) => Add(SegmentKind.Body, paragraphs);

    public DocumentBuilder Heading(params string[] headings) => Add(SegmentKind.Heading, headings);

    public DocumentBuilder Cells(params string[] cells) => Add(SegmentKind.Cell, cells);

    public DocumentBuilder ListItems(params string[] items) => Add(SegmentKind.ListItem, items);

    public DocumentBuilder Add(SegmentKind kind, params string[] texts)
    {
        foreach (var each in texts)
        {
            segments.Add(new TextSegment(text.Length, each.Length, kind));
            text.Append(each).Append('\n');
        }

        return this;
    }

    /// <summary>Ends the page.</summary>
    public DocumentBuilder NextPage()
    {
        pages.Add(new PageText(pages.Count + 1, text.ToString(), [.. segments]));
        text.Clear();
        segments.Clear();
        return this;
    }

    public DocumentText Build()
    {
        NextPage();
        return new DocumentText([.. pages]);
    }
}
