using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;
using Glossary.App.Tests.Workflows;
using Glossary.Extraction.Candidates;

namespace Glossary.App.Tests.Termbases;

public sealed class ConceptEditorTests : IDisposable
{
    private readonly Plant plant = new(twice: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Installation Installation => plant.Installation;

    private ConceptEditor Editor => Installation.Get<ConceptEditor>();

    public void Dispose() => plant.Dispose();

    [Fact]
    public async Task A_decision_moves_the_concept_counts_it_and_is_in_its_history()
    {
        await plant.ExtractAsync("a.pdf", "valve 3\npump 2");
        var pump = await ConceptAsync("pump");

        var outcome = await Editor.DecideAsync(Plant.Glossary, [pump.Id], new Decision(TermState.Rejected, RejectionReason.GeneralWord), "ada", null, Cancellation);

        Assert.Equal([pump.Id], outcome.Decided);
        var after = await ConceptAsync("pump");
        Assert.Equal((TermState.Rejected, RejectionReason.GeneralWord, "ada"), (after.State, after.Rejection!.Reason, after.Rejection.By));
        Assert.Equal((1, 0, 1), await CountsAsync());
        Assert.Equal(["pump"], await ListAsync(TermState.Rejected));
        Assert.Equal(["valve"], await ListAsync(TermState.Candidate));
        var (history, _) = await Installation.Get<ChangeLog>().OfConceptAsync(Plant.Glossary, pump.Id, 10, null, Cancellation);
        Assert.Equal(outcome.Changes, history.Select(change => change.Number));
    }

    [Fact]
    public async Task An_approved_concept_has_one_preferred_term_in_each_language()
    {
        await plant.ExtractAsync("a.pdf", "pump 2");
        var id = (await ConceptAsync("pump")).Id;
        await EditAsync(id, content => content with { Terms = [.. content.Terms, New("en", "feed pump"), New("de", "Pumpe")] });

        await Installation.DecideAsync(Plant.Glossary, "pump", TermState.Approved);

        var terms = (await ConceptAsync("pump")).Terms;
        Assert.Equal(
            [("pump", TermStatus.Preferred), ("feed pump", TermStatus.Admitted), ("Pumpe", TermStatus.Preferred)],
            terms.Select(term => (term.Text, term.Status!.Value)));
        Assert.All(terms, term => Assert.Equal(TermState.Approved, term.State));
    }

    [Fact]
    public async Task Many_concepts_are_decided_in_several_transactions_and_each_once()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(100));
        var ids = (await Installation.ConceptsAsync(Plant.Glossary)).Select(concept => concept.Id).ToList();

        var first = await Editor.DecideAsync(Plant.Glossary, [.. ids, .. ids], new Decision(TermState.Approved), "ada", null, Cancellation);
        var again = await Editor.DecideAsync(Plant.Glossary, ids, new Decision(TermState.Approved), "ada", null, Cancellation);

