using System.Text.Json;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;
using Glossary.App.Workflows;

namespace Glossary.App.Tests.Workflows;

public sealed class StoreMigrationWorkflowTests : IDisposable
{
    private readonly Plant plant = new(twice: false);
    private int migrations;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Installation Installation => plant.Installation;

    public void Dispose() => plant.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_glossary_is_copied_whole_and_the_file_says_so(bool twice)
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(400));
        await Installation.DecideAsync(Plant.Glossary, "word0007", TermState.Approved);

        var operation = await MigrateAsync(twice);

        await AssertEqualAsync();
        Assert.Equal(OperationState.Succeeded, operation.State);
        using var report = JsonDocument.Parse(await plant.ReadExportAsync(operation));
        var (source, target) = (report.RootElement.GetProperty("source"), report.RootElement.GetProperty("target"));
        var records = await Installation.Stores.Terms.AllAsync(Plant.Glossary);
        Assert.Equal(records.Count, source.GetProperty("records").GetInt32());
        Assert.Equal(source.ToString(), target.ToString());
        Assert.Equal(await ChangeNumberAsync(), report.RootElement.GetProperty("changeNumber").GetInt64());
        Assert.Equal(("Tables", "Cosmos"), (report.RootElement.GetProperty("from").GetString(), report.RootElement.GetProperty("to").GetString()));
        Assert.Equal(records.Count, operation.Counts["records"]);
    }

    [Fact]
    public async Task A_second_copy_finds_all_there_and_writes_nothing()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(60));
        var first = await MigrateAsync();
        var second = await MigrateAsync();

        Assert.Equal((2, 1), (first.Counts["rounds"], second.Counts["rounds"]));
        Assert.Equal(0, second.Counts["written"]);
        Assert.Equal(await HashAsync(first), await HashAsync(second));
    }

    [Fact]
    public async Task What_is_edited_and_deleted_between_the_steps_is_in_the_copy_in_the_end()
    {
        var document = await plant.ExtractAsync("a.pdf", Plant.Words(400));
        await plant.ExtractAsync("b.pdf", Plant.Words(200));

        var operation = await MigrateAsync(betweenSteps: async step =>
        {
            if (step < 5)
            {
                await Installation.DecideAsync(Plant.Glossary, $"word{step:D4}", TermState.Approved);
            }
            else if (step == 5)
            {
                await plant.DeleteAsync(document);
            }
        });

        Assert.Equal(OperationState.Succeeded, operation.State);
        Assert.True(operation.Counts["rounds"] > 2);
        await AssertEqualAsync();
    }

    [Fact]
    public async Task A_glossary_that_is_never_left_alone_ends_the_copy_with_a_sentence()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(100));

        var operation = await MigrateAsync(
            betweenSteps: step => Installation.DecideAsync(Plant.Glossary, $"word{step:D4}", step % 2 == 0 ? TermState.Approved : TermState.Rejected));

        Assert.Equal((OperationState.Failed, "glossary-in-use"), (operation.State, operation.Error!.Code));
    }

    [Fact]
    public async Task What_an_older_copy_left_is_overwritten_and_removed()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(60));
        var wrong = (await Installation.Stores.Terms.AllAsync(Plant.Glossary, "c|"))[3].Key;
        await Installation.OtherTerms.CommitAsync(
            Plant.Glossary, [RecordWrite.Insert("c|gone", "{}"), RecordWrite.Insert("z|gone", "{}"), RecordWrite.Insert(wrong, "{}")], Cancellation);
        foreach (var part in Enumerable.Range(0, 300).Chunk(100))
        {
            await Installation.OtherTerms.CommitAsync(Plant.Glossary, [.. part.Select(i => RecordWrite.Insert($"d|{i:D3}", "{}"))], Cancellation);
        }

        await MigrateAsync();

        await AssertEqualAsync();
    }

    [Fact]
    public async Task A_copy_with_newer_changes_is_not_overwritten()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(10));
        await MigrateAsync();
        var head = (await Installation.OtherTerms.AllAsync(Plant.Glossary, "g"))[0];
        var newer = head.Body.Replace($"\"changeNumber\":{await ChangeNumberAsync()}", "\"changeNumber\":999", StringComparison.Ordinal);
        await Installation.OtherTerms.CommitAsync(Plant.Glossary, [RecordWrite.Put(head.Key, newer)], Cancellation);

        var operation = await MigrateAsync();

        Assert.Equal((OperationState.Failed, "copy-is-newer"), (operation.State, operation.Error!.Code));
        Assert.Equal(newer, (await Installation.OtherTerms.AllAsync(Plant.Glossary, "g"))[0].Body);
    }

    [Fact]
    public async Task A_copy_to_the_store_that_serves_by_now_ends()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(10));

        var operation = await MigrateAsync(to: TermStoreService.Tables);

        Assert.Equal((OperationState.Failed, "store-gone"), (operation.State, operation.Error!.Code));
    }

    [Fact]
    public async Task Large_records_go_in_batches_that_the_other_store_takes()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(10));
        var body = $"\"{new string('x', IRecordStore.MaximumBody - 2)}\"";
        foreach (var i in Enumerable.Range(0, 6))
        {
            await Installation.Stores.Terms.CommitAsync(Plant.Glossary, [RecordWrite.Insert($"e|{i}", body)], Cancellation);
        }

        await MigrateAsync();

        await AssertEqualAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_that_died_at_any_of_its_batches_is_done_again(bool written)
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(60));
        await StartAsync("m", TermStoreService.Cosmos);
        for (var batches = 0; ; batches++)
        {
            await EmptyCopyAsync();
            var workflow = WorkflowTo(new FaultyRecordStore(Installation.OtherTerms, batches, written));
            var begun = await workflow.StepAsync(await Installation.Operations.GetAsync("m", Cancellation), new StepEngine(Installation, false), Cancellation);
            var next = Assert.IsType<StepOutcome.Next>(begun);
            var operation = (await Installation.Operations.GetAsync("m", Cancellation)) with { Step = next.Step, Cursor = next.Cursor };
            var failed = false;
            StepOutcome outcome;
            do
            {
                try
                {
                    outcome = await workflow.StepAsync(operation, new StepEngine(Installation, false), Cancellation);
                }
                catch (StoreUnavailableException)
                {
                    failed = true;
                    continue;
                }

                operation = outcome is StepOutcome.Next more ? operation with { Step = more.Step, Cursor = more.Cursor } : operation with { State = OperationState.Succeeded };
            }
            while (!operation.IsFinished);
            await AssertEqualAsync();
            if (!failed)
            {
                Assert.True(batches > 3);
                return;
            }
        }
    }

    private StoreMigrationWorkflow WorkflowTo(IRecordStore target) => new(
        new TermStores(TermStoreService.Tables, new Dictionary<TermStoreService, IRecordStore>
        {
            [TermStoreService.Tables] = Installation.Stores.Terms, [TermStoreService.Cosmos] = target,
        }),
        Installation.Blobs);

    private async Task<Operation> MigrateAsync(
        bool twice = false, Func<int, Task>? betweenSteps = null, TermStoreService to = TermStoreService.Cosmos)
    {
        var id = $"migration-{++migrations}";
        await StartAsync(id, to);
        return await new StepEngine(Installation, twice, betweenSteps).RunAsync(id);
    }

    private Task<Operation> StartAsync(string id, TermStoreService to) => Installation.Get<OperationStarter>().StartAsync(
        id, OperationKind.StoreMigration, Plant.Glossary, new OperationInput { To = to }, "ada", Cancellation);

    private async Task AssertEqualAsync() => Assert.Equal(
        (await Installation.Stores.Terms.AllAsync(Plant.Glossary)).Select(record => (record.Key, record.Body)),
        (await Installation.OtherTerms.AllAsync(Plant.Glossary)).Select(record => (record.Key, record.Body)));

    private async Task<long> ChangeNumberAsync() => (await Installation.Termbases.GetAsync(Plant.Glossary, Cancellation)).ChangeNumber;

    private async Task<string> HashAsync(Operation operation)
    {
        using var report = JsonDocument.Parse(await plant.ReadExportAsync(operation));
        return report.RootElement.GetProperty("target").GetProperty("sha256").GetString()!;
    }

    private async Task EmptyCopyAsync()
    {
        foreach (var part in (await Installation.OtherTerms.AllAsync(Plant.Glossary)).Chunk(IRecordStore.MaximumBatch))
        {
            await Installation.OtherTerms.CommitAsync(Plant.Glossary, [.. part.Select(record => RecordWrite.Delete(record.Key))], Cancellation);
        }
    }
}
