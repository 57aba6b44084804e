using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;
using Glossary.Extraction;
using Glossary.Formats.Artefacts;

namespace Glossary.App.Tests.Termbases;

public sealed class DuplicateFinderTests : IDisposable
{
    private const string Glossary = "pumps";

    private readonly Installation installation = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => installation.Dispose();

    [Theory]
    [InlineData("fill level", "fill-level", "en", DuplicateReason.Hyphenation)]
    [InlineData("flow meter", "flowmeter", "en", DuplicateReason.Hyphenation)]
    [InlineData("colour sensor", "color sensor", "en", DuplicateReason.Spelling)]
    [InlineData("Störmeldung", "Stoermeldung", "de", DuplicateReason.Spelling)]
    [InlineData("Zwirbel", "Zwirbeln", "de", DuplicateReason.Plural)]
    public async Task Other_spellings_are_proposed_whichever_has_the_better_score(string one, string other, string language, DuplicateReason reason)
    {
        await RecordAsync(Of(one, language, 0.9), Of(other, language, 0.4), Of("valve", language, 0.5));

        var pair = Assert.Single(await AllAsync(top: 100));

        Assert.Equal(reason, pair.Reason);
        Assert.Equal(new[] { one, other }.Order(StringComparer.Ordinal), new[] { pair.First.Text, pair.Second.Text }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_abbreviation_and_the_full_form_that_documents_give_for_it_are_proposed()
    {
        await RecordAsync(Of("OTR", "en", 0.9) with { FullForm = "oxygen transfer rate" }, Of("oxygen transfer rate", "en", 0.8));

        Assert.Equal(DuplicateReason.Abbreviation, Assert.Single(await AllAsync(top: 100)).Reason);
    }

    [Fact]
    public async Task What_was_merged_or_rejected_is_not_proposed_again()
    {
        await RecordAsync(Of("fill level", "en", 0.9), Of("fill-level", "en", 0.4), Of("flow meter", "en", 0.9), Of("flowmeter", "en", 0.4));
        var concepts = (await installation.ConceptsAsync(Glossary)).ToDictionary(concept => concept.Head.Text);
        await installation.Get<ConceptEditor>().MergeAsync(Glossary, concepts["fill level"].Id, [concepts["fill-level"].Id], "ada", Cancellation);
        await installation.DecideAsync(Glossary, concepts["flowmeter"].Head.Key, TermState.Rejected);

        Assert.Empty(await AllAsync(top: 100));
    }

    [Fact]
    public async Task Page_by_page_each_pair_comes_once()
    {
        await RecordAsync([.. Enumerable.Range(0, 40).SelectMany(i => new[] { Of($"unit {i} level", "en", 0.9 - (i * 0.01)), Of($"unit-{i}-level", "en", 0.5 - (i * 0.01)) })]);

        var pairs = await AllAsync(top: 7);

        Assert.Equal(40, pairs.Count);
        Assert.Equal(40, pairs.Select(pair => string.Join(' ', new[] { pair.First.Id, pair.Second.Id }.Order(StringComparer.Ordinal))).Distinct().Count());
    }

    private static StoredCandidate Of(string text, string language, double score) =>
        Made.Candidate(TermExtractor.KeyOf(text, language), score: score, language: language, text: text);

    private async Task RecordAsync(params StoredCandidate[] candidates)
    {
        await installation.Termbases.EnsureAsync(Glossary, "Pumps", Cancellation);
        await installation.Recorder.RecordAsync(Glossary, "d1", 1, [.. candidates.OrderBy(candidate => candidate.Key, StringComparer.Ordinal)], "op", Cancellation);
    }

    private async Task<List<Duplicate>> AllAsync(int top)
    {
        var all = new List<Duplicate>();
        string? after = null;
        do
        {
            (var page, after) = await installation.Get<DuplicateFinder>().FindAsync(Glossary, top, after, Cancellation);
            all.AddRange(page);
        }
        while (after is not null);
        return all;
    }
}
