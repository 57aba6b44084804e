using Glossary.Extraction.Candidates;

namespace Glossary.Extraction.Tests;

public sealed class ExtractionOptionsTests
{
    [Theory]
    [InlineData("pH sensor")]
    [InlineData("pH sensors")]
    [InlineData(" PH SENSOR ")]
    public void A_term_of_the_stop_list_is_left_out_in_any_inflection_and_case(string entry)
    {
        Assert.Contains(Extract(new()), each => each.Text == "pH sensor");
        Assert.DoesNotContain(Extract(new() { StopList = [entry] }), each => each.Text == "pH sensor");
    }

    [Theory]
    [InlineData("steel vessel")]
    [InlineData("set up")]
    [InlineData("small bubble")]
    public void A_term_of_the_allow_list_is_proposed_wherever_it_occurs(string entry)
    {
        Assert.DoesNotContain(Extract(new()), each => each.Text == entry);
        var candidate = Assert.Single(Extract(new() { AllowList = [entry] }), each => each.Text == entry);
        Assert.Contains(candidate.Parts, part => part.Name == "allow-list");
    }

    [Fact]
    public void A_term_of_the_allow_list_is_found_in_its_other_number() =>
        Assert.Contains(
            Extract(new() { AllowList = ["impellers"], MinimumFrequency = 3, MinimumScore = 0.9 }),
            each => each.Key == "impeller");

    [Fact]
    public void A_term_of_the_allow_list_that_does_not_occur_is_not_proposed() =>
        Assert.DoesNotContain(Extract(new() { AllowList = ["nuclear fusion"] }), each => each.Key.Contains("fusion"));

    [Fact]
    public void The_stop_list_wins_over_the_allow_list() =>
        Assert.DoesNotContain(Extract(new() { AllowList = ["pH sensor"], StopList = ["pH sensor"] }), each => each.Key == "pH sensor");

    [Fact]
    public void Candidates_below_the_minimum_frequency_are_left_out()
    {
        var candidates = Extract(new() { MinimumFrequency = 3, MinimumScore = 0 });
        Assert.NotEmpty(candidates);
        Assert.All(candidates, each => Assert.InRange(each.Occurrences.Count, 3, int.MaxValue));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_candidate_has_more_than_the_maximum_of_words(int words)
    {
        // Full forms of abbreviations and numbers of standards are kept whole: cut, they would be something else.
        var candidates = Extract(new() { MaximumWords = words, MinimumScore = 0 })
            .Where(each => each.Abbreviation is null && each.Type != CandidateType.Symbol).ToList();
        Assert.NotEmpty(candidates);
        Assert.All(candidates, each => Assert.InRange(each.Key.Split(' ').Length, 1, words));
    }

    [Fact]
    public void Candidates_below_the_minimum_score_are_left_out()
    {
        var all = Extract(new() { MinimumScore = 0 });
        var some = Extract(new() { MinimumScore = 0.4 });
        Assert.NotEmpty(some);
        Assert.Equal(all.Where(each => each.Score >= 0.4).Select(each => each.Key), some.Select(each => each.Key));
    }

    private static IReadOnlyList<TermCandidate> Extract(ExtractionOptions options) =>
        TermExtractor.Extract(Texts.Bioreactor, options, cancellationToken: TestContext.Current.CancellationToken).Candidates;
}
