using Glossary.Extraction.Documents;

namespace Glossary.Formats.Documents;

/// <summary>A page as a reader yields it: its text with segments, and where its words stand.</summary>
/// <param name="Content">Number, text and segments.</param>
/// <param name="Words">Boxes of the words on a PDF page in text order; empty for formats without a fixed layout.</param>
/// <param name="Anchor">Where the page is for a person in formats without pages: a path of headings, or a sheet. Null for PDF.</param>
/// <param name="Labels">The name of each segment inside its anchor, such as <c>¶ 3</c> or <c>B7</c>; empty for PDF.</param>
public sealed record ReadPage(PageText Content, IReadOnlyList<WordBox> Words, string? Anchor = null, IReadOnlyList<string>? Labels = null)
{
    /// <summary>Where an offset of the text is for a person: anchor and label; null for PDF.</summary>
    public string? PlaceOf(int offset)
    {
        if (Anchor is null)
        {
            return null;
        }

        for (var i = 0; i < Content.Segments.Count && i < (Labels?.Count ?? 0); i++)
        {
            if (offset < Content.Segments[i].End)
            {
                return $"{Anchor}{(Anchor.Length > 0 ? ", " : string.Empty)}{Labels![i]}";
            }
        }

        return Anchor;
    }
}

/// <summary>The box of a word, in ten-thousandths of the page's width and height from the top left corner of the page as shown.</summary>
/// <param name="Start">UTF-16 offset into the page text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Left">0–10,000.</param>
/// <param name="Top">0–10,000.</param>
/// <param name="Width">0–10,000.</param>
/// <param name="Height">0–10,000.</param>
public readonly record struct WordBox(int Start, int Length, short Left, short Top, short Width, short Height);

/// <summary>Limits within which a document is read; each is a setting of the host.</summary>
public sealed record ReadLimits
{
    /// <summary>The documented limits.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes of the upload.</summary>
    public long MaximumBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>Pages.</summary>
    public int MaximumPages { get; init; } = 5_000;

    /// <summary>UTF-16 units of text in all pages together.</summary>
    public int MaximumCharacters { get; init; } = 20_000_000;

    /// <summary>Parts of an archive (DOCX, XLSX).</summary>
    public int MaximumArchiveEntries { get; init; } = 10_000;

    /// <summary>Unpacked bytes of one part of an archive.</summary>
    public long MaximumArchiveEntry { get; init; } = 256L * 1024 * 1024;

    /// <summary>Unpacked bytes of all parts of an archive together.</summary>
    public long MaximumUnpacked { get; init; } = 512L * 1024 * 1024;
}

/// <summary>What was repaired or lost while reading, for the document's report.</summary>
/// <param name="Pages">Pages the document has.</param>
/// <param name="FailedPages">1-based numbers of the pages that could not be read; at most 100 are named.</param>
/// <param name="PagesWithoutText">1-based numbers of the pages without a text layer; at most 100 are named.</param>
/// <param name="Repairs">Count per repair, by kebab-case name: <c>line-end-hyphens</c>, <c>ligatures</c>, <c>running-heads</c>, …</param>
public sealed record ReadReport(
    int Pages,
    IReadOnlyList<int> FailedPages,
    IReadOnlyList<int> PagesWithoutText,
    IReadOnlyDictionary<string, int> Repairs);
