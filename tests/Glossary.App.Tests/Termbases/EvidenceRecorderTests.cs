using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;
using Glossary.Formats.Artefacts;

namespace Glossary.App.Tests.Termbases;

public sealed class EvidenceRecorderTests : IAsyncLifetime
{
    private const string Glossary = "pumps";
    private readonly Installation installation = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await installation.Termbases.CreateAsync(Glossary, "Pumps", "auto", Cancellation);

    public ValueTask DisposeAsync()
    {
        installation.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_new_candidate_makes_a_concept_with_alias_evidence_and_rows()
    {
        await RecordAsync("d1", 1, Made.Candidate("check valve", frequency: 3, score: 0.7));

        var concept = Assert.Single(await installation.ConceptsAsync(Glossary));
        Assert.Equal(("check valve", 3, 0.7, TermState.Candidate, 1), (concept.Head.Text, concept.Head.Frequency, concept.Score, concept.State, concept.Documents));
        var alias = Assert.Single(await installation.Stores.Terms.AllAsync(Glossary, "a|"));
        Assert.Equal(concept.Id, JsonSerializer.Deserialize(alias.Body, StoreJson.Default.Alias)!.ConceptId);
        var evidence = Assert.Single(await installation.Concepts.EvidenceAsync(Glossary, concept, Cancellation));
        Assert.Equal(("d1", 1, 3), (evidence.DocumentId, evidence.Revision, evidence.Frequency));
        var context = Assert.Single(evidence.Contexts);
        Assert.Equal("check valve", context.Text.Substring(context.TermStart, context.TermLength));
        Assert.Equal("check valve", Assert.Single((await installation.Concepts.ListAsync(Glossary, ConceptFilter.All, 10, null, Cancellation)).Rows).Text);
        var row = Assert.Single((await installation.Concepts.DocumentTermsAsync(Glossary, "d1", ConceptFilter.All, 10, null, Cancellation)).Rows);
        Assert.Equal((concept.Id, 3), (row.Row.ConceptId, row.Row.Frequency));
    }

    [Fact]
    public async Task More_candidates_than_a_batch_holds_are_recorded_in_changes_numbered_without_a_gap()
    {
        await RecordAsync("d1", 1, [.. Made.Candidates(250)]);

        var termbase = await installation.Termbases.GetAsync(Glossary, Cancellation);
        var changes = await installation.ChangesAsync(Glossary);
        Assert.Equal(250, (await installation.ConceptsAsync(Glossary)).Count);
        Assert.Equal(250, termbase.Counts.Candidates);
        Assert.True(changes.Count > 1);
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(number => (long)number), changes.Select(change => change.Number));
        Assert.Equal(changes.Count, termbase.ChangeNumber);
        Assert.Equal(250, changes.SelectMany(change => change.ConceptIds).Distinct().Count());
        Assert.All(changes, change => Assert.Equal((ChangeKind.EvidenceRecorded, "d1", "op"), (change.Kind, change.DocumentId, change.By)));
    }

    [Fact]
    public async Task Recorded_twice_it_changes_nothing()
    {
        StoredCandidate[] candidates = [.. Made.Candidates(60)];
        await RecordAsync("d1", 1, candidates);
        var once = await installation.DescribeAsync(Glossary);

        await RecordAsync("d1", 1, candidates);

        Assert.Equal(once, await installation.DescribeAsync(Glossary));
    }

    [Fact]
    public async Task Figures_of_a_second_document_add_up_and_the_better_score_wins()
    {
        await RecordAsync("d1", 1, Made.Candidate("valve", frequency: 3, score: 0.6));
        await RecordAsync("d2", 1, Made.Candidate("valve", frequency: 4, score: 0.8, text: "Valve"));

        var concept = Assert.Single(await installation.ConceptsAsync(Glossary));
        Assert.Equal((7, 0.8, 2), (concept.Head.Frequency, concept.Score, concept.Documents));
        Assert.Equal(["Valve", "valve"], concept.Head.Forms.Select(form => form.Text));
        Assert.Equal(["d1", "d2"], concept.Head.Contexts.Select(context => context.DocumentId));
        Assert.Equal(1, (await installation.Termbases.GetAsync(Glossary, Cancellation)).Counts.Candidates);
    }

    [Fact]
    public async Task A_new_revision_replaces_the_figures_of_the_old_one()
    {
        await RecordAsync("d1", 1, Made.Candidate("valve", frequency: 3, score: 0.9));
        await RecordAsync("d2", 1, Made.Candidate("valve", frequency: 5, score: 0.6));
        await RecordAsync("d1", 2, Made.Candidate("valve", frequency: 1, score: 0.4));

        var concept = Assert.Single(await installation.ConceptsAsync(Glossary));
        Assert.Equal((6, 0.6, 2), (concept.Head.Frequency, concept.Score, concept.Documents));
        var row = Assert.Single((await installation.Concepts.DocumentTermsAsync(Glossary, "d1", ConceptFilter.All, 10, null, Cancellation)).Rows);
        Assert.Equal((2, 1), (row.Row.Revision, row.Row.Frequency));
        Assert.Single(await installation.Stores.Terms.AllAsync(Glossary, "i|"));
    }

