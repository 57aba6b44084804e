using System.Net;
using Glossary.App.Kernel.Records;

namespace Glossary.Azure.Records.Cosmos;

/// <summary>Records in one container of Azure Cosmos DB; a batch is a transactional batch of one logical partition.</summary>
/// <remarks>
/// All waiting for a throttled service (429) is done here and none in the SDK, which gives no account of it and does not see the throttling
/// of a single operation of a batch.
/// </remarks>
/// <param name="container">The container; it must exist.</param>
/// <param name="clock">Measures the waits.</param>
public sealed class CosmosRecordStore(ICosmosContainer container, TimeProvider clock) : IRecordStore
{
    private const string Service = "cosmos";
    private const int MostAttempts = 10;
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async ValueTask<StoredRecord?> FindAsync(string partition, string key, CancellationToken cancellationToken)
    {
        RecordRules.CheckKey(partition);
        RecordRules.CheckKey(key);
        var (partitionKey, id) = (EncodedKey.Encode(partition), EncodedKey.Encode(key));
        var item = await AttemptAsync(() => container.FindAsync(partitionKey, id, cancellationToken), cancellationToken);
        return item is { } found ? RecordItem.Read(found) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<RecordPage> ListAsync(
        string partition, KeyRange range, int limit, string? after, CancellationToken cancellationToken)
    {
        RecordRules.CheckKey(partition);
        RecordRules.CheckLimit(limit);
        var begins = after is null || string.CompareOrdinal(after, range.From) < 0;
        var query = new CosmosQuery(
            EncodedKey.Encode(partition), EncodedKey.Encode(begins ? range.From : after!), begins, EncodedKey.Encode(range.To), limit);
        string? continuation = null;
        do
        {
            var page = await AttemptAsync(() => container.QueryAsync(query, continuation, cancellationToken), cancellationToken);
            if (page.Items.Count > 0)
            {
                StoredRecord[] records = [.. page.Items.Select(RecordItem.Read)];
                return new RecordPage(records, page.Continuation is null ? null : records[^1].Key);
            }

            // The service may answer with an empty page that only says where to go on.
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return new RecordPage([], null);
    }

    /// <inheritdoc/>
    public async ValueTask CommitAsync(string partition, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        var bytes = RecordRules.CheckBatch(partition, writes);
        var partitionKey = EncodedKey.Encode(partition);
        var pending = writes;
        while (pending.Count > 0)
        {
            CosmosOperation[] operations = [.. pending.Select(write => OperationOf(partitionKey, write))];
            var statuses = await ExecuteAsync(partitionKey, operations, bytes, cancellationToken);
            if (FailedWrite(pending, statuses) is not var (failed, status))
            {
                return;
            }

            if (failed is not { Kind: RecordWriteKind.Delete, ETag: null } || status is not HttpStatusCode.NotFound)
            {
                throw new RecordConflictException(failed.Key);
            }

            // The service fails a batch for the deletion of an item that is not there; here that is no conflict. Such a record is derived
            // from one whose condition stands in the same batch, so it cannot come back unnoticed before the next try.
            pending = await WithoutAbsentDeletionsAsync(partitionKey, pending, cancellationToken);
        }
    }

    private static CosmosOperation OperationOf(string partitionKey, RecordWrite write)
    {
        var id = EncodedKey.Encode(write.Key);
        var item = write.Body is null ? default : RecordItem.Write(partitionKey, id, write.Body);
        var kind = write.Kind switch
        {
            RecordWriteKind.Insert => CosmosOperationKind.Create,
            RecordWriteKind.Replace => CosmosOperationKind.Replace,
            RecordWriteKind.Put => CosmosOperationKind.Upsert,
            _ => CosmosOperationKind.Delete,
        };
        return new CosmosOperation(kind, id, item, write.ETag);
    }

    private static (RecordWrite Write, HttpStatusCode Status)? FailedWrite(IReadOnlyList<RecordWrite> writes, IReadOnlyList<HttpStatusCode> statuses)
    {
        for (var i = 0; i < statuses.Count; i++)
        {
            if (statuses[i] >= HttpStatusCode.BadRequest && statuses[i] != HttpStatusCode.FailedDependency)
            {
                return (writes[i], statuses[i]);
            }
        }

        return null;
    }

    // 449: the service could not order concurrent writes, and asks to come again.
    private static bool IsUnavailable(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.Gone or (HttpStatusCode)449
            or >= HttpStatusCode.InternalServerError;

    private async Task<IReadOnlyList<HttpStatusCode>> ExecuteAsync(
        string partitionKey, CosmosOperation[] operations, long bytes, CancellationToken cancellationToken)
    {
        try
        {
            return await AttemptAsync(() => container.ExecuteAsync(partitionKey, operations, cancellationToken), cancellationToken);
        }
        catch (CosmosStatusException refused) when (refused.Status == HttpStatusCode.RequestEntityTooLarge)
        {
            throw new RecordBatchTooLargeException(operations.Length, bytes);
        }
    }

    private async Task<IReadOnlyList<RecordWrite>> WithoutAbsentDeletionsAsync(
        string partitionKey, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        var present = await Task.WhenAll(writes.Select(async write =>
            write is not { Kind: RecordWriteKind.Delete, ETag: null }
            || await AttemptAsync(() => container.FindAsync(partitionKey, EncodedKey.Encode(write.Key), cancellationToken), cancellationToken) is not null));
        return [.. writes.Where((_, index) => present[index])];
    }

    private async Task<T> AttemptAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await request();
            }
            catch (CosmosStatusException throttled) when (throttled.Status == HttpStatusCode.TooManyRequests && attempt < MostAttempts)
            {
                var wait = throttled.RetryAfter ?? DefaultWait;
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, cancellationToken);
            }
            catch (CosmosStatusException refused) when (IsUnavailable(refused.Status))
            {
                throw new StoreUnavailableException(Service, refused);
            }
        }
    }
}
