using Glossary.Extraction.Analysis;
using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Candidates;

/// <summary>Chooses the sentences that show a candidate best: running text of a handy length, from different pages.</summary>
internal sealed class ContextChooser(IReadOnlyDictionary<int, AnalyzedPage> pages)
{
    private const int Most = 5;
    private const int MostLookedAt = 60;
    private const int LongestContext = 400;

    /// <summary>At most five contexts, best first.</summary>
    public CandidateContext[] Of(CandidateRecord record)
    {
        if (record.Occurrences.Count == 1)
        {
            return [Context(record.Occurrences[0])];
        }

        Span<int> order = stackalloc int[Math.Min(MostLookedAt, record.Occurrences.Count)];
        Rank(record.Occurrences, order);
        var chosen = new List<Occurrence>(Most);
        Choose(record.Occurrences, order, chosen, static (one, other) => one.Page == other.Page);
        Choose(record.Occurrences, order, chosen, static (one, other) => one.Page == other.Page && one.Sentence == other.Sentence);
        return [.. chosen.Select(Context)];
    }

    // The first occurrences by descending merit, and those of equal merit as they stand: each goes before those of less merit.
    private void Rank(List<Occurrence> occurrences, Span<int> order)
    {
        Span<int> merits = stackalloc int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            merits[i] = Merit(occurrences[i]);
            var at = i;
            for (; at > 0 && merits[order[at - 1]] < merits[i]; at--)
            {
                order[at] = order[at - 1];
            }

            order[at] = i;
        }
    }

    private static void Choose(List<Occurrence> occurrences, ReadOnlySpan<int> order, List<Occurrence> chosen, Func<Occurrence, Occurrence, bool> isLike)
    {
        foreach (var index in order)
        {
            if (chosen.Count == Most)
            {
                return;
            }

            var occurrence = occurrences[index];
            if (!chosen.Exists(other => isLike(occurrence, other)))
            {
                chosen.Add(occurrence);
            }
        }
    }

    private int Merit(in Occurrence occurrence)
    {
        var page = pages[occurrence.Page];
        var sentence = page.Sentences[occurrence.Sentence];
        var length = page.Tokens[sentence.To - 1].End - page.Tokens[sentence.From].Start;
        return (sentence.Kind == SegmentKind.Body ? 4 : sentence.Kind == SegmentKind.ListItem ? 3 : 0)
            + (length is >= 40 and <= 260 ? 2 : length is > 260 and <= LongestContext ? 1 : 0)
            + (occurrence.Start == page.Tokens[sentence.From].Start ? 1 : 0);
    }

    private CandidateContext Context(Occurrence occurrence)
    {
        var page = pages[occurrence.Page];
        var sentence = page.Sentences[occurrence.Sentence];
        var (from, to) = (sentence.From, sentence.To - 1);
        var start = page.Tokens[from].Start;
        var end = page.Tokens[to].End;
        // A sentence without an end is shown from whole words around the term.
        var termEnd = occurrence.Start + occurrence.Length;
        while (end - start > LongestContext && to > from && page.Tokens[to - 1].End >= termEnd && page.Tokens[to].End - termEnd > LongestContext / 2)
        {
            end = page.Tokens[--to].End;
        }

        while (end - start > LongestContext && from < to && page.Tokens[from + 1].Start <= occurrence.Start)
        {
            start = page.Tokens[++from].Start;
        }

        while (end - start > LongestContext && to > from && page.Tokens[to - 1].End >= termEnd)
        {
            end = page.Tokens[--to].End;
        }

        return new CandidateContext(
            occurrence.Page, start, Math.Min(end - start, Math.Max(LongestContext, occurrence.Length)), occurrence.Start, occurrence.Length);
    }
}