    [Fact]
    public async Task A_late_step_of_an_older_revision_changes_nothing()
    {
        await RecordAsync("d1", 2, Made.Candidate("valve", frequency: 1));
        var before = await installation.DescribeAsync(Glossary);

        await RecordAsync("d1", 1, Made.Candidate("valve", frequency: 9));

        Assert.Equal(before, await installation.DescribeAsync(Glossary));
    }

    [Fact]
    public async Task The_same_key_in_another_language_is_another_concept()
    {
        await RecordAsync("d1", 1, Made.Candidate("ventil", language: "de"));
        await RecordAsync("d1", 1, Made.Candidate("ventil", language: "en"));

        Assert.Equal(2, (await installation.ConceptsAsync(Glossary)).Count);
    }

    [Fact]
    public async Task A_key_longer_than_a_store_allows_finds_its_concept_again()
    {
        var key = new string('k', 600);
        await RecordAsync("d1", 1, Made.Candidate(key + "a"), Made.Candidate(key + "b"));
        await RecordAsync("d2", 1, Made.Candidate(key + "a"));

        Assert.Equal([2, 1], (await installation.ConceptsAsync(Glossary)).Select(concept => concept.Documents));
    }

    [Fact]
    public async Task Taken_back_candidates_that_nothing_else_supports_disappear_and_decided_ones_stay()
    {
        await RecordAsync("d1", 1, Made.Candidate("alone"), Made.Candidate("approved"), Made.Candidate("rejected"), Made.Candidate("shared", frequency: 2, score: 0.9));
        await RecordAsync("d2", 1, Made.Candidate("shared", frequency: 5, score: 0.3));
        await installation.DecideAsync(Glossary, "approved", TermState.Approved);
        await installation.DecideAsync(Glossary, "rejected", TermState.Rejected);

        await WithdrawAsync("d1", keep: null);

        var concepts = await installation.ConceptsAsync(Glossary);
        Assert.Equal(
            [("approved", TermState.Approved, 0, 0), ("rejected", TermState.Rejected, 0, 0), ("shared", TermState.Candidate, 5, 1)],
            concepts.Select(concept => (concept.Head.Key, concept.State, concept.Head.Frequency, concept.Documents)));
        Assert.Equal(0.3, concepts[2].Score);
        Assert.Equal(new ConceptCounts { Candidates = 1, Approved = 1, Rejected = 1 }, (await installation.Termbases.GetAsync(Glossary, Cancellation)).Counts);
        Assert.Equal(3, (await installation.Stores.Terms.AllAsync(Glossary, "a|")).Count);
        Assert.Equal(3, (await installation.Stores.Terms.AllAsync(Glossary, "i|")).Count);
        Assert.Single(await installation.Stores.Terms.AllAsync(Glossary, "e|"));
        Assert.Empty(await installation.Stores.Terms.AllAsync(Glossary, "t|d1|"));
    }

    [Fact]
    public async Task A_decided_concept_gets_new_figures_and_keeps_its_state()
    {
        await RecordAsync("d1", 1, Made.Candidate("valve", frequency: 3));
        await installation.DecideAsync(Glossary, "valve", TermState.Rejected);

        await RecordAsync("d2", 1, Made.Candidate("valve", frequency: 4));

        var concept = Assert.Single(await installation.ConceptsAsync(Glossary));
        Assert.Equal((TermState.Rejected, 7), (concept.State, concept.Head.Frequency));
    }

    [Fact]
    public async Task Only_what_the_kept_revision_no_longer_says_is_taken_back()
    {
        await RecordAsync("d1", 1, [.. Made.Candidates(120)]);
        await RecordAsync("d1", 2, [.. Made.Candidates(120).Take(30)]);

        await WithdrawAsync("d1", keep: 2);

        Assert.Equal(30, (await installation.ConceptsAsync(Glossary)).Count);
        Assert.Equal(30, (await installation.Termbases.GetAsync(Glossary, Cancellation)).Counts.Candidates);
        Assert.Equal(30, (await installation.Stores.Terms.AllAsync(Glossary, "t|d1|")).Count);
    }

    [Fact]
    public async Task Two_recorders_at_once_lose_nothing()
    {
        await Task.WhenAll(
            Task.Run(() => RecordAsync("d1", 1, [.. Made.Candidates(150, frequency: 2)]), Cancellation),
            Task.Run(() => RecordAsync("d2", 1, [.. Made.Candidates(150, frequency: 3)]), Cancellation));

        var concepts = await installation.ConceptsAsync(Glossary);
        var changes = await installation.ChangesAsync(Glossary);
        Assert.Equal(150, concepts.Count);
        Assert.All(concepts, concept => Assert.Equal((5, 2), (concept.Head.Frequency, concept.Documents)));
        Assert.Equal(150, (await installation.Termbases.GetAsync(Glossary, Cancellation)).Counts.Candidates);
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(number => (long)number), changes.Select(change => change.Number));
    }

    private Task RecordAsync(string document, int revision, params StoredCandidate[] candidates) =>
        installation.Recorder.RecordAsync(Glossary, document, revision, candidates, "op", Cancellation);

    private async Task WithdrawAsync(string document, int? keep)
    {
        string? after = null;
        do
        {
            after = await installation.Recorder.WithdrawAsync(Glossary, document, keep, after, "op", Cancellation);
        }
        while (after is not null);
    }
}
