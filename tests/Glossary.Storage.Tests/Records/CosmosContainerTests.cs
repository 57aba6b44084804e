using System.Net;
using System.Text.Json;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Settings;
using Glossary.Azure.Records.Cosmos;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Records;

/// <summary>What the SDK sends for the calls of the seam, and what the adapter makes of the answers.</summary>
public sealed class CosmosContainerTests : IAsyncLifetime
{
    private const string Item = """{"id":"a","partition":"p","key":"a","body":"1","_etag":"\"1\""}""";
    private CosmosStub stub = null!;
    private ICosmosContainer container = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        stub = await CosmosStub.StartAsync();
        container = CosmosTerms.Connect(stub.Settings).Container;
    }

    public ValueTask DisposeAsync() => stub.DisposeAsync();

    [Fact]
    public async Task A_point_read_names_the_item_and_its_partition()
    {
        (string? Path, string? Partition) asked = default;
        stub.Items = http =>
        {
            asked = (http.Request.Path.Value, http.Request.Headers["x-ms-documentdb-partitionkey"]);
            return CosmosStub.AnswerAsync(http, 200, Item);
        };

        var found = await container.FindAsync("p", "ä .1", Cancellation);

        Assert.Equal("1", found!.Value.GetProperty("body").GetString());
        Assert.Equal(("/dbs/glossary/colls/terms/docs/ä .1", """["p"]"""), asked);
    }

    [Fact]
    public async Task An_item_that_is_not_there_is_none() => Assert.Null(await container.FindAsync("p", "a", Cancellation));

    [Fact]
    public async Task A_container_that_is_not_there_is_a_failure()
    {
        stub.HasContainer = false;
        var refused = await Assert.ThrowsAsync<CosmosStatusException>(() => container.FindAsync("p", "a", Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        refused = await Assert.ThrowsAsync<CosmosStatusException>(() => container.ExecuteAsync("p", [Deletion("a")], Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }

    [Fact]
    public async Task Throttling_comes_through_at_once_with_its_time()
    {
        var requests = 0;
        stub.Items = http =>
        {
            requests++;
            return CosmosStub.AnswerAsync(http, 429, """{"code":"429","message":"slow"}""", ("x-ms-retry-after-ms", "17"));
        };

        var refused = await Assert.ThrowsAsync<CosmosStatusException>(() => container.FindAsync("p", "a", Cancellation));
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMilliseconds(17)), (refused.Status, refused.RetryAfter));
        refused = await Assert.ThrowsAsync<CosmosStatusException>(() => container.ExecuteAsync("p", [Deletion("a")], Cancellation));
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMilliseconds(17)), (refused.Status, refused.RetryAfter));
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task A_query_has_its_range_as_parameters_and_is_one_page_of_one_partition()
    {
        string? body = null;
        (string? Limit, string? Partition) asked = default;
        stub.Items = async http =>
        {
            body = await new StreamReader(http.Request.Body).ReadToEndAsync();
            asked = (http.Request.Headers["x-ms-max-item-count"], http.Request.Headers["x-ms-documentdb-partitionkey"]);
            await CosmosStub.AnswerAsync(http, 200, $$"""{"_rid":"AAAAAAAAAAA=","Documents":[{{Item}}],"_count":1}""");
        };

        var page = await container.QueryAsync(new CosmosQuery("p", "it's", true, "z", 7), null, Cancellation);

        Assert.Equal("a", Assert.Single(page.Items).GetProperty("key").GetString());
        Assert.Null(page.Continuation);
        using var query = JsonDocument.Parse(body!);
        Assert.Equal(
            """SELECT * FROM c WHERE c["key"] >= @from AND c["key"] < @to ORDER BY c["key"]""", query.RootElement.GetProperty("query").GetString());
        Assert.Equal(["it's", "z"], query.RootElement.GetProperty("parameters").EnumerateArray().Select(each => each.GetProperty("value").GetString()));
        Assert.Equal(("7", """["p"]"""), asked);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(404)]
    public async Task A_batch_whose_condition_failed_has_a_status_for_each_operation(int status)
    {
        stub.Items = http => CosmosStub.AnswerAsync(http, status, string.Empty);
        var statuses = await container.ExecuteAsync("p", [Deletion("a"), Deletion("b")], Cancellation);
        Assert.Equal([status, status], statuses.Select(each => (int)each));
    }

    [Fact]
    public async Task A_batch_that_is_refused_for_its_size_is_a_failure()
    {
        stub.Items = http => CosmosStub.AnswerAsync(http, 413, string.Empty);
        var refused = await Assert.ThrowsAsync<CosmosStatusException>(() => container.ExecuteAsync("p", [Deletion("a")], Cancellation));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
    }

    [Fact]
    public async Task The_setup_leaves_a_container_alone_that_is_there_and_says_when_it_may_not_make_one()
    {
        var terms = CosmosTerms.Connect(stub.Settings);
        await terms.EnsureAsync(Cancellation);
        Assert.DoesNotContain(stub.Seen, request => request.StartsWith("POST", StringComparison.Ordinal));

        stub.HasContainer = false;
        var refused = await Assert.ThrowsAsync<SettingsException>(() => CosmosTerms.Connect(stub.Settings).EnsureAsync(Cancellation));
        Assert.Contains("“terms”", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_unavailable()
    {
        var settings = stub.Settings;
        await stub.DisposeAsync();
        var store = new CosmosRecordStore(CosmosTerms.Connect(settings).Container, new ImmediateClock());
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.FindAsync("p", "a", Cancellation));
    }

    private static CosmosOperation Deletion(string id) => new(CosmosOperationKind.Delete, id, default, null);
}
