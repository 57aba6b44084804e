using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;
using Glossary.Testing;

namespace Glossary.App.Tests.Termbases;

/// <summary>Relations. After each test both ends of each have to say the same.</summary>
public sealed class RelationEditorTests : IAsyncDisposable
{
    private const string Glossary = "pumps";

    private readonly Installation installation = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RelationEditor Relations => installation.Get<RelationEditor>();

    private ConceptEditor Editor => installation.Get<ConceptEditor>();

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(await GlossaryInvariants.BrokenAsync(installation.Stores.Terms, Glossary, CancellationToken.None));
        installation.Dispose();
    }

    [Fact]
    public void Every_kind_is_the_inverse_of_its_inverse() =>
        Assert.All(Enum.GetValues<RelationKind>(), kind => Assert.Equal(kind, kind.Inverse().Inverse()));

    [Theory]
    [InlineData(RelationKind.Broader, RelationKind.Narrower)]
    [InlineData(RelationKind.PartOf, RelationKind.HasPart)]
    [InlineData(RelationKind.Synonym, RelationKind.Synonym)]
    [InlineData(RelationKind.Measures, RelationKind.MeasuredBy)]
    public async Task Both_ends_have_it_in_one_change_and_an_undo_takes_it_from_both(RelationKind kind, RelationKind inverse)
    {
        var (pump, valve) = (await MakeAsync("pump"), await MakeAsync("valve"));
        var evidence = new RelationEvidence("d1", 3, "The pump has a valve.");

        var number = await Relations.AddAsync(
            Glossary, pump, new Relation(kind, valve) { Confidence = 0.7, State = RelationState.Proposed, Evidence = [evidence] }, "ada", Cancellation);

        var (own, other) = (Assert.Single(await OfAsync(pump)), Assert.Single(await OfAsync(valve)));
        Assert.Equal((kind, valve, 0.7, RelationState.Proposed), (own.Kind, own.ConceptId, own.Confidence, own.State));
        Assert.Equal((inverse, pump, 0.7, evidence), (other.Kind, other.ConceptId, other.Confidence, Assert.Single(other.Evidence)));
        Assert.Equal(2, (await installation.Get<ChangeLog>().GetAsync(Glossary, number, Cancellation)).Edits.Count);
        await Editor.UndoAsync(Glossary, number, "ada", Cancellation);
        Assert.Empty(await OfAsync(pump));
        Assert.Empty(await OfAsync(valve));
    }

    [Fact]
    public async Task A_review_from_either_end_is_seen_from_both()
    {
        var (pump, valve) = (await MakeAsync("pump"), await MakeAsync("valve"));
        await Relations.AddAsync(Glossary, pump, new Relation(RelationKind.Uses, valve) { State = RelationState.Proposed }, "ada", Cancellation);

        await ReviewAsync(valve, RelationKind.UsedBy, pump, RelationState.Rejected);

        Assert.Equal((RelationKind.Uses, RelationState.Rejected), (Assert.Single(await OfAsync(pump)).Kind, Assert.Single(await OfAsync(pump)).State));
        await Relations.UpdateAsync(Glossary, pump, RelationKind.Uses, valve, _ => { }, _ => null, "ada", Cancellation);
        Assert.Empty(await OfAsync(valve));
    }

    [Fact]
    public async Task The_same_relation_is_made_once_whichever_end_asks()
    {
        var (pump, valve) = (await MakeAsync("pump"), await MakeAsync("valve"));
        await RelateAsync(pump, RelationKind.Uses, valve);

        var refused = await Assert.ThrowsAsync<ApiException>(() => RelateAsync(valve, RelationKind.UsedBy, pump));

        Assert.Equal(ProblemCodes.RelationExists, refused.Code);
        await RelateAsync(pump, RelationKind.Controls, valve);
        Assert.Equal(2, (await OfAsync(valve)).Count);
    }

    [Theory]
    [InlineData(RelationKind.Broader)]
    [InlineData(RelationKind.PartOf)]
    public async Task Nothing_stands_above_itself_by_a_relation_a_review_or_an_undo(RelationKind up)
    {
        var (device, machine, pump) = (await MakeAsync("device"), await MakeAsync("machine"), await MakeAsync("pump"));
        await RelateAsync(pump, up, machine);
        await RelateAsync(machine, up, device);
        var removed = await Relations.UpdateAsync(Glossary, machine, up, device, _ => { }, _ => null, "ada", Cancellation);
        await RelateAsync(device, up, pump);

        var byUndo = await Assert.ThrowsAsync<ApiException>(() => Editor.UndoAsync(Glossary, removed, "ada", Cancellation));
        var byRelation = await Assert.ThrowsAsync<ApiException>(() => RelateAsync(device, up.Inverse(), machine));
        await Relations.AddAsync(Glossary, machine, new Relation(up, device) { State = RelationState.Rejected }, "ada", Cancellation);
        var byReview = await Assert.ThrowsAsync<ApiException>(() => ReviewAsync(machine, up, device, RelationState.Accepted));

        Assert.Equal(ProblemCodes.Conflict, byUndo.Code);
        Assert.Equal((ProblemCodes.HierarchyCycle, ProblemCodes.HierarchyCycle), (byRelation.Code, byReview.Code));
        await RelateAsync(machine, up == RelationKind.Broader ? RelationKind.PartOf : RelationKind.Broader, device);
    }

    [Fact]
    public async Task An_undo_that_would_close_a_circle_in_its_middle_is_refused()
    {
        var (a, b, c, d) = (await MakeAsync("alpha"), await MakeAsync("beta"), await MakeAsync("gamma"), await MakeAsync("delta"));
        await RelateAsync(b, RelationKind.Broader, c);
        await RelateAsync(d, RelationKind.Broader, a);
        await RelateAsync(a, RelationKind.Broader, b);
        var removed = await Relations.UpdateAsync(Glossary, a, RelationKind.Broader, b, _ => { }, _ => null, "ada", Cancellation);
        await RelateAsync(c, RelationKind.Broader, d);

        var refused = await Assert.ThrowsAsync<ApiException>(() => Editor.UndoAsync(Glossary, removed, "ada", Cancellation));

        Assert.Equal(ProblemCodes.HierarchyCycle, refused.Code);
    }

    [Fact]
    public async Task A_merge_takes_relations_along_drops_those_inside_and_is_taken_back()
    {
        var (pump, booster, valve) = (await MakeAsync("pump"), await MakeAsync("booster"), await MakeAsync("valve"));
        await RelateAsync(booster, RelationKind.Uses, valve);
        await RelateAsync(booster, RelationKind.Synonym, pump);

        var merged = await Editor.MergeAsync(Glossary, pump, [booster], "ada", Cancellation);

        Assert.Equal((RelationKind.Uses, valve), Assert.Single(await LedAsync(pump)));
        Assert.Equal((RelationKind.UsedBy, pump), Assert.Single(await LedAsync(valve)));
        Assert.Equal(ProblemCodes.RelationExists, (await Assert.ThrowsAsync<ApiException>(() => RelateAsync(valve, RelationKind.UsedBy, pump))).Code);
        await Editor.UndoAsync(Glossary, merged, "ada", Cancellation);
        Assert.Equal(2, (await LedAsync(booster)).Count);
        Assert.Equal((RelationKind.Synonym, booster), Assert.Single(await LedAsync(pump)));
    }

    [Fact]
    public async Task A_relation_of_merged_concepts_is_removed_from_both_ends()
    {
        var (pump, booster, valve) = (await MakeAsync("pump"), await MakeAsync("booster"), await MakeAsync("valve"));
        await RelateAsync(booster, RelationKind.Uses, valve);
        await RelateAsync(pump, RelationKind.Uses, valve);
        await Editor.MergeAsync(Glossary, pump, [booster], "ada", Cancellation);

        await Relations.UpdateAsync(Glossary, valve, RelationKind.UsedBy, pump, _ => { }, _ => null, "ada", Cancellation);

        Assert.Empty(await OfAsync(pump));
        Assert.Empty(await OfAsync(valve));
    }

    [Fact]
    public async Task Concepts_on_two_levels_of_a_hierarchy_are_not_merged()
    {
        var (device, machine, pump) = (await MakeAsync("device"), await MakeAsync("machine"), await MakeAsync("pump"));
        await RelateAsync(pump, RelationKind.Broader, machine);
        await RelateAsync(machine, RelationKind.Broader, device);

        var refused = await Assert.ThrowsAsync<ApiException>(() => Editor.MergeAsync(Glossary, pump, [device], "ada", Cancellation));

        Assert.Equal(ProblemCodes.HierarchyCycle, refused.Code);
    }

    private async Task<string> MakeAsync(string text)
    {
        await installation.Termbases.EnsureAsync(Glossary, "Pumps", Cancellation);
        var content = new ConceptContent { Terms = [new() { Language = "en", Key = string.Empty, Text = text, PartOfSpeech = "noun" }] };
        return (await Editor.CreateAsync(Glossary, content, null, "ada", Cancellation)).Concept.Id;
    }

    private Task<long> RelateAsync(string id, RelationKind kind, string other) =>
        Relations.AddAsync(Glossary, id, new Relation(kind, other), "ada", Cancellation);

    private Task<long> ReviewAsync(string id, RelationKind kind, string other, RelationState state) =>
        Relations.UpdateAsync(Glossary, id, kind, other, _ => { }, relation => relation with { State = state }, "ada", Cancellation);

    private async Task<IReadOnlyList<Relation>> OfAsync(string id) =>
        (await installation.Concepts.FindAsync(Glossary, id, Cancellation))!.Concept.Relations;

    private async Task<IReadOnlyList<(RelationKind, string)>> LedAsync(string id) =>
        [.. (await Relations.ListAsync(Glossary, (await installation.Concepts.FindAsync(Glossary, id, Cancellation))!.Concept, Cancellation))
            .Select(each => (each.Relation.Kind, each.Other.Id))];
}
