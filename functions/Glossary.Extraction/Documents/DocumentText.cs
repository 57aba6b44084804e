namespace Glossary.Extraction.Documents;

/// <summary>The repaired text of one document, page by page, as a reader hands it to the extractor.</summary>
/// <param name="Pages">Pages in reading order; a page is whatever the format calls one (PDF page, DOCX heading section, XLSX sheet).</param>
public sealed record DocumentText(IReadOnlyList<PageText> Pages);

/// <summary>The text of one page with the segments it is made of.</summary>
/// <param name="Number">1-based page number in the document; unreadable pages leave a gap.</param>
/// <param name="Text">The text as it is stored. Every position in this library is a UTF-16 offset into it.</param>
/// <param name="Segments">Ascending, non-overlapping parts of <paramref name="Text"/>. Text outside any segment is white space.</param>
public sealed record PageText(int Number, string Text, IReadOnlyList<TextSegment> Segments);

/// <summary>A run of text with one role on the page. A phrase never crosses the border of a segment.</summary>
/// <param name="Start">UTF-16 offset into the page text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Kind">Its role on the page.</param>
public readonly record struct TextSegment(int Start, int Length, SegmentKind Kind)
{
    /// <summary>Offset of the first character after the segment.</summary>
    public int End => Start + Length;
}

/// <summary>What a segment is on its page. Terms are taken from all but <see cref="RunningHead"/>, <see cref="Contents"/>, <see cref="Reference"/> and <see cref="Imprint"/>.</summary>
public enum SegmentKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>A heading of any level.</summary>
    Heading,

    /// <summary>The caption of a figure or a table.</summary>
    Caption,

    /// <summary>One cell of a table or a sheet.</summary>
    Cell,

    /// <summary>One item of a list.</summary>
    ListItem,

    /// <summary>An entry of a list of references.</summary>
    Reference,

    /// <summary>A line that repeats at the head or the foot of the pages, page numbers included.</summary>
    RunningHead,

    /// <summary>A line of a table of contents or an index.</summary>
    Contents,

    /// <summary>A line of the part that says who wrote and published the document.</summary>
    Imprint,
}
