using System.Globalization;
using Glossary.App.Kernel.Records;

namespace Glossary.Testing;

/// <summary>Records in memory, by the contract of the port.</summary>
public sealed class InMemoryRecordStore : IRecordStore
{
    // A page of Azure Tables may hold fewer records than asked for; a small one here makes callers prove that they read on.
    private const int LargestPage = 50;

    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedList<string, StoredRecord>> partitions = new(StringComparer.Ordinal);
    private long version;

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> FindAsync(string partition, string key, CancellationToken cancellationToken)
    {
        RecordRules.CheckKey(partition);
        RecordRules.CheckKey(key);
        lock (gate)
        {
            return ValueTask.FromResult(RecordsOf(partition).GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask<RecordPage> ListAsync(string partition, KeyRange range, int limit, string? after, CancellationToken cancellationToken)
    {
        RecordRules.CheckKey(partition);
        RecordRules.CheckLimit(limit);
        lock (gate)
        {
            StoredRecord[] found = [.. RecordsOf(partition).Values
                .Where(record => string.CompareOrdinal(record.Key, range.From) >= 0 && string.CompareOrdinal(record.Key, range.To) < 0)
                .Where(record => after is null || string.CompareOrdinal(record.Key, after) > 0)];
            StoredRecord[] page = [.. found.Take(Math.Min(limit, LargestPage))];
            return ValueTask.FromResult(new RecordPage(page, page.Length < found.Length ? page[^1].Key : null));
        }
    }

    /// <inheritdoc/>
    public ValueTask CommitAsync(string partition, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        RecordRules.CheckBatch(partition, writes);
        lock (gate)
        {
            var records = RecordsOf(partition);
            if (writes.FirstOrDefault(write => !Holds(write, records.GetValueOrDefault(write.Key))) is { } failed)
            {
                throw new RecordConflictException(failed.Key);
            }

            foreach (var write in writes)
            {
                if (write.Body is null)
                {
                    records.Remove(write.Key);
                }
                else
                {
                    records[write.Key] = new StoredRecord(write.Key, write.Body, (++version).ToString(CultureInfo.InvariantCulture));
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    private static bool Holds(RecordWrite write, StoredRecord? present) => write.Kind switch
    {
        RecordWriteKind.Insert => present is null,
        RecordWriteKind.Put => true,
        _ => write.ETag is null || write.ETag == present?.ETag,
    };

    private SortedList<string, StoredRecord> RecordsOf(string partition)
    {
        if (!partitions.TryGetValue(partition, out var records))
        {
            partitions.Add(partition, records = new(StringComparer.Ordinal));
        }

        return records;
    }
}
