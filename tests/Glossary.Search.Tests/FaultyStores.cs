using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Records;

namespace Glossary.Search.Tests;

/// <summary>Blobs that can be read and not written.</summary>
internal sealed class ReadOnlyBlobs(IBlobStore blobs) : IBlobStore
{
    public Uri Origin => blobs.Origin;

    public Task<BlobDescription?> FindAsync(BlobContainer container, string name, CancellationToken cancellationToken) => blobs.FindAsync(container, name, cancellationToken);

    public Task<Stream> OpenReadAsync(BlobContainer container, string name, string? etag, CancellationToken cancellationToken) =>
        blobs.OpenReadAsync(container, name, etag, cancellationToken);

    public Task<ReadOnlyMemory<byte>> ReadRangeAsync(BlobContainer container, string name, long offset, int length, CancellationToken cancellationToken) =>
        blobs.ReadRangeAsync(container, name, offset, length, cancellationToken);

    public Task<BlobDescription?> WriteAsync(
        BlobContainer container, string name, Stream content, string contentType, bool onlyIfAbsent, CancellationToken cancellationToken) =>
        throw new StoreUnavailableException("blobs", new IOException("The container may not be written."));

    public Task DeleteAsync(BlobContainer container, string name, CancellationToken cancellationToken) => blobs.DeleteAsync(container, name, cancellationToken);

    public IAsyncEnumerable<BlobDescription> ListAsync(BlobContainer container, string prefix, CancellationToken cancellationToken) =>
        blobs.ListAsync(container, prefix, cancellationToken);

    public Task<BlobLink> CreateUploadLinkAsync(string name, bool replaces, TimeSpan lifetime, CancellationToken cancellationToken) =>
        blobs.CreateUploadLinkAsync(name, replaces, lifetime, cancellationToken);

    public Task<BlobLink> CreateReadLinkAsync(BlobContainer container, string name, string? downloadName, TimeSpan lifetime, CancellationToken cancellationToken) =>
        blobs.CreateReadLinkAsync(container, name, downloadName, lifetime, cancellationToken);
}

/// <summary>Records that can't be listed for a while.</summary>
internal sealed class InterruptedRecords(IRecordStore records) : IRecordStore
{
    public bool IsDown { get; set; }

    public ValueTask<StoredRecord?> FindAsync(string partition, string key, CancellationToken cancellationToken) => records.FindAsync(partition, key, cancellationToken);

    public ValueTask<RecordPage> ListAsync(string partition, KeyRange range, int limit, string? after, CancellationToken cancellationToken) =>
        IsDown ? throw new StoreUnavailableException("tables", new IOException("The store is down.")) : records.ListAsync(partition, range, limit, after, cancellationToken);

    public ValueTask CommitAsync(string partition, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) =>
        records.CommitAsync(partition, writes, cancellationToken);
}
