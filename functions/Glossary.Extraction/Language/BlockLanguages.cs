using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Language;

/// <summary>Parts a document by the languages of its blocks, so that each is analysed by its own.</summary>
internal static class BlockLanguages
{
    /// <summary>The document in its main language and, where blocks of the other one stand in it, those blocks; all pages keep their texts and offsets.</summary>
    /// <param name="document">The document.</param>
    /// <param name="main">Its main language.</param>
    public static IReadOnlyList<(string Language, DocumentText Document)> Split(DocumentText document, string main)
    {
        var other = main == "de" ? "en" : "de";
        var inOther = document.Pages.Select(page => InOther(page, main, other)).ToList();
        return inOther.TrueForAll(page => page is null)
            ? [(main, document)]
            : [(main, Part(document, inOther, false)), (other, Part(document, inOther, true))];
    }

    private static DocumentText Part(DocumentText document, List<bool[]?> inOther, bool wanted) => new([.. document.Pages.Select((page, index) =>
        page with { Segments = [.. page.Segments.Where((_, segment) => (inOther[index]?[segment] ?? false) == wanted)] })]);

    // A block that does not tell goes with its neighbours: a heading with what follows, all else with what stands before.
    private static bool[]? InOther(PageText page, string main, string other)
    {
        var told = new string?[page.Segments.Count];
        for (var i = 0; i < told.Length; i++)
        {
            var segment = page.Segments[i];
            told[i] = LanguageDetector.DetectBlock(page.Text.AsSpan(segment.Start, segment.Length));
        }

        if (!told.Contains(other))
        {
            return null;
        }

        var result = new bool[told.Length];
        for (var i = 0; i < told.Length; i++)
        {
            var language = told[i] ?? Neighbour(told, i, page.Segments[i].Kind == SegmentKind.Heading ? 1 : -1) ?? main;
            result[i] = language == other;
        }

        return result;
    }

    private static string? Neighbour(string?[] told, int from, int step)
    {
        for (var i = from + step; i >= 0 && i < told.Length; i += step)
        {
            if (told[i] is not null)
            {
                return told[i];
            }
        }

        return null;
    }
}
