using Glossary.Extraction.Evaluation;

namespace Glossary.Extraction.Tests.Quality;

/// <summary>No change may make the extraction worse on texts of our own. The floors lie a little below what was measured.</summary>
public sealed class QualityTests
{
    [Theory]
    [InlineData("plant.en", 0.66)]
    [InlineData("plant.de", 0.82)]
    public void The_balanced_profile_stays_above_the_floor(string corpus, double floor)
    {
        var (proposal, gold) = Propose(corpus, ExtractionOptions.Default);
        Assert.InRange(Measures.Of(proposal.Ranked, gold.Terms).F1, floor, 1);
        Assert.InRange(Measures.Of(proposal.Ranked, gold.TermsAndNames).F1, floor, 1);
        Assert.InRange((double)gold.TermsAndNames.Count(proposal.Candidates.Contains) / gold.TermsAndNames.Count, 0.95, 1);
    }

    [Theory]
    [InlineData("plant.en")]
    [InlineData("plant.de")]
    public void The_precise_profile_has_more_precision_and_the_exhaustive_one_more_recall(string corpus)
    {
        var measures = new[] { ExtractionOptions.Precise, ExtractionOptions.Default, ExtractionOptions.Exhaustive }
            .Select(options => Propose(corpus, options))
            .Select(each => Measures.Of(each.Proposal.Ranked, each.Gold.Terms))
            .ToList();
        Assert.True(measures[0].Precision > measures[1].Precision && measures[1].Precision > measures[2].Precision);
        Assert.True(measures[0].Recall < measures[1].Recall && measures[1].Recall < measures[2].Recall);
    }

    private static (Proposal Proposal, AnnotatedCorpus Gold) Propose(string corpus, ExtractionOptions options)
    {
        var gold = AnnotatedCorpus.Read(Path.Combine(AppContext.BaseDirectory, "gold", corpus));
        return (Proposal.Of(gold, options), gold);
    }
}
