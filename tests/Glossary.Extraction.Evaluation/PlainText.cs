using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Evaluation;

/// <summary>Reads plain text into the segments that the extractor works on: a line is a paragraph, a short one without a full stop a heading.</summary>
internal static class PlainText
{
    private const int MostWordsOfHeading = 12;

    public static PageText Page(int number, string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF');
        var segments = new List<TextSegment>();
        var at = 0;
        while (at < text.Length)
        {
            var end = EndOfParagraph(text, at);
            var (start, stop) = (at, end);
            while (start < stop && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (stop > start && char.IsWhiteSpace(text[stop - 1]))
            {
                stop--;
            }

            if (stop > start)
            {
                var kind = IsHeading(text.AsSpan(start, stop - start)) ? SegmentKind.Heading : SegmentKind.Body;
                segments.Add(new TextSegment(start, stop - start, kind));
            }

            at = end + 1;
        }

        return new PageText(number, text, segments);
    }

    // A line that begins in lower case goes on with the sentence of the line before.
    private static int EndOfParagraph(string text, int from)
    {
        var end = text.IndexOf('\n', from);
        while (end >= 0 && end + 1 < text.Length && end > from && char.IsLower(text[end + 1]) && text[end - 1] is not ('.' or '!' or '?' or ':'))
        {
            end = text.IndexOf('\n', end + 1);
        }

        return end < 0 ? text.Length : end;
    }

    private static bool IsHeading(ReadOnlySpan<char> line) =>
        !char.IsLower(line[0]) && line[^1] is not ('.' or ',' or ';' or ':' or '!' or '?') && line.Count(' ') < MostWordsOfHeading;
}
