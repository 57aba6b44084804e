using System.Globalization;
using System.Text;
using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Office;

/// <summary>Gathers the segments of a document without pages into pages of bounded size, one or more per anchor.</summary>
internal sealed class PageBuilder(ReadLimits limits)
{
    private const int LongestPage = 30_000;

    private readonly List<ReadPage> pages = [];
    private readonly StringBuilder text = new();
    private readonly List<TextSegment> segments = [];
    private readonly List<string> labels = [];
    private string anchor = string.Empty;
    private long characters;

    /// <summary>The pages so far, the last one included.</summary>
    public IReadOnlyList<ReadPage> Complete()
    {
        Flush();
        return pages;
    }

    /// <summary>Begins a part of the document: what follows is on pages of its own.</summary>
    /// <param name="name">What the part is called: a path of headings, or a sheet.</param>
    public void Begin(string name)
    {
        Flush();
        anchor = name;
    }

    /// <summary>Adds a segment; blank ones are left out.</summary>
    /// <param name="content">Its text.</param>
    /// <param name="kind">Its role.</param>
    /// <param name="label">Its name inside the part, such as <c>¶ 3</c> or <c>B7</c>; empty where the part's own name says it.</param>
    public void Add(string content, SegmentKind kind, string label)
    {
        var trimmed = Clean(content).Trim();
        if (trimmed.Length == 0)
        {
            return;
        }

        if ((characters += trimmed.Length) > limits.MaximumCharacters)
        {
            throw new DocumentRefusedException(RefusalCodes.TooMuchText, string.Create(
                CultureInfo.InvariantCulture, $"The document has more than {limits.MaximumCharacters:N0} characters. Split it into parts."));
        }

        if (text.Length > LongestPage)
        {
            Flush();
        }

        if (text.Length > 0)
        {
            text.Append('\n');
        }

        segments.Add(new TextSegment(text.Length, trimmed.Length, kind));
        labels.Add(label);
        text.Append(trimmed);
    }

    private static string Clean(string content)
    {
        var clean = new StringBuilder(content.Length);
        foreach (var character in content)
        {
            if (character == '\n')
            {
                clean.Append(character);
            }
            else if (UnseenCharacters.IsOtherSpace(character) || UnseenCharacters.IsNone(character))
            {
                clean.Append(' ');
            }
            else if (character != '\u00AD' && !UnseenCharacters.HasNoWidth(character))
            {
                clean.Append(character);
            }
        }

        return ComposedText.Of(clean.ToString());
    }

    private void Flush()
    {
        if (segments.Count == 0)
        {
            return;
        }

        if (pages.Count == limits.MaximumPages)
        {
            throw new DocumentRefusedException(RefusalCodes.TooManyPages, string.Create(
                CultureInfo.InvariantCulture, $"The document has more than {limits.MaximumPages:N0} sections. Split it into parts."));
        }

        pages.Add(new ReadPage(new PageText(pages.Count + 1, text.ToString(), [.. segments]), [], anchor, [.. labels]));
        text.Clear();
        segments.Clear();
        labels.Clear();
    }
}
