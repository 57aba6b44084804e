using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace Glossary.Azure.Records.Cosmos;

/// <summary>The adapter onto the SDK. It works on streams, so that no serializer stands between the store and the service.</summary>
/// <param name="container">The container.</param>
public sealed class CosmosContainer(Container container) : ICosmosContainer
{
    private const string SubStatus = "x-ms-substatus";
    private const string RetryAfter = "x-ms-retry-after-ms";
    private static readonly TransactionalBatchItemRequestOptions NoContent = new() { EnableContentResponseOnWrite = false };

    /// <inheritdoc/>
    public async Task<JsonElement?> FindAsync(string partition, string id, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(
            () => container.ReadItemStreamAsync(id, new PartitionKey(partition), cancellationToken: cancellationToken));
        if (IsAbsentItem(response.StatusCode, response.Headers))
        {
            return null;
        }

        Check(response);
        using var item = await JsonDocument.ParseAsync(response.Content, cancellationToken: cancellationToken);
        return item.RootElement.Clone();
    }

    /// <inheritdoc/>
    public async Task<CosmosPage> QueryAsync(CosmosQuery query, string? continuation, CancellationToken cancellationToken)
    {
        var sql = $"SELECT * FROM c WHERE c[\"key\"] {(query.IncludesFrom ? ">=" : ">")} @from AND c[\"key\"] < @to ORDER BY c[\"key\"]";
        using var feed = container.GetItemQueryStreamIterator(
            new QueryDefinition(sql).WithParameter("@from", query.From).WithParameter("@to", query.To),
            continuation,
            new QueryRequestOptions
            {
                PartitionKey = new PartitionKey(query.Partition),
                MaxItemCount = query.Limit,

                // A query of one partition needs no plan; the SDK would ask the service for one with every page.
                EnableOptimisticDirectExecution = true,
            });
        using var response = await AskAsync(() => feed.ReadNextAsync(cancellationToken));
        Check(response);
        using var page = await JsonDocument.ParseAsync(response.Content, cancellationToken: cancellationToken);
        JsonElement[] items = [.. page.RootElement.GetProperty("Documents").EnumerateArray().Select(item => item.Clone())];
        return new CosmosPage(items, response.ContinuationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HttpStatusCode>> ExecuteAsync(
        string partition, IReadOnlyList<CosmosOperation> operations, CancellationToken cancellationToken)
    {
        // A batch of the SDK can be executed once: for another attempt it must be made again.
        var batch = container.CreateTransactionalBatch(new PartitionKey(partition));
        foreach (var operation in operations)
        {
            Add(batch, operation);
        }

        using var response = await AskAsync(() => batch.ExecuteAsync(cancellationToken));
        var conditionFailed = response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed
            || IsAbsentItem(response.StatusCode, response.Headers);
        return response.IsSuccessStatusCode || conditionFailed
            ? [.. response.Select(result => result.StatusCode)]
            : throw new CosmosStatusException(response.StatusCode, response.RetryAfter, response.ErrorMessage);
    }

    private static void Add(TransactionalBatch batch, CosmosOperation operation)
    {
        var options = operation.IfMatch is null
            ? NoContent
            : new TransactionalBatchItemRequestOptions { IfMatchEtag = operation.IfMatch, EnableContentResponseOnWrite = false };
        _ = operation.Kind switch
        {
            CosmosOperationKind.Create => batch.CreateItemStream(Content(operation), options),
            CosmosOperationKind.Replace => batch.ReplaceItemStream(operation.Id, Content(operation), options),
            CosmosOperationKind.Upsert => batch.UpsertItemStream(Content(operation), options),
            _ => batch.DeleteItem(operation.Id, options),
        };
    }

    private static MemoryStream Content(CosmosOperation operation) => new(operation.Item.ToArray(), writable: false);

    // With another sub-status it is not the item that is missing, but the container, or a replica that has not come so far yet.
    private static bool IsAbsentItem(HttpStatusCode status, Headers headers) =>
        status == HttpStatusCode.NotFound && headers[SubStatus] is null or "" or "0";

    private static void Check(ResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            var wait = double.TryParse(response.Headers[RetryAfter], CultureInfo.InvariantCulture, out var milliseconds)
                ? TimeSpan.FromMilliseconds(milliseconds)
                : (TimeSpan?)null;
            throw new CosmosStatusException(response.StatusCode, wait, response.ErrorMessage);
        }
    }

    // The SDK answers with a response, but throws while it finds out about the account and the container.
    private static async Task<T> AskAsync<T>(Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        catch (CosmosException refused)
        {
            throw new CosmosStatusException(refused.StatusCode, refused.RetryAfter, refused.Message, refused);
        }
        catch (HttpRequestException lost)
        {
            throw new CosmosStatusException(HttpStatusCode.ServiceUnavailable, null, lost.Message, lost);
        }
    }
}
