using Glossary.Extraction.Analysis;
using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Candidates;

/// <summary>Phrases that are candidates wherever they stand, whatever their pattern: full forms of abbreviations, and a person's list.</summary>
internal sealed class NamedPhrases
{
    private readonly Dictionary<int, List<int[]>> byFirst = [];
    private readonly Dictionary<CandidateRecord, HashSet<(int Page, int Start)>> known = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => byFirst.Count == 0;

    /// <summary>Adds a phrase as the numbers of its lemmas.</summary>
    public void Add(int[] lemmas)
    {
        if (lemmas.Length is 0 or > PhraseKey.MaximumWords)
        {
            return;
        }

        if (!byFirst.TryGetValue(lemmas[0], out var phrases))
        {
            byFirst[lemmas[0]] = phrases = [];
        }

        if (!phrases.Exists(phrase => phrase.AsSpan().SequenceEqual(lemmas)))
        {
            phrases.Add(lemmas);
        }
    }

    /// <summary>Counts the phrases of a page.</summary>
    public void Count(AnalyzedPage page, int[] lemmas, CandidateCollector collector)
    {
        for (var index = 0; index < page.Sentences.Length; index++)
        {
            var sentence = page.Sentences[index];
            if (!CandidateCollector.IsSource(sentence.Kind))
            {
                continue;
            }

            for (var at = sentence.From; at < sentence.To; at++)
            {
                if (!byFirst.TryGetValue(lemmas[at], out var phrases))
                {
                    continue;
                }

                foreach (var phrase in phrases)
                {
                    if (at + phrase.Length <= sentence.To && lemmas.AsSpan(at, phrase.Length).SequenceEqual(phrase)
                        && IsNew(collector.Find(phrase), page.Page.Number, page.Tokens[at].Start))
                    {
                        collector.AddNamed(page, phrase, new PhraseSpan(at, at + phrase.Length, PhraseKind.Noun, true), index);
                    }
                }
            }
        }
    }

    // A pattern may have found some of the places.
    private bool IsNew(CandidateRecord? record, int page, int start)
    {
        if (record is null)
        {
            return true;
        }

        if (!known.TryGetValue(record, out var places))
        {
            known[record] = places = [.. record.Occurrences.Select(occurrence => (occurrence.Page, occurrence.Start))];
        }

        return places.Add((page, start));
    }
}
