using System.Text.RegularExpressions;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;

namespace Glossary.App.Tests.Workflows;

/// <summary>Every step done twice leaves the stores as every step done once.</summary>
public sealed partial class RepeatedStepTests
{
    [Fact]
    public Task An_extraction_in_several_batches() => SameAsync(plant => plant.ExtractAsync("a.pdf", Plant.Words(900)));

    [Fact]
    public Task A_new_version_of_a_document_that_says_less() => SameAsync(async plant =>
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(150));
        await plant.ExtractAsync("b.pdf", Plant.Words(60, from: 30));
        await plant.ExtractAsync("a.pdf", Plant.Words(40));
    });

    [Fact]
    public Task A_document_processed_again() => SameAsync(async plant =>
        await plant.ReprocessAsync(await plant.ExtractAsync("a.pdf", Plant.Words(120))));

    [Fact]
    public Task An_export() => SameAsync(async plant =>
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(620));
        await plant.ExportAsync("json", TermState.Candidate);
    });

    [Fact]
    public Task A_deletion() => SameAsync(async plant =>
    {
        var document = await plant.ExtractAsync("a.pdf", Plant.Words(130));
        await plant.ExtractAsync("b.pdf", Plant.Words(60, from: 100));
        await plant.Installation.DecideAsync(Plant.Glossary, "word0007", TermState.Approved);
        await plant.DeleteAsync(document);
    });

    [Fact]
    public Task A_bulk_decision_and_its_undoing() => SameAsync(async plant =>
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(700));
        await plant.Installation.DecideAsync(Plant.Glossary, "word0007", TermState.Approved);
        await plant.DecideAllAsync("bulk", new ConceptFilter { States = [TermState.Candidate], MaximumScore = 0.8 }, new Decision(TermState.Rejected, RejectionReason.Fragment));
        await plant.DecideAllAsync("others", new ConceptFilter { States = [TermState.Candidate] }, new Decision(TermState.Approved));
        await plant.UndoAllAsync("bulk");
    });

    private static async Task SameAsync(Func<Plant, Task> story)
    {
        using var once = new Plant(twice: false);
        using var twice = new Plant(twice: true);

        await story(once);
        await story(twice);

        Assert.Equal(await StateAsync(once), await StateAsync(twice));
        await HasWholeLogAsync(once);
        await HasWholeLogAsync(twice);
    }

    // A withdrawal that is done again reaches further, so the same work may be cut into changes at other places.
    private static async Task<string> StateAsync(Plant plant) => string.Join('\n', (await plant.Installation.DescribeAsync(Plant.Glossary))
        .Split('\n')
        .Where(line => !LogLines().IsMatch(line))
        .Select(line => ChangeNumber().Replace(line, string.Empty)));

    private static async Task HasWholeLogAsync(Plant plant)
    {
        var numbers = (await plant.Installation.ChangesAsync(Plant.Glossary)).Select(change => change.Number).ToList();
        var termbase = await plant.Installation.Termbases.GetAsync(Plant.Glossary, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long)number), numbers);
        Assert.Equal(numbers.Count, termbase.ChangeNumber);
    }

    // The log, a concept's lines in it, and an operation's: their numbers follow from how the work was cut.
    [GeneratedRegex($"^{Plant.Glossary} [nhb]\\|", RegexOptions.NonBacktracking)]
    private static partial Regex LogLines();

    [GeneratedRegex("\"changeNumber\":[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex ChangeNumber();
}
