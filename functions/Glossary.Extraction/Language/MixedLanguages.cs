namespace Glossary.Extraction.Language;

/// <summary>Puts together what was found in the parts of a document, each in its own language.</summary>
internal static class MixedLanguages
{
    /// <summary>One result; candidates keep their languages, and their occurrences count the sentences of all parts.</summary>
    /// <param name="language">Main language of the document.</param>
    /// <param name="parts">Results of the parts, each with all pages.</param>
    public static ExtractionResult Merge(string language, IReadOnlyList<ExtractionResult> parts)
    {
        var sentences = parts[0].Sentences
            .Select((page, index) => new PageSentences(page.Page, [.. parts.SelectMany(part => part.Sentences[index].Spans).OrderBy(span => span.Start)]))
            .ToList();
        var byPage = sentences.ToDictionary(page => page.Page, page => page.Spans);
        var candidates = parts.SelectMany(part => part.Candidates.Select(candidate => candidate with
        {
            Occurrences = [.. candidate.Occurrences.Select(place => place with { Sentence = SentenceAt(byPage[place.Page], place.Start) })],
        })).ToList();
        candidates.Sort(static (left, right) => right.Score.CompareTo(left.Score) is not 0 and var byScore ? byScore
            : string.CompareOrdinal(left.Key, right.Key) is not 0 and var byKey ? byKey
            : string.CompareOrdinal(left.Language, right.Language));
        return new ExtractionResult(language, parts.Sum(part => part.Tokens), parts.Sum(part => part.Marks), candidates, sentences);
    }

    private static int SentenceAt(IReadOnlyList<SentenceSpan> spans, int offset)
    {
        var (low, high) = (0, spans.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (spans[middle].Start <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
