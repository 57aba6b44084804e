namespace Glossary.App.Kernel.Records;

/// <summary>
/// Port to a partitioned store of JSON records in ordinal key order, with atomic batches inside a partition.
/// Azure Tables and Azure Cosmos DB both offer just this; all that decides something is built upon it once.
/// </summary>
public interface IRecordStore
{
    /// <summary>Most writes a batch may hold (the limit of an entity-group transaction and of a transactional batch).</summary>
    const int MaximumBatch = 100;

    /// <summary>Largest body in UTF-8 bytes; a larger one is refused with <see cref="RecordTooLargeException"/> before anything is sent.</summary>
    const int MaximumBody = 900 * 1024;

    /// <summary>
    /// Largest sum of the bodies of a batch in UTF-8 bytes; a larger one is refused with <see cref="RecordBatchTooLargeException"/> before
    /// anything is sent. (Azure Tables takes 4 MiB on the wire, where a body grows by its encoding, and Azure Cosmos DB 2 MiB.)
    /// </summary>
    const int MaximumBatchBodies = 1920 * 1024;

    /// <summary>Most UTF-16 units of a partition or a key.</summary>
    const int MaximumKey = 250;

    /// <summary>Reads one record, or null where there is none.</summary>
    /// <param name="partition">Partition, any non-empty string of at most 250 characters.</param>
    /// <param name="key">Key, any non-empty string of at most 250 characters; the adapter encodes what its store forbids and keeps the ordinal order.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    ValueTask<StoredRecord?> FindAsync(string partition, string key, CancellationToken cancellationToken);

    /// <summary>Reads a page of a key range in ascending ordinal order.</summary>
    /// <param name="partition">Partition.</param>
    /// <param name="range">Half-open range of keys.</param>
    /// <param name="limit">Most records wanted, 1–1,000. A page may hold fewer although more follow.</param>
    /// <param name="after">The last key of the page before, or null for the first page.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    ValueTask<RecordPage> ListAsync(string partition, KeyRange range, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Writes all or nothing. Each write is conditional; no key may appear twice. No writes at all are no error.</summary>
    /// <exception cref="RecordConflictException">A condition did not hold; nothing was written.</exception>
    /// <exception cref="RecordTooLargeException">A body is too large; nothing was written.</exception>
    /// <exception cref="RecordBatchTooLargeException">The bodies are too large together; nothing was written.</exception>
    /// <exception cref="ArgumentException">A key is empty, too long or appears twice, there are too many writes, or a body or version is missing.</exception>
    ValueTask CommitAsync(string partition, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken);
}

/// <summary>A record as read.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Body">JSON text.</param>
/// <param name="ETag">Opaque version, for a conditional write.</param>
public sealed record StoredRecord(string Key, string Body, string ETag);

/// <summary>A page of records.</summary>
/// <param name="Records">In ascending ordinal key order.</param>
/// <param name="After">Pass it to read on; null when the range is exhausted.</param>
public sealed record RecordPage(IReadOnlyList<StoredRecord> Records, string? After);

/// <summary>A half-open range of keys, <c>From ≤ key &lt; To</c>, in ordinal order.</summary>
/// <param name="From">First key wanted.</param>
/// <param name="To">First key not wanted.</param>
public readonly record struct KeyRange(string From, string To)
{
    /// <summary>All keys that start with a prefix.</summary>
    public static KeyRange Prefix(string prefix) => new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));
}

/// <summary>One conditional write of a batch.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Key">The record's key.</param>
/// <param name="Body">JSON text; null for a deletion.</param>
/// <param name="ETag">The version it must have; null for an insertion, an unconditional put or an unconditional deletion.</param>
public sealed record RecordWrite(RecordWriteKind Kind, string Key, string? Body, string? ETag)
{
    /// <summary>Writes a record that must not exist yet.</summary>
    public static RecordWrite Insert(string key, string body) => new(RecordWriteKind.Insert, key, body, null);

    /// <summary>Replaces a record that must have the given version.</summary>
    public static RecordWrite Replace(string key, string body, string etag) => new(RecordWriteKind.Replace, key, body, etag);

    /// <summary>Writes a record whether it exists or not: for rows derived from another record of the same batch that carries the condition.</summary>
    public static RecordWrite Put(string key, string body) => new(RecordWriteKind.Put, key, body, null);

    /// <summary>
    /// Deletes a record, of the given version if one is given. Without one, a record that is not there is no conflict; like <see cref="Put"/>
    /// that is for rows derived from another record of the same batch that carries the condition.
    /// </summary>
    public static RecordWrite Delete(string key, string? etag = null) => new(RecordWriteKind.Delete, key, null, etag);
}

/// <summary>What a write does.</summary>
public enum RecordWriteKind
{
    /// <summary>Create; conflicts where the key exists.</summary>
    Insert,

    /// <summary>Overwrite a given version; conflicts where it has another one or is gone.</summary>
    Replace,

    /// <summary>Create or overwrite.</summary>
    Put,

    /// <summary>Remove.</summary>
    Delete,
}

/// <summary>A condition of a batch did not hold: somebody else was first. Nothing was written.</summary>
/// <param name="key">Key of the write that failed, where the store says which.</param>
public sealed class RecordConflictException(string? key) : Exception($"The record {key ?? "of this batch"} was changed by somebody else.")
{
    /// <summary>Key of the write that failed, where the store says which.</summary>
    public string? Key { get; } = key;
}

/// <summary>A body exceeds <see cref="IRecordStore.MaximumBody"/>.</summary>
/// <param name="key">Key of the record.</param>
/// <param name="bytes">Its size in UTF-8 bytes.</param>
public sealed class RecordTooLargeException(string key, int bytes)
    : Exception($"The record {key} has {bytes:N0} bytes; a record may have {IRecordStore.MaximumBody:N0}.");

/// <summary>The bodies of a batch exceed <see cref="IRecordStore.MaximumBatchBodies"/>, or what the store takes at once.</summary>
/// <param name="writes">Writes in the batch.</param>
/// <param name="bytes">Sum of their bodies in UTF-8 bytes.</param>
public sealed class RecordBatchTooLargeException(int writes, long bytes)
    : Exception($"A batch of {writes} records has {bytes:N0} bytes; a batch may have {IRecordStore.MaximumBatchBodies:N0}. Write it in several batches.");