        Assert.Equal(100, first.Decided.Count);
        Assert.True(first.Changes.Count > 1);
        Assert.Equal((100, 0), (again.Unchanged.Count, again.Changes.Count));
        Assert.Equal((0, 100, 0), await CountsAsync());
    }

    [Fact]
    public async Task What_somebody_decided_meanwhile_is_left_as_it_is()
    {
        await plant.ExtractAsync("a.pdf", "pump 2");
        await Installation.DecideAsync(Plant.Glossary, "pump", TermState.Approved);
        var id = (await ConceptAsync("pump")).Id;

        var outcome = await Editor.DecideAsync(
            Plant.Glossary, [id, "no-such-concept"], new Decision(TermState.Rejected) { From = [TermState.Candidate] }, "bob", null, Cancellation);

        Assert.Equal([id, "no-such-concept"], outcome.Passed);
        Assert.Equal(TermState.Approved, (await ConceptAsync("pump")).State);
    }

    [Fact]
    public async Task A_change_is_taken_back_and_the_taking_back_as_well()
    {
        await plant.ExtractAsync("a.pdf", "pump 2");
        var id = (await ConceptAsync("pump")).Id;
        var before = await ConceptAsync("pump");
        var changed = await EditAsync(id, content => content with { Note = "checked", Definitions = [new Definition("moves liquids", null)] });

        var undone = await Editor.UndoAsync(Plant.Glossary, changed!.Value, "ada", Cancellation);
        var afterUndo = await ConceptAsync("pump");
        await Editor.UndoAsync(Plant.Glossary, undone, "ada", Cancellation);

        Assert.True(ConceptContent.Of(before).Says(ConceptContent.Of(afterUndo)));
        Assert.Equal("checked", (await ConceptAsync("pump")).Note);
    }

    [Fact]
    public async Task A_change_can_not_be_taken_back_under_a_newer_one()
    {
        await plant.ExtractAsync("a.pdf", "pump 2");
        var id = (await ConceptAsync("pump")).Id;
        var older = await EditAsync(id, content => content with { Note = "one" });
        await EditAsync(id, content => content with { Note = "two" });

        var refused = await Assert.ThrowsAsync<ApiException>(() => Editor.UndoAsync(Plant.Glossary, older!.Value, "ada", Cancellation));

        Assert.Equal(ProblemCodes.Conflict, refused.Code);
        Assert.Equal("two", (await ConceptAsync("pump")).Note);
        Assert.Equal(ProblemCodes.Conflict, (await Assert.ThrowsAsync<ApiException>(() => Editor.UndoAsync(Plant.Glossary, 1, "ada", Cancellation))).Code);
    }

    [Fact]
    public async Task A_wording_of_another_concept_is_refused_and_names_that_one()
    {
        await plant.ExtractAsync("a.pdf", "valve 3\npump 2");
        var (valve, pump) = (await ConceptAsync("valve"), await ConceptAsync("pump"));

        var refused = await Assert.ThrowsAsync<ApiException>(() =>
            EditAsync(pump.Id, content => content with { Terms = [.. content.Terms, New("en", "Valves")] }));

        Assert.Equal(ProblemCodes.TermExists, refused.Code);
        Assert.Equal([valve.Id], refused.Errors!["concept"]);
    }

    [Fact]
    public async Task A_new_wording_makes_no_twin_when_a_document_shows_it_or_the_old_one()
    {
        await plant.ExtractAsync("a.pdf", "pump 2");
        var id = (await ConceptAsync("pump")).Id;
        await EditAsync(id, content => content with { Terms = [content.Terms[0] with { Text = "booster" }] });

        await plant.ExtractAsync("b.pdf", "pump 1\nbooster 4");

        var concept = Assert.Single(await Installation.ConceptsAsync(Plant.Glossary));
        Assert.Equal((id, "booster", 2, 7), (concept.Id, concept.Head.Text, concept.Documents, concept.Head.Frequency));
        var evidence = await Installation.Concepts.EvidenceAsync(Plant.Glossary, concept, Cancellation);
        var (lines, _) = await Installation.Get<Concordance>().ListAsync(Plant.Glossary, evidence, 100, null, Cancellation);
        Assert.Equal(["booster", "booster", "booster", "booster", "pump", "pump", "pump"], lines.Select(line => line.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_missed_term_comes_with_its_place_and_goes_without_a_trace()
    {
        var document = await plant.ExtractAsync("a.pdf", "pump 2");
        var content = new ConceptContent { Terms = [New("en", "pump pump")] }.In(TermState.Approved, null);

        var (made, change) = await Editor.CreateAsync(Plant.Glossary, content, key => Seen(document.Id, key), "ada", Cancellation);
        var counts = await CountsAsync();
        await Editor.UndoAsync(Plant.Glossary, change, "ada", Cancellation);

        Assert.Equal((TermOrigin.Typed, TermState.Approved, 1, 1), (made.Head.Origin, made.State, made.Documents, made.Head.Frequency));
        Assert.Equal((1, 1, 0), counts);
        Assert.Equal((1, 0, 0), await CountsAsync());
        Assert.Equal("pump", Assert.Single(await Installation.ConceptsAsync(Plant.Glossary)).Head.Key);
        Assert.DoesNotContain(await Installation.Stores.Terms.AllAsync(Plant.Glossary), record => record.Key.Contains(made.Id, StringComparison.Ordinal) && record.Key[0] != 'h');
    }

    [Fact]
    public async Task Decisions_outlive_new_documents_new_versions_and_deletions()
    {
        var first = await plant.ExtractAsync("a.pdf", "pump 2\nvalve 3\nnoise 1");
        await Installation.DecideAsync(Plant.Glossary, "noise", TermState.Rejected);
        await Installation.DecideAsync(Plant.Glossary, "pump", TermState.Approved);
        var pump = (await ConceptAsync("pump")).Id;
        await EditAsync(pump, content => content with { Definitions = [new Definition("moves liquids", null)] });

        await plant.ExtractAsync("b.pdf", "noise 9\npump 1");
        var afterSecond = await ConceptAsync("noise");
        await plant.ExtractAsync("a.pdf", "valve 1");
        await plant.DeleteAsync((await plant.DocumentAsync(first.Id)));

        Assert.Equal((TermState.Rejected, 2, 10), (afterSecond.State, afterSecond.Documents, afterSecond.Head.Frequency));
        var kept = await ConceptAsync("pump");
        Assert.Equal((TermState.Approved, "moves liquids", 1, 1), (kept.State, kept.Definitions[0].Text, kept.Documents, kept.Head.Frequency));
        Assert.Equal(["noise", "pump"], (await Installation.ConceptsAsync(Plant.Glossary)).Select(concept => concept.Head.Key));
        Assert.Equal((0, 1, 1), await CountsAsync());
    }

    [Fact]
    public async Task A_decided_concept_whose_evidence_is_gone_stays_and_shows_none()
    {
        var document = await plant.ExtractAsync("a.pdf", "pump 2\nvalve 1");
        await Installation.DecideAsync(Plant.Glossary, "pump", TermState.Approved);

        await plant.DeleteAsync(document);

        var pump = Assert.Single(await Installation.ConceptsAsync(Plant.Glossary));
        Assert.Equal((TermState.Approved, 0, 0), (pump.State, pump.Documents, pump.Head.Frequency));
    }

    private static TermContent New(string language, string text) => new() { Language = language, Key = string.Empty, Text = text, PartOfSpeech = "noun" };

    private static Evidence Seen(string document, string key) => new()
    {
        DocumentId = document,
        Revision = 1,
        Language = "en",
        Key = key,
        Frequency = 1,
        Pages = 1,
        Score = 0,
        Parts = [],
        Forms = [new SurfaceForm("pump pump", 1)],
        Contexts = [],
        Spans = [new Occurrence(1, 0, 9, 0)],
    };

    private Task<long?> EditAsync(string id, Func<ConceptContent, ConceptContent> change) =>
        Editor.UpdateAsync(Plant.Glossary, id, _ => { }, change, "ada", Cancellation);

    private async Task<Concept> ConceptAsync(string key) => (await Installation.ConceptsAsync(Plant.Glossary)).Single(concept => concept.Head.Key == key);

    private async Task<(int, int, int)> CountsAsync()
    {
        var counts = (await Installation.Termbases.GetAsync(Plant.Glossary, Cancellation)).Counts;
        return (counts.Candidates, counts.Approved, counts.Rejected);
    }

    private async Task<IEnumerable<string>> ListAsync(TermState state) =>
        (await Installation.Concepts.ListAsync(Plant.Glossary, new ConceptFilter { States = [state] }, 100, null, Cancellation)).Rows.Select(row => row.Text);
}
