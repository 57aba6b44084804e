using Glossary.Extraction.Analysis;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Patterns;
using Glossary.Extraction.Scoring;

namespace Glossary.Extraction.Candidates;

/// <summary>Makes candidates of what was counted: type, score, form to show, contexts, abbreviation and full form.</summary>
internal sealed class CandidateAssembler(
    LanguageData data, CandidateCollector document, IReadOnlyDictionary<int, AnalyzedPage> pages, ExtractionOptions options)
{
    private readonly DisplayForm display = new(data, document);
    private readonly ContextChooser contexts = new(pages);
    private readonly CandidateScorer scorer = new(data, document);
    private readonly HashSet<string> stopList = Folded(options.StopList);
    private readonly HashSet<string> allowList = Folded(options.AllowList);

    /// <summary>Candidates at or above the options' limits, best first.</summary>
    /// <param name="fullForms">For each abbreviation's record its full form's.</param>
    public List<TermCandidate> Assemble(IReadOnlyDictionary<CandidateRecord, CandidateRecord> fullForms)
    {
        var abbreviations = new Dictionary<CandidateRecord, CandidateRecord>();
        foreach (var (shortForm, fullForm) in fullForms)
        {
            abbreviations.TryAdd(fullForm, shortForm);
        }

        var candidates = new List<TermCandidate>();
        foreach (var record in document.Records)
        {
            var allowed = IsListed(record, allowList);
            if ((record.Frequency < options.MinimumFrequency && !allowed) || IsListed(record, stopList))
            {
                continue;
            }

            var type = TypeOf(record, fullForms.ContainsKey(record));
            var isPaired = fullForms.ContainsKey(record) || abbreviations.ContainsKey(record);
            var isPartOfPaired = !isPaired && record.OnlyContainer is { } around && abbreviations.ContainsKey(around);
            var parts = scorer.Score(record, type, isPaired, isPartOfPaired, allowed);
            // The same parts in another order are the same score.
            var score = 1 / (1 + Math.Exp(-Math.Round(parts.LogOdds, 4)));
            if (score >= options.MinimumScore || allowed)
            {
                candidates.Add(Candidate(record, type, score, parts.ToArray(), fullForms.GetValueOrDefault(record), abbreviations.GetValueOrDefault(record)));
            }
        }

        candidates.Sort(static (left, right) =>
            right.Score.CompareTo(left.Score) is not 0 and var byScore ? byScore : string.CompareOrdinal(left.Key, right.Key));
        return WithoutTwins(candidates);
    }

    // A word may be lemmatised in two ways by what stands around it; what looks the same to a person is one candidate.
    private static List<TermCandidate> WithoutTwins(List<TermCandidate> candidates)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = new List<TermCandidate>(candidates.Count);
        foreach (var candidate in candidates)
        {
            if (places.TryAdd(candidate.Text, kept.Count))
            {
                kept.Add(candidate);
            }
            else
            {
                var place = places[candidate.Text];
                kept[place] = Together(kept[place], candidate);
            }
        }

        return kept;
    }

    private static TermCandidate Together(TermCandidate better, TermCandidate twin) => better with
    {
        FullForm = better.FullForm ?? twin.FullForm,
        Abbreviation = better.Abbreviation ?? twin.Abbreviation,
        Forms = [.. better.Forms.Concat(twin.Forms)
            .GroupBy(form => form.Text, StringComparer.Ordinal)
            .Select(group => new SurfaceForm(group.Key, group.Sum(form => form.Count)))
            .OrderByDescending(form => form.Count).ThenBy(form => form.Text, StringComparer.Ordinal)],
        Occurrences = [.. better.Occurrences.Concat(twin.Occurrences).OrderBy(place => place.Page).ThenBy(place => place.Start)],
    };

    private TermCandidate Candidate(
        CandidateRecord record, CandidateType type, double score, ScorePart[] parts, CandidateRecord? fullForm, CandidateRecord? abbreviation)
    {
        // A named phrase may have been found after the spans of the same page.
        record.Occurrences.Sort(static (left, right) =>
            left.Page != right.Page ? left.Page.CompareTo(right.Page) : left.Start.CompareTo(right.Start));
        return new TermCandidate
        {
            Key = display.KeyText(record.Lemmas),
            Language = data.Code,
            Text = display.Of(record),
            Type = type,
            PartOfSpeech = PartOfSpeechOf(record),
            FullForm = fullForm is null ? null : display.Of(fullForm),
            Abbreviation = abbreviation is null ? null : display.Of(abbreviation),
            Score = score,
            Parts = parts,
            Forms = record.Forms.Count == 1 ? [new SurfaceForm(record.Forms[0].Form, record.Forms[0].All)] : [.. record.Forms
                .OrderByDescending(form => form.All).ThenBy(form => form.Form, StringComparer.Ordinal)
                .Select(form => new SurfaceForm(form.Form, form.All))],
            Occurrences = [.. record.Occurrences],
            Contexts = contexts.Of(record),
        };
    }

    private CandidateType TypeOf(CandidateRecord record, bool hasFullForm)
    {
        if (record.Kind == PhraseKind.Numbered)
        {
            return CandidateType.Symbol;
        }

        var word = document.Lemmas[record.Lemmas[0]];
        return record.Lemmas.Length > 1 ? CandidateType.FullForm
            : hasFullForm || WordShape.IsAbbreviation(word) ? CandidateType.Abbreviation
            : WordShape.KeepsCase(word) || word.Any(char.IsDigit) ? CandidateType.Symbol
            : CandidateType.FullForm;
    }

    private static string PartOfSpeechOf(CandidateRecord record) =>
        2 * record.Adjectives > record.Frequency ? "adjective"
        : 2 * record.Verbs > record.Frequency ? "verb"
        : 2 * record.Adverbs > record.Frequency ? "adverb"
        : "noun";

    private bool IsListed(CandidateRecord record, HashSet<string> list) =>
        list.Count > 0 && (list.Contains(display.KeyText(record.Lemmas).ToLowerInvariant())
            || record.Forms.Any(form => list.Contains(form.Form.ToLowerInvariant())));

    private static HashSet<string> Folded(IReadOnlyCollection<string> terms) =>
        terms.Select(term => ComposedText.Of(term).Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
}
