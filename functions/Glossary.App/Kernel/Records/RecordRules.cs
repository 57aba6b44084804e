using System.Text;

namespace Glossary.App.Kernel.Records;

/// <summary>What every <see cref="IRecordStore"/> refuses before it sends anything, so that all stores refuse the same.</summary>
public static class RecordRules
{
    /// <summary>Checks a partition or a key.</summary>
    /// <exception cref="ArgumentException">It is empty or longer than <see cref="IRecordStore.MaximumKey"/>.</exception>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > IRecordStore.MaximumKey)
        {
            throw new ArgumentException($"A key has 1 to {IRecordStore.MaximumKey} characters; this one has {key.Length}.", nameof(key));
        }
    }

    /// <summary>Checks the limit of a page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in 1–1,000.</exception>
    public static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
    }

    /// <summary>Checks a batch as <see cref="IRecordStore.CommitAsync"/> says.</summary>
    /// <returns>The sum of the bodies in UTF-8 bytes.</returns>
    /// <exception cref="ArgumentException">The batch is malformed.</exception>
    /// <exception cref="RecordTooLargeException">A body is too large.</exception>
    /// <exception cref="RecordBatchTooLargeException">The bodies are too large together.</exception>
    public static long CheckBatch(string partition, IReadOnlyList<RecordWrite> writes)
    {
        CheckKey(partition);
        if (writes.Count > IRecordStore.MaximumBatch)
        {
            throw new ArgumentException($"A batch may hold {IRecordStore.MaximumBatch} writes; this one has {writes.Count}.", nameof(writes));
        }

        var keys = new HashSet<string>(writes.Count, StringComparer.Ordinal);
        var total = 0L;
        foreach (var write in writes)
        {
            CheckKey(write.Key);
            if (!keys.Add(write.Key))
            {
                throw new ArgumentException($"The key {write.Key} appears twice in one batch.", nameof(writes));
            }

            total += CheckBody(write);
        }

        return total <= IRecordStore.MaximumBatchBodies ? total : throw new RecordBatchTooLargeException(writes.Count, total);
    }

    private static int CheckBody(RecordWrite write)
    {
        if (write.Body is null != write.Kind is RecordWriteKind.Delete)
        {
            throw new ArgumentException($"The write of {write.Key} must have a body exactly where it is no deletion.", nameof(write));
        }

        if (write.ETag is null && write.Kind is RecordWriteKind.Replace)
        {
            throw new ArgumentException($"The replacement of {write.Key} names no version.", nameof(write));
        }

        var bytes = write.Body is null ? 0 : Encoding.UTF8.GetByteCount(write.Body);
        return bytes <= IRecordStore.MaximumBody ? bytes : throw new RecordTooLargeException(write.Key, bytes);
    }
}
