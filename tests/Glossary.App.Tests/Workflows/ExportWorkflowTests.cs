using System.Text.Json;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;

namespace Glossary.App.Tests.Workflows;

public sealed class ExportWorkflowTests : IDisposable
{
    private readonly Plant plant = new(twice: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => plant.Dispose();

    [Fact]
    public async Task Every_concept_of_several_parts_is_in_the_file_once_and_the_parts_are_gone()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(620));

        var operation = await plant.ExportAsync("json", TermState.Candidate);

        Assert.Equal((OperationState.Succeeded, 620), (operation.State, operation.Counts["concepts"]));
        using var json = JsonDocument.Parse(await plant.ReadExportAsync(operation));
        var exported = json.RootElement.GetProperty("concepts").EnumerateArray()
            .Select(concept => concept.GetProperty("terms")[0].GetProperty("text").GetString());
        Assert.Equal(Enumerable.Range(0, 620).Select(i => $"word{i:D4}"), exported.Order(StringComparer.Ordinal));
        var blob = Assert.Single(await ExportsAsync());
        Assert.Equal((operation.Result!.BlobName, operation.Result.Size), (blob.Name, blob.Size));
    }

    [Fact]
    public async Task Only_the_chosen_states_are_exported()
    {
        await plant.ExtractAsync("a.pdf", "valve 3\npump 2");
        await plant.Installation.DecideAsync(Plant.Glossary, "pump", TermState.Approved);

        var csv = await plant.ReadExportAsync(await plant.ExportAsync("csv", TermState.Approved));

        Assert.Contains("pump", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("valve", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task A_glossary_without_concepts_makes_a_file_without_entries(string format)
    {
        await plant.Installation.Termbases.CreateAsync(Plant.Glossary, "Pumps", "auto", Cancellation);

        var operation = await plant.ExportAsync(format, TermState.Candidate);

        Assert.Equal((OperationState.Succeeded, 0), (operation.State, operation.Counts["concepts"]));
        Assert.NotEmpty(await plant.ReadExportAsync(operation));
    }

    [Fact]
    public async Task A_cancelled_export_leaves_no_parts()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(620));
        var starter = plant.Installation.Get<OperationStarter>();
        await starter.StartAsync(
            "export", OperationKind.Export, Plant.Glossary, new OperationInput { Format = "csv", States = [TermState.Candidate] }, "ada", Cancellation);
        var runner = plant.Installation.Get<OperationRunner>();
        await runner.AdvanceAsync("export", "a", Cancellation);
        Assert.NotEmpty(await ExportsAsync());

        await starter.CancelAsync("export", Cancellation);
        await runner.AdvanceAsync("export", "a", Cancellation);

        Assert.Empty(await ExportsAsync());
    }

    private async Task<IReadOnlyList<BlobDescription>> ExportsAsync()
    {
        var blobs = new List<BlobDescription>();
        await foreach (var blob in plant.Installation.Blobs.ListAsync(BlobContainer.Exports, string.Empty, Cancellation))
        {
            blobs.Add(blob);
        }

        return blobs;
    }
}
