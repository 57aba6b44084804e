using CsCheck;
using Glossary.App.Kernel.Records;
using Glossary.Azure.Records;
using Glossary.Azure.Records.Cosmos;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Termbases;

/// <summary>
/// A thousand random operations, in ten runs of a hundred: after each one the glossary equals a simple model, and its records are sound at the
/// end of a run. A failure prints the seed that repeats it and the shortest run that shows it.
/// </summary>
public abstract class TermbaseModelContract
{
    private const int Runs = 10;
    private const int OperationsOfRun = 100;

    private static int glossaries;

    // People do some things more often than others; what is seldom in life is what breaks.
    private static readonly Gen<ModelOperation> Operation = Gen.Select(
        Gen.Frequency(
            (4, Gen.Const(ModelOperationKind.Read)), (1, Gen.Const(ModelOperationKind.Delete)), (2, Gen.Const(ModelOperationKind.Create)),
            (2, Gen.Const(ModelOperationKind.Note)), (3, Gen.Const(ModelOperationKind.Add)), (4, Gen.Const(ModelOperationKind.Reword)),
            (4, Gen.Const(ModelOperationKind.Remove)), (2, Gen.Const(ModelOperationKind.Decide)), (1, Gen.Const(ModelOperationKind.DecideAll)),
            (4, Gen.Const(ModelOperationKind.Merge)), (3, Gen.Const(ModelOperationKind.Split)), (3, Gen.Const(ModelOperationKind.Relate)),
            (6, Gen.Const(ModelOperationKind.Undo))),
        Gen.Int[0, 999],
        Gen.Int[0, 999],
        (kind, first, second) => new ModelOperation(kind, first, second));

    protected abstract IRecordStore Store { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task After_every_operation_the_store_equals_the_model() =>
        Operation.Array[OperationsOfRun].SampleAsync(RunAsync, iter: Runs, threads: 1, print: operations => string.Join('\n', operations.AsEnumerable()));

    private async Task RunAsync(ModelOperation[] operations)
    {
        var glossary = $"model-{Interlocked.Increment(ref glossaries)}";
        var run = new GlossaryModelRun(Store, glossary, new SettableClock(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
        await run.BeginAsync(Cancellation);
        foreach (var operation in operations)
        {
            await run.StepAsync(operation, Cancellation);
        }

        Assert.Empty(await GlossaryInvariants.BrokenAsync(Store, glossary, Cancellation));
    }
}

public sealed class InMemoryTermbaseModelTests : TermbaseModelContract
{
    protected override IRecordStore Store { get; } = new InMemoryRecordStore();
}

public sealed class TableTermbaseModelTests(AzuriteFixture azurite) : TermbaseModelContract
{
    protected override IRecordStore Store { get; } = new TableRecordStore(azurite.Clients.Tables.GetTableClient(azurite.Setup.TermsTable));
}

public sealed class CosmosTermbaseModelTests : TermbaseModelContract
{
    protected override IRecordStore Store { get; } = new CosmosRecordStore(new FakeCosmosContainer(seed: 4812), new ImmediateClock());
}
