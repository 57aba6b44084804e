using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Glossary.App.Kernel.Records;

namespace Glossary.Azure.Records;

/// <summary>Records in one table of Azure Tables; a batch is an entity-group transaction.</summary>
/// <remarks>
/// The SDK repeats a request that was throttled or whose answer was lost. A transaction that had gone through then conflicts with itself;
/// a caller reads again on a conflict, so that costs a round and nothing else.
/// </remarks>
/// <param name="table">The table; it must exist.</param>
public sealed class TableRecordStore(TableClient table) : IRecordStore
{
    /// <inheritdoc/>
    public async ValueTask<StoredRecord?> FindAsync(string partition, string key, CancellationToken cancellationToken)
    {
        RecordRules.CheckKey(partition);
        RecordRules.CheckKey(key);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            EncodedKey.Encode(partition), EncodedKey.Encode(key), cancellationToken: cancellationToken);
        return found.HasValue ? RecordEntity.Read(found.Value!) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<RecordPage> ListAsync(
        string partition, KeyRange range, int limit, string? after, CancellationToken cancellationToken)
    {
        RecordRules.CheckKey(partition);
        RecordRules.CheckLimit(limit);
        var partitionKey = EncodedKey.Encode(partition);
        var to = EncodedKey.Encode(range.To);
        var filter = after is null || string.CompareOrdinal(after, range.From) < 0
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey ge {EncodedKey.Encode(range.From)} and RowKey lt {to}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey gt {EncodedKey.Encode(after)} and RowKey lt {to}");

        // The service may answer with an empty page that only says where to go on.
        await foreach (var page in table.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellationToken).AsPages(pageSizeHint: limit))
        {
            if (page.Values.Count > 0)
            {
                StoredRecord[] records = [.. page.Values.Select(RecordEntity.Read)];
                return new RecordPage(records, page.ContinuationToken is null ? null : records[^1].Key);
            }
        }

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
            try
            {
                await table.SubmitTransactionAsync(pending.Select(write => ActionOf(partitionKey, write)), cancellationToken);
                return;
            }
            catch (TableTransactionFailedException failure) when (IsAbsentDeletion(failure, pending))
            {
                // The service fails a transaction for the deletion of an entity that is not there; here that is no conflict. Such a row is
                // derived from a record whose condition stands in the same transaction, so it cannot come back unnoticed before the next try.
                pending = await WithoutAbsentDeletionsAsync(partitionKey, pending, cancellationToken);
            }
            catch (TableTransactionFailedException failure) when (IsConflict(failure))
            {
                throw new RecordConflictException(FailedWrite(failure, pending)?.Key);
            }
            catch (RequestFailedException failure) when (failure.Status == 413)
            {
                throw new RecordBatchTooLargeException(pending.Count, bytes);
            }
        }
    }

    private static TableTransactionAction ActionOf(string partitionKey, RecordWrite write)
    {
        var rowKey = EncodedKey.Encode(write.Key);
        var etag = write.ETag is null ? ETag.All : new ETag(write.ETag);
        return write.Kind switch
        {
            RecordWriteKind.Insert => new(TableTransactionActionType.Add, RecordEntity.Of(partitionKey, rowKey, write.Body!)),
            RecordWriteKind.Replace => new(TableTransactionActionType.UpdateReplace, RecordEntity.Of(partitionKey, rowKey, write.Body!), etag),
            RecordWriteKind.Put => new(TableTransactionActionType.UpsertReplace, RecordEntity.Of(partitionKey, rowKey, write.Body!)),
            _ => new(TableTransactionActionType.Delete, new TableEntity(partitionKey, rowKey), etag),
        };
    }

    private static bool IsAbsentDeletion(TableTransactionFailedException failure, IReadOnlyList<RecordWrite> writes)
        => failure.ErrorCode == TableErrorCode.ResourceNotFound
            && FailedWrite(failure, writes) is { Kind: RecordWriteKind.Delete, ETag: null };

    private static bool IsConflict(TableTransactionFailedException failure)
        => failure.ErrorCode == TableErrorCode.EntityAlreadyExists
            || failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied
            || failure.ErrorCode == TableErrorCode.ResourceNotFound;

    private static RecordWrite? FailedWrite(TableTransactionFailedException failure, IReadOnlyList<RecordWrite> writes)
        => failure.FailedTransactionActionIndex is { } index && index < writes.Count ? writes[index] : null;

    private async Task<IReadOnlyList<RecordWrite>> WithoutAbsentDeletionsAsync(
        string partitionKey, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        var present = await Task.WhenAll(writes.Select(async write =>
            write is not { Kind: RecordWriteKind.Delete, ETag: null }
            || (await table.GetEntityIfExistsAsync<TableEntity>(
                partitionKey, EncodedKey.Encode(write.Key), ["RowKey"], cancellationToken)).HasValue));
        return [.. writes.Where((_, index) => present[index])];
    }
}
