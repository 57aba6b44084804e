using System.Net;
using Glossary.App.Kernel.Records;
using Glossary.Azure.Records.Cosmos;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Records;

/// <summary>What the store makes of the answers that only Azure Cosmos DB gives.</summary>
public sealed class CosmosRulesTests
{
    private readonly FakeCosmosContainer container = new(seed: 1);
    private readonly ImmediateClock clock = new();
    private readonly CosmosRecordStore store;

    public CosmosRulesTests() => store = new CosmosRecordStore(container, clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_throttled_request_is_repeated_after_the_time_that_the_service_asks_for()
    {
        for (var i = 0; i < 100; i++)
        {
            await store.CommitAsync("p", [RecordWrite.Put("a", "1"), RecordWrite.Put($"{i}", "1")], Cancellation);
        }

        Assert.True(container.Throttled > 0);
        Assert.Equal(Enumerable.Repeat(FakeCosmosContainer.RetryAfter, container.Throttled), clock.Waits);
    }

    [Fact]
    public async Task A_service_that_stays_throttled_is_unavailable_in_the_end()
    {
        Refuse(HttpStatusCode.TooManyRequests, 10);
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.FindAsync("p", "a", Cancellation));
        Assert.Equal("cosmos", failure.Service);
        Assert.Equal(9, clock.Waits.Count);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(410)]
    [InlineData(449)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_service_that_does_not_serve_is_unavailable_at_once(int status)
    {
        Refuse((HttpStatusCode)status, 3);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.FindAsync("p", "a", Cancellation));
        await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await store.ListAsync("p", new KeyRange("a", "b"), 1, null, Cancellation));
        await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await store.CommitAsync("p", [RecordWrite.Put("a", "1")], Cancellation));
        Assert.Empty(clock.Waits);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_is_a_failure_and_neither_an_empty_store_nor_a_conflict(int status)
    {
        Refuse((HttpStatusCode)status, 2);
        await Assert.ThrowsAsync<CosmosStatusException>(async () => await store.FindAsync("p", "a", Cancellation));
        var refused = await Assert.ThrowsAsync<CosmosStatusException>(
            async () => await store.CommitAsync("p", [RecordWrite.Delete("absent")], Cancellation));
        Assert.Equal(status, (int)refused.Status);
    }

    [Fact]
    public async Task A_batch_that_the_service_finds_too_large_is_too_large()
    {
        Refuse(HttpStatusCode.RequestEntityTooLarge, 1);
        await Assert.ThrowsAsync<RecordBatchTooLargeException>(
            async () => await store.CommitAsync("p", [RecordWrite.Put("a", "1")], Cancellation));
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_ends()
    {
        Refuse(HttpStatusCode.TooManyRequests, 1);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.FindAsync("p", "a", stop.Token));
    }

    private void Refuse(HttpStatusCode status, int times)
    {
        for (var i = 0; i < times; i++)
        {
            container.Refusals.Enqueue(status);
        }
    }
}
