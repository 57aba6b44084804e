using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;
using Glossary.App.Tests.Workflows;

namespace Glossary.App.Tests.Termbases;

public sealed class ConceptPastTests : IDisposable
{
    private readonly Plant plant = new(twice: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ConceptEditor Editor => plant.Installation.Get<ConceptEditor>();

    public void Dispose() => plant.Dispose();

    [Fact]
    public async Task Every_state_of_the_past_is_given_as_it_was()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2\nvalve 1");
        var states = new List<(long Number, string State)> { await NowAsync() };
        var (pump, booster, valve) = (await IdAsync("pump"), await IdAsync("booster"), await IdAsync("valve"));
        await EditAsync(pump, content => content with { Note = "one" });
        states.Add(await NowAsync());
        await Editor.DecideAsync(Plant.Glossary, [valve, pump], new Decision(TermState.Approved), "ada", null, Cancellation);
        states.Add(await NowAsync());
        var merged = await Editor.MergeAsync(Plant.Glossary, pump, [booster], "ada", Cancellation);
        states.Add(await NowAsync());
        var (made, created) = await Editor.CreateAsync(
            Plant.Glossary, new ConceptContent { Terms = [new() { Language = "en", Key = string.Empty, Text = "mistake", PartOfSpeech = "noun" }] }, null, "ada", Cancellation);
        states.Add(await NowAsync());
        await Editor.UndoAsync(Plant.Glossary, created, "ada", Cancellation);
        states.Add(await NowAsync());
        await Editor.UndoAsync(Plant.Glossary, merged, "ada", Cancellation);
        await EditAsync(pump, content => content with { Terms = [content.Terms[0] with { Text = "lifter" }] });
        states.Add(await NowAsync());

        Assert.NotEqual(pump, made.Id);
        foreach (var (number, state) in states)
        {
            Assert.Equal(state, Describe(await AtAsync(number)));
        }
    }

    [Fact]
    public async Task An_export_of_the_past_has_what_stood_then()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nvalve 2");
        await plant.Installation.DecideAsync(Plant.Glossary, "pump", TermState.Approved);
        var (number, _) = await NowAsync();
        await plant.Installation.DecideAsync(Plant.Glossary, "pump", TermState.Rejected);
        await plant.Installation.DecideAsync(Plant.Glossary, "valve", TermState.Approved);
        var input = new OperationInput { Format = "csv", States = [TermState.Approved], ChangeNumber = number };
        await plant.Installation.Get<OperationStarter>().StartAsync("past", OperationKind.Export, Plant.Glossary, input, "ada", Cancellation);

        var csv = await plant.ReadExportAsync(await plant.RunAsync("past"));

        Assert.Contains("pump", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("valve", csv, StringComparison.Ordinal);
    }

    private async Task<List<Concept>> AtAsync(long number)
    {
        var all = new List<Concept>();
        string? after = null;
        do
        {
            (var page, after) = await plant.Installation.Get<ConceptPast>().PageAsync(Plant.Glossary, number, after, Cancellation);
            all.AddRange(page);
        }
        while (after is not null);
        return all;
    }

    private async Task<(long Number, string State)> NowAsync()
    {
        plant.Installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var standing = (await plant.Installation.ConceptsAsync(Plant.Glossary)).Where(concept => concept.Stands);
        return ((await plant.Installation.Termbases.GetAsync(Plant.Glossary, Cancellation)).ChangeNumber, Describe(standing));
    }

    private static string Describe(IEnumerable<Concept> concepts) => string.Join('\n', concepts
        .OrderBy(concept => concept.Id, StringComparer.Ordinal)
        .Select(concept => $"{concept.Id} {concept.State} {concept.Note} {string.Join(", ", concept.Terms.Select(term => $"{term.Text} {term.State} {term.Status} {term.Frequency}"))}"));

    private Task<long?> EditAsync(string id, Func<ConceptContent, ConceptContent> change) =>
        Editor.UpdateAsync(Plant.Glossary, id, _ => { }, change, "ada", Cancellation);

    private async Task<string> IdAsync(string key) => (await plant.Installation.ConceptsAsync(Plant.Glossary)).Single(concept => concept.Head.Key == key).Id;
}
