using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Language;

/// <summary>Parts a document by the languages of its blocks, so that each is analysed by its own.</summary>
internal static class BlockLanguages
{
    /// <summary>The document in its main language and, where blocks of another one stand in it, those blocks; all pages keep their texts and offsets.</summary>
    /// <param name="document">The document.</param>
    /// <param name="main">Its main language.</param>
    public static IReadOnlyList<(string Language, DocumentText Document)> Split(DocumentText document, string main)
    {
        var languages = document.Pages.Select(page => OfSegments(page, main)).ToList();
        var others = languages.SelectMany(page => page).Where(language => language != main).Distinct().Order(StringComparer.Ordinal).ToList();
        return others.Count == 0
            ? [(main, document)]
            : [.. others.Prepend(main).Select(language => (language, Part(document, languages, language)))];
    }

    private static DocumentText Part(DocumentText document, List<string[]> languages, string wanted) => new([.. document.Pages.Select((page, index) =>
        page with { Segments = [.. page.Segments.Where((_, segment) => languages[index][segment] == wanted)] })]);

    // A block that does not tell goes with its neighbours: a heading with what follows, all else with what stands before.
    private static string[] OfSegments(PageText page, string main)
    {
        var told = new string?[page.Segments.Count];
        for (var i = 0; i < told.Length; i++)
        {
            var segment = page.Segments[i];
            told[i] = LanguageDetector.DetectBlock(page.Text.AsSpan(segment.Start, segment.Length));
        }

        return [.. told.Select((language, i) => language ?? Neighbour(told, i, page.Segments[i].Kind == SegmentKind.Heading ? 1 : -1) ?? main)];
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
