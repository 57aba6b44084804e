using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;
using Glossary.Formats.Artefacts;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Termbases;

/// <summary>What a glossary does on every term store. Each test has a glossary of its own.</summary>
public abstract class TermbaseContract
{
    private static int glossaries;

    private readonly string glossary = $"glossary-{Interlocked.Increment(ref glossaries)}";
    private readonly InMemoryRecordStore registry = new();

    protected abstract IRecordStore Store { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RecordStores Stores => new(Store, registry);

    private TermbaseStore Termbases => new(Stores, TimeProvider.System);

    private ConceptEditor Editor => new(Stores, TimeProvider.System);

    private ConceptList Concepts => new(Stores);

    private ChangeLog Log => new(Stores);

    [Fact]
    public async Task A_glossary_is_found_under_its_slug_and_a_taken_one_is_refused()
    {
        await Termbases.CreateAsync(glossary, "Pumps", "en", Cancellation);
        Assert.Equal(("Pumps", 0L), ((await Termbases.GetAsync(glossary, Cancellation)).Name, (await Termbases.GetAsync(glossary, Cancellation)).ChangeNumber));
        var refused = await Assert.ThrowsAsync<ApiException>(() => Termbases.CreateAsync(glossary, "Other", "en", Cancellation));
        Assert.Equal(ProblemCodes.GlossaryExists, refused.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Page_by_page_every_concept_comes_once_by_descending_score(int top)
    {
        await RecordAsync("d", 1, [.. Enumerable.Range(0, 60).Select(i => Candidate($"term {i}", 0.01 + (((i * 37) % 60) / 64.0)))]);
        var rows = await RowsAsync(ConceptFilter.All, top);
        Assert.Equal(60, rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(rows.Select(row => row.Score).OrderDescending(), rows.Select(row => row.Score));
    }

    [Fact]
    public async Task What_is_recorded_twice_is_there_once()
    {
        await RecordAsync("d", 1, Candidate("pump"), Candidate("valve"));
        await new EvidenceRecorder(Stores, TimeProvider.System).RecordAsync(glossary, "d", 1, [Candidate("pump"), Candidate("valve")], "op", Cancellation);
        Assert.Equal((2, 0, 0), await CountsAsync());
        Assert.Equal(2, (await ConceptAsync("pump")).Head.Frequency);
        await HasWholeLogAsync();
    }

    [Fact]
    public async Task Documents_recorded_at_once_make_no_twins()
    {
        await Termbases.CreateAsync(glossary, "Pumps", "en", Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(i => new EvidenceRecorder(Stores, TimeProvider.System).RecordAsync(
            glossary, $"d{i}", 1, [.. Enumerable.Range(0, 20).Select(each => Candidate($"term {each}"))], "op", Cancellation)));
        Assert.Equal((20, 0, 0), await CountsAsync());
        Assert.Equal((3, 6), ((await ConceptAsync("term 7")).Documents, (await ConceptAsync("term 7")).Head.Frequency));
        await HasWholeLogAsync();
    }

    [Theory]
    [InlineData("C/C++ #1 100 %?")]
    [InlineData("„Füllstand“ 'LI-4' \"quoted\"")]
    [InlineData("مصطلح")]
    [InlineData("中文术语")]
    [InlineData("😀")]
    [InlineData("e\u0301clair")]
    public async Task A_term_may_have_any_characters_and_any_length(string text)
    {
        var longest = string.Concat(Enumerable.Repeat(text, 90));
        await RecordAsync("d", 1, Candidate(text), Candidate(longest));
        await RecordAsync("d2", 1, Candidate(text), Candidate(longest));
        Assert.Equal([2, 2], (await Task.WhenAll(ConceptAsync(text), ConceptAsync(longest))).Select(concept => concept.Documents));
    }

    [Fact]
    public async Task An_edit_of_the_version_read_is_kept_and_one_of_an_older_version_is_refused()
    {
        await RecordAsync("d", 1, Candidate("pump"));
        var id = (await RowsAsync(ConceptFilter.All)).Single().Id;
        var (_, version) = (await Concepts.FindAsync(glossary, id, Cancellation))!;
        await EditAsync(id, version, content => content with { Note = "first" });
        var refused = await Assert.ThrowsAsync<ApiException>(() => EditAsync(id, version, content => content with { Note = "second" }));
        Assert.Equal((ProblemCodes.Stale, "first"), (refused.Code, (await ConceptAsync("pump")).Note));
    }

    [Fact]
    public async Task Editors_at_once_lose_nothing_and_leave_no_hole_in_the_numbers()
    {
        await RecordAsync("d", 1, Candidate("pump"));
        var id = (await RowsAsync(ConceptFilter.All)).Single().Id;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            EditAsync(id, null, content => content with { Definitions = [.. content.Definitions, new Definition($"definition {i}", null)] })));
        Assert.Equal(4, (await ConceptAsync("pump")).Definitions.Select(definition => definition.Text).Distinct().Count());
        await HasWholeLogAsync();
    }

    [Fact]
    public async Task A_new_wording_and_the_old_one_lead_to_the_same_concept()
    {
        await RecordAsync("d", 1, Candidate("pump"));
        var id = (await RowsAsync(ConceptFilter.All)).Single().Id;
        await EditAsync(id, null, content => content with { Terms = [content.Terms[0] with { Text = "booster" }] });
        await RecordAsync("d2", 1, Candidate("pump"), Candidate("booster"));
        Assert.Equal((id, "booster", 2), (Assert.Single(await RowsAsync(ConceptFilter.All)).Id, (await ConceptAsync("booster")).Head.Text, (await ConceptAsync("booster")).Documents));
    }

    [Fact]
    public async Task A_wording_of_another_concept_is_refused()
    {
        await RecordAsync("d", 1, Candidate("pump"), Candidate("valve"));
        var pump = (await ConceptAsync("pump")).Id;
        var refused = await Assert.ThrowsAsync<ApiException>(
            () => EditAsync(pump, null, content => content with { Terms = [content.Terms[0] with { Text = "valve" }] }));
        Assert.Equal(ProblemCodes.TermExists, refused.Code);
    }

    [Fact]
    public async Task A_decision_moves_concepts_from_list_to_list_and_counts_them()
    {
        await RecordAsync("d", 1, [.. Enumerable.Range(0, 80).Select(i => Candidate($"term {i}"))]);
        var ids = (await RowsAsync(ConceptFilter.All)).Select(row => row.Id).ToList();
        var outcome = await Editor.DecideAsync(glossary, ids, new Decision(TermState.Approved), "ada", null, Cancellation);
        Assert.True(outcome.Changes.Count > 1);
        Assert.Equal((0, 80, 0), await CountsAsync());
        Assert.Equal(80, (await RowsAsync(new ConceptFilter { States = [TermState.Approved] }, 30)).Count);
        Assert.Empty(await RowsAsync(new ConceptFilter { States = [TermState.Candidate] }));
        await HasWholeLogAsync();
    }

    [Fact]
    public async Task A_change_is_taken_back_and_the_history_has_all_newest_first()
    {
        await RecordAsync("d", 1, Candidate("pump"));
        var id = (await RowsAsync(ConceptFilter.All)).Single().Id;
        var changed = (await EditAsync(id, null, content => content with { Note = "checked" }))!.Value;
        var undone = await Editor.UndoAsync(glossary, changed, "ada", Cancellation);
        Assert.Null((await ConceptAsync("pump")).Note);
        var redone = await Editor.UndoAsync(glossary, undone, "ada", Cancellation);
        Assert.Equal("checked", (await ConceptAsync("pump")).Note);
        var (history, _) = await Log.OfConceptAsync(glossary, id, 10, null, Cancellation);
        Assert.Equal([redone, undone, changed], history.Select(change => change.Number));
    }

    [Fact]
    public async Task A_merge_leads_the_old_id_and_later_documents_to_the_kept_concept_and_is_taken_back()
    {
        await RecordAsync("d", 1, Candidate("pump"), Candidate("booster"));
        var (pump, booster) = (await ConceptAsync("pump"), await ConceptAsync("booster"));
        var merged = await Editor.MergeAsync(glossary, pump.Id, [booster.Id], "ada", Cancellation);
        await RecordAsync("d2", 1, Candidate("booster"));
        var kept = (await Concepts.FollowAsync(glossary, booster.Id, Cancellation))!.Concept;
        Assert.Equal((pump.Id, 6, 2), (kept.Id, kept.Terms.Sum(term => term.Frequency), kept.Documents));
        await Editor.UndoAsync(glossary, merged, "ada", Cancellation);
        Assert.Equal((4, 2), ((await ConceptAsync("booster")).Head.Frequency, (await ConceptAsync("booster")).Documents));
        Assert.Empty(await GlossaryInvariants.BrokenAsync(Store, glossary, Cancellation));
    }

    [Fact]
    public async Task A_wording_given_after_a_merge_goes_back_with_its_term()
    {
        var (_, booster, merged) = await MergedAsync();
        var reworded = await RewordAsync("booster", "lifter");
        await Editor.UndoAsync(glossary, reworded, "ada", Cancellation);
        await Editor.UndoAsync(glossary, merged, "ada", Cancellation);
        await RecordAsync("d2", 1, Candidate("lifter"));
        Assert.Equal((booster, 4), ((await ConceptAsync("booster")).Id, (await ConceptAsync("booster")).Head.Frequency));
        Assert.Empty(await GlossaryInvariants.BrokenAsync(Store, glossary, Cancellation));
    }

    [Fact]
    public async Task A_wording_that_became_a_term_goes_back_with_the_concept_that_its_key_leads_to()
    {
        var (pump, booster, merged) = await MergedAsync();
        await RewordAsync("booster", "lifter");
        await RewordAsync("lifter", "booster");
        var added = (await EditAsync(pump, null, content => content with { Terms = [.. content.Terms, Name("lifter")] }))!.Value;
        await Editor.UndoAsync(glossary, added, "ada", Cancellation);
        await Editor.UndoAsync(glossary, merged, "ada", Cancellation);
        await RecordAsync("d2", 1, Candidate("lifter"));
        Assert.Equal(booster, (await ConceptAsync("booster")).Id);
        Assert.Equal([("lifter", 2)], (await ConceptAsync("booster")).Former.Select(term => (term.Key, term.Frequency)));
        Assert.Empty((await ConceptAsync("pump")).Former);
        Assert.Empty(await GlossaryInvariants.BrokenAsync(Store, glossary, Cancellation));
    }

    [Fact]
    public async Task A_concept_that_another_was_merged_into_is_not_unmade()
    {
        await Termbases.EnsureAsync(glossary, "Pumps", Cancellation);
        var (fan, made) = await Editor.CreateAsync(glossary, new ConceptContent { Terms = [Name("fan")] }, null, "ada", Cancellation);
        var (blower, _) = await Editor.CreateAsync(glossary, new ConceptContent { Terms = [Name("blower")] }, null, "ada", Cancellation);
        var merged = await Editor.MergeAsync(glossary, fan.Id, [blower.Id], "ada", Cancellation);
        var removed = (await EditAsync(fan.Id, null, content => content with { Terms = [content.Terms[0]] }))!.Value;
        var refused = await Assert.ThrowsAsync<ApiException>(() => Editor.UndoAsync(glossary, made, "ada", Cancellation));
        Assert.Equal(ProblemCodes.Conflict, refused.Code);
        Assert.Equal(fan.Id, (await Concepts.FollowAsync(glossary, blower.Id, Cancellation))?.Concept.Id);
        await Editor.UndoAsync(glossary, removed, "ada", Cancellation);
        await Editor.UndoAsync(glossary, merged, "ada", Cancellation);
        await Editor.UndoAsync(glossary, made, "ada", Cancellation);
        Assert.Equal(["blower"], (await RowsAsync(ConceptFilter.All)).Select(row => row.Text));
        Assert.Empty(await GlossaryInvariants.BrokenAsync(Store, glossary, Cancellation));
    }

    [Fact]
    public async Task A_split_takes_a_term_with_its_evidence_and_is_taken_back()
    {
        await RecordAsync("d", 1, Candidate("pump"), Candidate("booster"));
        var (pump, booster) = (await ConceptAsync("pump"), await ConceptAsync("booster"));
        await Editor.MergeAsync(glossary, pump.Id, [booster.Id], "ada", Cancellation);
        var (apart, split) = await Editor.SplitAsync(
            glossary, pump.Id, _ => { }, content => content.Split(term => term.Key == "booster", _ => false), "ada", Cancellation);
        await RecordAsync("d2", 1, Candidate("booster"));
        Assert.Equal((apart, 4), ((await ConceptAsync("booster")).Id, (await ConceptAsync("booster")).Head.Frequency));
        await Editor.UndoAsync(glossary, split, "ada", Cancellation);
        Assert.Equal(6, Assert.Single(await RowsAsync(ConceptFilter.All)).Frequency);
        Assert.Empty(await GlossaryInvariants.BrokenAsync(Store, glossary, Cancellation));
    }

    [Fact]
    public async Task A_document_that_goes_takes_its_candidates_along_and_no_decision()
    {
        await RecordAsync("d", 1, Candidate("pump"), Candidate("valve"));
        await Editor.DecideAsync(glossary, [(await ConceptAsync("valve")).Id], new Decision(TermState.Approved), "ada", null, Cancellation);
        string? after = null;
        do
        {
            after = await new EvidenceRecorder(Stores, TimeProvider.System).WithdrawAsync(glossary, "d", keep: null, after, "op", Cancellation);
        }
        while (after is not null);
        Assert.Equal(["valve"], (await RowsAsync(ConceptFilter.All)).Select(row => row.Text));
        Assert.Equal((0, 1, 0), await CountsAsync());
        await HasWholeLogAsync();
    }

    private static StoredCandidate Candidate(string text, double score = 0.5) => new()
    {
        Key = text,
        Language = "en",
        Text = text,
        Type = CandidateType.FullForm,
        PartOfSpeech = "noun",
        Score = score,
        Parts = [],
        Forms = [new SurfaceForm(text, 2)],
        Frequency = 2,
        Pages = 1,
        Contexts = [],
    };

    private async Task RecordAsync(string document, int revision, params StoredCandidate[] candidates)
    {
        await Termbases.EnsureAsync(glossary, "Pumps", Cancellation);
        await new EvidenceRecorder(Stores, TimeProvider.System).RecordAsync(glossary, document, revision, candidates, "op", Cancellation);
    }

    private static TermContent Name(string text) => new() { Language = "en", Key = string.Empty, Text = text, PartOfSpeech = "noun" };

    private async Task<(string Pump, string Booster, long Merged)> MergedAsync()
    {
        await RecordAsync("d", 1, Candidate("pump"), Candidate("booster"));
        var (pump, booster) = ((await ConceptAsync("pump")).Id, (await ConceptAsync("booster")).Id);
        return (pump, booster, await Editor.MergeAsync(glossary, pump, [booster], "ada", Cancellation));
    }

    private async Task<long> RewordAsync(string text, string next)
    {
        var concept = await ConceptAsync("pump");
        return (await EditAsync(
            concept.Id, null, content => content with { Terms = [.. content.Terms.Select(term => term.Text == text ? term with { Text = next } : term)] }))!.Value;
    }

    private Task<long?> EditAsync(string id, string? version, Func<ConceptContent, ConceptContent> change) => Editor.UpdateAsync(
        glossary,
        id,
        present =>
        {
            if (version is not null && present != version)
            {
                throw new ApiException(412, ProblemCodes.Stale, "It was changed.");
            }
        },
        change,
        "ada",
        Cancellation);

    private async Task<Concept> ConceptAsync(string text)
    {
        var row = (await RowsAsync(ConceptFilter.All)).Single(row => row.Text == text);
        return (await Concepts.FindAsync(glossary, row.Id, Cancellation))!.Concept;
    }

    private async Task<List<ConceptRow>> RowsAsync(ConceptFilter filter, int top = 1000)
    {
        var all = new List<ConceptRow>();
        string? after = null;
        do
        {
            (var rows, after) = await Concepts.ListAsync(glossary, filter, top, after, Cancellation);
            all.AddRange(rows);
        }
        while (after is not null);
        return all;
    }

    private async Task<(int, int, int)> CountsAsync()
    {
        var counts = (await Termbases.GetAsync(glossary, Cancellation)).Counts;
        return (counts.Candidates, counts.Approved, counts.Rejected);
    }

    private async Task HasWholeLogAsync()
    {
        var numbers = new List<long>();
        string? after = null;
        do
        {
            (var changes, after) = await Log.ListAsync(glossary, 100, after, Cancellation);
            numbers.AddRange(changes.Select(change => change.Number));
        }
        while (after is not null);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long)number), numbers);
        Assert.Equal(numbers.Count, (await Termbases.GetAsync(glossary, Cancellation)).ChangeNumber);
    }
}
