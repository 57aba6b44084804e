using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;
using Glossary.Testing;

namespace Glossary.App.Tests.Workflows;

/// <summary>Moving between glossaries, each step done twice. After each test both glossaries' records have to be sound.</summary>
public sealed class ConceptMoveWorkflowTests : IAsyncDisposable
{
    private const string Other = "valves";

    private readonly Plant plant = new(twice: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Installation Installation => plant.Installation;

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(await GlossaryInvariants.BrokenAsync(Installation.Stores.Terms, Plant.Glossary, CancellationToken.None));
        Assert.Empty(await GlossaryInvariants.BrokenAsync(Installation.Stores.Terms, Other, CancellationToken.None));
        plant.Dispose();
    }

    [Fact]
    public async Task A_concept_stands_in_the_other_glossary_under_its_id_with_what_people_decided()
    {
        var pump = await PumpAsync();

        var operation = await MoveAsync("move", Plant.Glossary, Other, pump.Id);

        Assert.Equal((OperationState.Succeeded, 1), (operation.State, operation.Counts["moved"]));
        Assert.Empty(await StandingAsync(Plant.Glossary));
        var moved = Assert.Single(await StandingAsync(Other));
        Assert.Equal((pump.Id, TermState.Approved, "moves liquids", 0), (moved.Id, moved.State, moved.Definitions[0].Text, moved.Documents));
        Assert.Equal(Other, (await Installation.Concepts.FollowAsync(Plant.Glossary, pump.Id, Cancellation))!.Concept.Departure!.Glossary);
    }

    [Fact]
    public async Task A_later_document_of_the_old_glossary_makes_no_twin_and_counts_when_the_concept_comes_back()
    {
        var pump = await PumpAsync();
        await MoveAsync("move", Plant.Glossary, Other, pump.Id);
        await plant.ExtractAsync("b.pdf", "pump 5");
        Assert.Empty(await StandingAsync(Plant.Glossary));

        await MoveAsync("back", Other, Plant.Glossary, pump.Id);

        var back = Assert.Single(await StandingAsync(Plant.Glossary));
        Assert.Equal((pump.Id, 2, 7), (back.Id, back.Documents, back.Head.Frequency));
        Assert.Empty(await StandingAsync(Other));
    }

    [Fact]
    public async Task A_move_is_taken_back_but_for_what_was_changed_since()
    {
        var pump = await PumpAsync();
        var (lifter, _) = await Installation.Get<ConceptEditor>().CreateAsync(
            Plant.Glossary, new ConceptContent { Terms = [new() { Language = "en", Key = string.Empty, Text = "lifter", PartOfSpeech = "noun" }] }, null, "ada", Cancellation);
        await MoveAsync("move", Plant.Glossary, Other, pump.Id, lifter.Id);
        await Installation.Get<ConceptEditor>().UpdateAsync(Other, lifter.Id, _ => { }, content => content with { Note = "ours" }, "bob", Cancellation);

        var undo = await MoveAsync("undo", Other, Plant.Glossary, [pump.Id, lifter.Id], takesBack: "move");

        Assert.Equal((1, 1), (undo.Counts["moved"], undo.Counts["passed"]));
        var back = Assert.Single(await StandingAsync(Plant.Glossary));
        Assert.True(ConceptContent.Of(pump).Says(ConceptContent.Of(back)));
        Assert.Equal((2, lifter.Id), (back.Head.Frequency, Assert.Single(await StandingAsync(Other)).Id));
    }

    [Fact]
    public async Task What_the_other_glossary_has_already_stays()
    {
        var pump = await PumpAsync();
        await Installation.Get<ConceptEditor>().CreateAsync(
            Other, new ConceptContent { Terms = [new() { Language = "en", Key = string.Empty, Text = "pump", PartOfSpeech = "noun" }] }, null, "ada", Cancellation);

        var operation = await MoveAsync("move", Plant.Glossary, Other, pump.Id, "no-such-concept");

        Assert.Equal((1, 1), (operation.Counts["clashed"], operation.Counts["passed"]));
        Assert.Equal(pump.Id, Assert.Single(await StandingAsync(Plant.Glossary)).Id);
    }

    [Fact]
    public async Task Half_of_a_move_is_not_taken_back_alone()
    {
        var pump = await PumpAsync();
        await MoveAsync("move", Plant.Glossary, Other, pump.Id);
        var half = (await Installation.ChangesAsync(Plant.Glossary))[^1];

        var refused = await Assert.ThrowsAsync<ApiException>(
            () => Installation.Get<ConceptEditor>().UndoAsync(Plant.Glossary, half.Number, "ada", Cancellation));

        Assert.Equal((ChangeKind.MovedOut, ProblemCodes.Conflict), (half.Kind, refused.Code));
    }

    private async Task<Concept> PumpAsync()
    {
        await Installation.Termbases.EnsureAsync(Other, "Valves", Cancellation);
        await plant.ExtractAsync("a.pdf", "pump 2");
        await Installation.DecideAsync(Plant.Glossary, "pump", TermState.Approved);
        var id = Assert.Single(await StandingAsync(Plant.Glossary)).Id;
        await Installation.Get<ConceptEditor>().UpdateAsync(
            Plant.Glossary, id, _ => { }, content => content with { Definitions = [new Definition("moves liquids", null)] }, "ada", Cancellation);
        return Assert.Single(await StandingAsync(Plant.Glossary));
    }

    private Task<Operation> MoveAsync(string id, string from, string to, params string[] concepts) => MoveAsync(id, from, to, concepts, null);

    private async Task<Operation> MoveAsync(string id, string from, string to, string[] concepts, string? takesBack)
    {
        var input = new OperationInput { ConceptIds = concepts, ToGlossary = to, OperationId = takesBack };
        await Installation.Get<OperationStarter>().StartAsync(id, OperationKind.ConceptMove, from, input, "ada", Cancellation);
        return await plant.RunAsync(id);
    }

    private async Task<IReadOnlyList<Concept>> StandingAsync(string glossary) =>
        [.. (await Installation.ConceptsAsync(glossary)).Where(concept => concept.Stands)];
}
