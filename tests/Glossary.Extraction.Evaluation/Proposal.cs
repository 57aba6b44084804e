using Glossary.Extraction.Candidates;

namespace Glossary.Extraction.Evaluation;

/// <summary>The forms that the extractor proposes for a corpus, and those that it looked at.</summary>
/// <param name="Ranked">Forms of the terms that the profile keeps, best first.</param>
/// <param name="Candidates">Forms of all candidates.</param>
internal sealed record Proposal(IReadOnlyList<string> Ranked, IReadOnlySet<string> Candidates)
{
    public static Proposal Of(AnnotatedCorpus corpus, ExtractionOptions options)
    {
        var all = TermExtractor.Extract(corpus.Text, options with { MinimumScore = 0 }).Candidates;
        return new Proposal(
            Forms(all.Where(candidate => candidate.Score >= options.MinimumScore)),
            Forms(all).ToHashSet(StringComparer.Ordinal));
    }

    private static List<string> Forms(IEnumerable<TermCandidate> candidates) =>
        [.. candidates.SelectMany(candidate => candidate.Forms).Select(form => ComparableForm.Of(form.Text)).Distinct(StringComparer.Ordinal)];
}
