namespace Glossary.App.Kernel.Blobs;

/// <summary>
/// Port to blob storage: uploads, artefacts of documents, exports. A name has 1–1,024 characters and no segment <c>.</c> or <c>..</c>;
/// another one is refused with <see cref="ArgumentException"/>.
/// </summary>
public interface IBlobStore
{
    /// <summary>Address of the service, which a page must be allowed to reach.</summary>
    Uri Origin { get; }

    /// <summary>Properties of a blob, or null where there is none.</summary>
    Task<BlobDescription?> FindAsync(BlobContainer container, string name, CancellationToken cancellationToken);

    /// <summary>Opens a blob for reading from its start. Throws <see cref="FileNotFoundException"/> where there is none, or where it no longer has the given version.</summary>
    Task<Stream> OpenReadAsync(BlobContainer container, string name, string? etag, CancellationToken cancellationToken);

    /// <summary>Reads a range; shorter at the end of the blob and empty beyond it. At least one byte must be asked for. Throws <see cref="FileNotFoundException"/> where there is none.</summary>
    Task<ReadOnlyMemory<byte>> ReadRangeAsync(BlobContainer container, string name, long offset, int length, CancellationToken cancellationToken);

    /// <summary>Writes a blob, replacing one of the same name, and returns its description. With <paramref name="onlyIfAbsent"/> an existing blob is left as it is and null is returned.</summary>
    Task<BlobDescription?> WriteAsync(
        BlobContainer container, string name, Stream content, string contentType, bool onlyIfAbsent, CancellationToken cancellationToken);

    /// <summary>Deletes a blob; one that is not there is no error.</summary>
    Task DeleteAsync(BlobContainer container, string name, CancellationToken cancellationToken);

    /// <summary>Lists the blobs whose names start with a prefix, in ordinal order of their names.</summary>
    IAsyncEnumerable<BlobDescription> ListAsync(BlobContainer container, string prefix, CancellationToken cancellationToken);

    /// <summary>
    /// A link by which a browser writes this one blob of <see cref="BlobContainer.Uploads"/> and nothing else: it creates it (SAS <c>sp=c</c>),
    /// or replaces the one that is there (<c>sp=w</c>). A user delegation key is used where the client has no account key. It lives at most one hour.
    /// </summary>
    Task<BlobLink> CreateUploadLinkAsync(string name, bool replaces, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>A link that reads this one blob (SAS <c>sp=r</c>). With <paramref name="downloadName"/> the browser saves it under that name instead of showing it. It lives at most one hour.</summary>
    Task<BlobLink> CreateReadLinkAsync(
        BlobContainer container, string name, string? downloadName, TimeSpan lifetime, CancellationToken cancellationToken);
}

/// <summary>The containers of the installation.</summary>
public enum BlobContainer
{
    /// <summary><c>uploads</c>: documents as people dropped them, <c>glossary/file name</c>.</summary>
    Uploads,

    /// <summary><c>artefacts</c>: page texts, postings and candidates per document revision.</summary>
    Artefacts,

    /// <summary><c>exports</c>: files to download.</summary>
    Exports,
}

/// <summary>What a blob is.</summary>
/// <param name="Name">Its full name in the container.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ETag">Opaque version.</param>
/// <param name="LastModified">UTC.</param>
public sealed record BlobDescription(string Name, long Size, string ETag, DateTimeOffset LastModified);

/// <summary>A link with a shared access signature.</summary>
/// <param name="Url">The address; a secret until it expires.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record BlobLink(Uri Url, DateTimeOffset ExpiresAt);
