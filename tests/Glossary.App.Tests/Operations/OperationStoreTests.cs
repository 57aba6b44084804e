using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Operations;
using Glossary.App.Tests.Installations;

namespace Glossary.App.Tests.Operations;

public sealed class OperationStoreTests : IDisposable
{
    private readonly Installation installation = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OperationStarter Starter => installation.Get<OperationStarter>();

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task Started_twice_it_is_one_operation_and_keeps_what_it_has_done()
    {
        await StartAsync("op", "pumps");
        await installation.Operations.UpdateAsync("op", operation => operation with { Step = "later" }, Cancellation);
        await StartAsync("op", "pumps");

        Assert.Equal("later", (await installation.Operations.GetAsync("op", Cancellation)).Step);
        Assert.Equal(["op"], await installation.Operations.ActiveAsync(Cancellation));
        Assert.Equal(["op", "op"], installation.Queue.Told);
    }

    [Fact]
    public async Task Finished_operations_are_no_longer_active_and_stay_listed_newest_first()
    {
        for (var i = 0; i < 60; i++)
        {
            await StartAsync($"op{i:D2}", i % 2 == 0 ? "pumps" : "valves");
            installation.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await installation.Operations.UpdateAsync("op00", operation => operation with { State = OperationState.Failed }, Cancellation);

        Assert.Equal(59, (await installation.Operations.ActiveAsync(Cancellation)).Count);
        var (page, after) = await installation.Operations.ListAsync("pumps", OperationKind.Export, 20, null, Cancellation);
        var (rest, end) = await installation.Operations.ListAsync("pumps", OperationKind.Export, 20, after, Cancellation);
        Assert.Null(end);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"op{58 - (2 * i):D2}"), page.Concat(rest).Select(operation => operation.Id));
    }

    [Fact]
    public async Task Changes_made_at_once_are_all_kept()
    {
        await StartAsync("op", "pumps");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => installation.Operations.UpdateAsync("op", operation => operation with { Attempts = operation.Attempts + 1 }, Cancellation), Cancellation)));

        Assert.Equal(8, (await installation.Operations.GetAsync("op", Cancellation)).Attempts);
    }

    [Fact]
    public async Task An_operation_that_was_never_started_is_not_found()
    {
        Assert.Null(await installation.Operations.FindAsync("op", Cancellation));
        Assert.Equal(404, (await Assert.ThrowsAsync<ApiException>(() => installation.Operations.GetAsync("op", Cancellation))).Status);
        Assert.False(await Starter.CancelAsync("op", Cancellation));
    }

    private Task<Operation> StartAsync(string id, string glossary) =>
        Starter.StartAsync(id, OperationKind.Export, glossary, new OperationInput(), "ada", Cancellation);
}
