using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;
using Glossary.App.Tests.Workflows;
using Glossary.Testing;

namespace Glossary.App.Tests.Termbases;

/// <summary>Merging and splitting. After each test the glossary's records have to be sound.</summary>
public sealed class ConceptStructureTests : IAsyncDisposable
{
    private readonly Plant plant = new(twice: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Installation Installation => plant.Installation;

    private ConceptEditor Editor => Installation.Get<ConceptEditor>();

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(await GlossaryInvariants.BrokenAsync(Installation.Stores.Terms, Plant.Glossary, CancellationToken.None));
        plant.Dispose();
    }

    [Fact]
    public async Task The_kept_concept_has_the_terms_the_definitions_and_the_evidence_of_both()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2");
        await plant.ExtractAsync("b.pdf", "booster 4");
        await Installation.DecideAsync(Plant.Glossary, "pump", TermState.Approved);
        var (pump, booster) = (await ConceptAsync("pump"), await ConceptAsync("booster"));
        await EditAsync(pump.Id, content => content with { Definitions = [new Definition("moves liquids", "manual")], Note = "one" });
        await EditAsync(booster.Id, content => content with { Definitions = [new Definition("raises pressure", null), new Definition("moves liquids", "manual")], Note = "two" });

        var number = await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);

        var kept = Assert.Single(await StandingAsync());
        Assert.Equal((pump.Id, 2, "one\n\ntwo"), (kept.Id, kept.Documents, kept.Note));
        Assert.Equal([("pump", 3, TermStatus.Preferred), ("booster", 6, TermStatus.Admitted)], kept.Terms.Select(term => (term.Text, term.Frequency, term.Status!.Value)));
        Assert.All(kept.Terms, term => Assert.Equal(TermState.Approved, term.State));
        Assert.Equal(["moves liquids", "raises pressure"], kept.Definitions.Select(definition => definition.Text));
        Assert.Equal(new ConceptCounts { Approved = 1 }, (await Installation.Termbases.GetAsync(Plant.Glossary, Cancellation)).Counts);
        var change = await Installation.Get<ChangeLog>().GetAsync(Plant.Glossary, number, Cancellation);
        Assert.Equal((ChangeKind.Merged, 2), (change.Kind, change.Edits.Count));
        Assert.Equal(9, (await LinesAsync(kept)).Count);
    }

    [Fact]
    public async Task The_old_id_leads_to_the_kept_concept_through_any_number_of_merges()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2\nlifter 1");
        var (pump, booster, lifter) = (await ConceptAsync("pump"), await ConceptAsync("booster"), await ConceptAsync("lifter"));

        await Editor.MergeAsync(Plant.Glossary, booster.Id, [lifter.Id], "ada", Cancellation);
        await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);

        Assert.Equal(pump.Id, (await Installation.Concepts.FollowAsync(Plant.Glossary, lifter.Id, Cancellation))!.Concept.Id);
        Assert.Null(await Installation.Concepts.FindAsync(Plant.Glossary, lifter.Id, Cancellation));
        var refused = await Assert.ThrowsAsync<ApiException>(() => EditAsync(lifter.Id, content => content with { Note = "late" }));
        Assert.Equal((ProblemCodes.ConceptMerged, pump.Id), (refused.Code, refused.Errors!["concept"][0]));
        Assert.Equal([lifter.Id], (await Editor.DecideAsync(Plant.Glossary, [lifter.Id], new Decision(TermState.Rejected), "ada", null, Cancellation)).Passed);
    }

    [Fact]
    public async Task A_later_document_makes_no_twin_and_its_occurrences_are_the_kept_concepts()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2");
        var (pump, booster) = (await ConceptAsync("pump"), await ConceptAsync("booster"));
        await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);

        var later = await plant.ExtractAsync("b.pdf", "booster 7\npump 1");
        await plant.ExtractAsync("a.pdf", "booster 1");

        var kept = Assert.Single(await StandingAsync());
        Assert.Equal((2, 9), (kept.Documents, kept.Terms.Sum(term => term.Frequency)));
        Assert.Equal(["booster", "pump"], (await LinesAsync(kept)).Where(line => line.DocumentId == later.Id).Select(line => line.Text).Distinct().Order());
        var (rows, _) = await Installation.Concepts.DocumentTermsAsync(Plant.Glossary, later.Id, ConceptFilter.All, 10, null, Cancellation);
        var (row, concept) = Assert.Single(rows);
        Assert.Equal((8, pump.Id), (row.Frequency, concept.Id));
    }

    [Fact]
    public async Task A_merge_is_taken_back_exactly_with_what_documents_said_meanwhile()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2");
        var (pump, booster) = (await ConceptAsync("pump"), await ConceptAsync("booster"));
        var number = await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);
        await plant.ExtractAsync("b.pdf", "booster 7\npump 1");
        var gone = await plant.ExtractAsync("c.pdf", "booster 5");
        await plant.DeleteAsync(gone);

        var undone = await Editor.UndoAsync(Plant.Glossary, number, "ada", Cancellation);
        var apart = await StandingAsync();
        await Editor.UndoAsync(Plant.Glossary, undone, "ada", Cancellation);

        Assert.Equal([(booster.Id, 9, 2), (pump.Id, 4, 2)], apart.Select(concept => (concept.Id, concept.Head.Frequency, concept.Documents)));
        Assert.True(ConceptContent.Of(booster).Says(ConceptContent.Of(apart[0])));
        Assert.Equal(13, Assert.Single(await StandingAsync()).Terms.Sum(term => term.Frequency));
    }

    [Fact]
    public async Task What_was_taken_out_of_a_merged_concept_goes_back_with_it()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2\nlifter 5");
        var (pump, booster, lifter) = (await ConceptAsync("pump"), await ConceptAsync("booster"), await ConceptAsync("lifter"));
        await Editor.MergeAsync(Plant.Glossary, booster.Id, [lifter.Id], "ada", Cancellation);
        await EditAsync(booster.Id, content => content with { Terms = [content.Terms[0]] });
        var merged = await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);
        await plant.ExtractAsync("b.pdf", "lifter 4");

        await Editor.UndoAsync(Plant.Glossary, merged, "ada", Cancellation);

        Assert.Equal(9, Assert.Single((await ConceptAsync("booster")).Former).Frequency);
        Assert.Empty((await ConceptAsync("pump")).Former);
    }

    [Fact]
    public async Task A_merge_under_a_newer_change_stays_and_the_newer_change_is_named()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2");
        var (pump, booster) = (await ConceptAsync("pump"), await ConceptAsync("booster"));
        var number = await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);
        var newer = await EditAsync(pump.Id, content => content with { Note = "checked" });

        var refused = await Assert.ThrowsAsync<ApiException>(() => Editor.UndoAsync(Plant.Glossary, number, "ada", Cancellation));

        Assert.Equal((ProblemCodes.Conflict, pump.Id, $"{newer}"), (refused.Code, refused.Errors!["concept"][0], refused.Errors["change"][0]));
    }

    [Fact]
    public async Task A_wording_of_a_merged_concept_belongs_to_the_kept_one()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2\nvalve 1");
        var (pump, booster, valve) = (await ConceptAsync("pump"), await ConceptAsync("booster"), await ConceptAsync("valve"));
        await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);

        var refused = await Assert.ThrowsAsync<ApiException>(() => EditAsync(valve.Id, content => content with { Terms = [.. content.Terms, New("booster")] }));

        Assert.Equal((ProblemCodes.TermExists, pump.Id), (refused.Code, refused.Errors!["concept"][0]));
    }

    [Fact]
    public async Task A_split_takes_its_terms_with_their_evidence_and_definitions()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2");
        var (pump, booster) = (await ConceptAsync("pump"), await ConceptAsync("booster"));
        await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);
        await EditAsync(pump.Id, content => content with { Definitions = [new Definition("moves liquids", null), new Definition("raises pressure", null)] });

        var (id, number) = await SplitAsync(pump.Id, "booster", 1);
        await plant.ExtractAsync("b.pdf", "booster 4");

        var (apart, kept) = (await ConceptAsync("booster"), await ConceptAsync("pump"));
        Assert.Equal((id, 6, 2, "raises pressure"), (apart.Id, apart.Head.Frequency, apart.Documents, Assert.Single(apart.Definitions).Text));
        Assert.Equal((pump.Id, 3, 1, "moves liquids"), (kept.Id, kept.Head.Frequency, kept.Documents, Assert.Single(kept.Definitions).Text));
        Assert.Equal(pump.Id, (await Installation.Concepts.FollowAsync(Plant.Glossary, booster.Id, Cancellation))!.Concept.Id);

        var undone = await Editor.UndoAsync(Plant.Glossary, number, "ada", Cancellation);
        Assert.Equal((2, 9), (Assert.Single(await StandingAsync()).Documents, (await ConceptAsync("pump")).Terms.Sum(term => term.Frequency)));
        await Editor.UndoAsync(Plant.Glossary, undone, "ada", Cancellation);
        Assert.Equal((id, 6), ((await ConceptAsync("booster")).Id, (await ConceptAsync("booster")).Head.Frequency));
    }

    [Fact]
    public async Task A_merge_is_taken_back_after_a_split_of_it_was()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2");
        var (pump, booster) = (await ConceptAsync("pump"), await ConceptAsync("booster"));
        var merged = await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);
        var (_, split) = await SplitAsync(pump.Id, "booster");

        await Editor.UndoAsync(Plant.Glossary, split, "ada", Cancellation);
        await Editor.UndoAsync(Plant.Glossary, merged, "ada", Cancellation);
        await plant.ExtractAsync("b.pdf", "booster 4");

        Assert.Equal((booster.Id, 6), ((await ConceptAsync("booster")).Id, (await ConceptAsync("booster")).Head.Frequency));
    }

    [Fact]
    public async Task A_term_that_is_taken_out_keeps_its_figures_for_an_undo_and_makes_no_twin()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2");
        var (pump, booster) = (await ConceptAsync("pump"), await ConceptAsync("booster"));
        await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);
        var removed = await EditAsync(pump.Id, content => content with { Terms = [content.Terms[0]] });
        var document = await plant.ExtractAsync("b.pdf", "booster 4");

        var without = Assert.Single(await StandingAsync());
        Assert.Equal((1, 3), (without.Documents, without.Terms.Sum(term => term.Frequency)));
        await Editor.UndoAsync(Plant.Glossary, removed!.Value, "ada", Cancellation);
        Assert.Equal((2, 9), ((await ConceptAsync("pump")).Documents, (await ConceptAsync("pump")).Terms.Sum(term => term.Frequency)));
        await plant.DeleteAsync(document);
        Assert.Equal((1, 5), ((await ConceptAsync("pump")).Documents, (await ConceptAsync("pump")).Terms.Sum(term => term.Frequency)));
    }

    [Fact]
    public async Task A_wording_that_became_a_term_of_its_own_has_its_own_figures()
    {
        await plant.ExtractAsync("a.pdf", "pump 3");
        var id = (await ConceptAsync("pump")).Id;
        await EditAsync(id, content => content with { Terms = [content.Terms[0] with { Text = "booster" }] });
        await plant.ExtractAsync("b.pdf", "booster 4");
        Assert.Equal(7, (await ConceptAsync("pump")).Head.Frequency);

        await EditAsync(id, content => content with { Terms = [content.Terms[0] with { Text = "pump" }, New("booster")] });

        Assert.Equal([("pump", 3), ("booster", 4)], (await ConceptAsync("pump")).Terms.Select(term => (term.Text, term.Frequency)));
    }

    [Fact]
    public async Task Concepts_with_too_many_terms_are_not_merged()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2");
        var (pump, booster) = (await ConceptAsync("pump"), await ConceptAsync("booster"));
        await EditAsync(pump.Id, content => content with { Terms = [.. content.Terms, .. Enumerable.Range(0, 60).Select(i => New($"pump no {i}"))] });
        await EditAsync(booster.Id, content => content with { Terms = [.. content.Terms, .. Enumerable.Range(0, 60).Select(i => New($"booster no {i}"))] });

        var refused = await Assert.ThrowsAsync<ApiException>(() => Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation));

        Assert.Equal(ProblemCodes.Conflict, refused.Code);
        Assert.Equal(2, (await StandingAsync()).Count);
    }

    private static TermContent New(string text) => new() { Language = "en", Key = string.Empty, Text = text, PartOfSpeech = "noun" };

    private Task<(string ConceptId, long Change)> SplitAsync(string id, string key, params int[] definitions) => Editor.SplitAsync(
        Plant.Glossary, id, _ => { }, content => content.Split(term => term.Key == key, definitions.Contains), "ada", Cancellation);

    private Task<long?> EditAsync(string id, Func<ConceptContent, ConceptContent> change) =>
        Editor.UpdateAsync(Plant.Glossary, id, _ => { }, change, "ada", Cancellation);

    private async Task<IReadOnlyList<OccurrenceLine>> LinesAsync(Concept concept) => (await Installation.Get<Concordance>().ListAsync(
        Plant.Glossary, await Installation.Concepts.EvidenceAsync(Plant.Glossary, concept, Cancellation), 100, null, Cancellation)).Lines;

    private async Task<IReadOnlyList<Concept>> StandingAsync() =>
        [.. (await Installation.ConceptsAsync(Plant.Glossary)).Where(concept => concept.Stands)];

    private async Task<Concept> ConceptAsync(string key) => (await StandingAsync()).Single(concept => concept.Head.Key == key);
}
