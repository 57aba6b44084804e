using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Glossary.App.Kernel.Blobs;

namespace Glossary.Azure.Blobs;

/// <summary>Blobs in Azure Blob Storage.</summary>
/// <param name="service">The account; the containers must exist.</param>
/// <param name="clock">The time links are dated by.</param>
/// <param name="containerPrefix">What the containers' names start with.</param>
public sealed class AzureBlobStore(BlobServiceClient service, TimeProvider clock, string containerPrefix = "") : IBlobStore, IDisposable
{
    /// <inheritdoc/>
    public Uri Origin => service.Uri;

    // Eight MiB a block and two at once bound the memory of an upload to 16 MiB.
    private static readonly StorageTransferOptions Transfer = new()
    {
        InitialTransferSize = 8 * 1024 * 1024,
        MaximumTransferSize = 8 * 1024 * 1024,
        MaximumConcurrency = 2,
    };

    private readonly BlobLinkSigner signer = new(service, clock);

    /// <inheritdoc/>
    public async Task<BlobDescription?> FindAsync(BlobContainer container, string name, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties found = await BlobOf(container, name).GetPropertiesAsync(cancellationToken: cancellationToken);
            return new BlobDescription(name, found.ContentLength, Version(found.ETag), found.LastModified);
        }
        catch (RequestFailedException failure) when (IsAbsent(failure))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenReadAsync(BlobContainer container, string name, string? etag, CancellationToken cancellationToken)
    {
        var options = new BlobDownloadOptions { Conditions = etag is null ? null : new BlobRequestConditions { IfMatch = new ETag(etag) } };
        try
        {
            BlobDownloadStreamingResult download = await BlobOf(container, name).DownloadStreamingAsync(options, cancellationToken);
            return download.Content;
        }
        catch (RequestFailedException failure) when (IsAbsent(failure) || failure.Status == 412)
        {
            throw Absent(container, name, failure);
        }
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> ReadRangeAsync(
        BlobContainer container, string name, long offset, int length, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        try
        {
            var options = new BlobDownloadOptions { Range = new HttpRange(offset, length) };
            BlobDownloadResult range = await BlobOf(container, name).DownloadContentAsync(options, cancellationToken);
            return range.Content.ToMemory();
        }
        catch (RequestFailedException failure) when (failure.Status == 416)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
        catch (RequestFailedException failure) when (IsAbsent(failure))
        {
            throw Absent(container, name, failure);
        }
    }

    /// <inheritdoc/>
    public async Task<BlobDescription?> WriteAsync(
        BlobContainer container, string name, Stream content, string contentType, bool onlyIfAbsent, CancellationToken cancellationToken)
    {
        var sent = new SentBytes();
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Conditions = onlyIfAbsent ? new BlobRequestConditions { IfNoneMatch = ETag.All } : null,
            TransferOptions = Transfer,
            ProgressHandler = sent,
        };
        try
        {
            BlobContentInfo written = await BlobOf(container, name).UploadAsync(content, options, cancellationToken);
            return new BlobDescription(name, sent.Total, Version(written.ETag), written.LastModified);
        }
        catch (RequestFailedException failure) when (onlyIfAbsent && failure.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(BlobContainer container, string name, CancellationToken cancellationToken)
        => BlobOf(container, name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobDescription> ListAsync(
        BlobContainer container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = ContainerOf(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken);
        await foreach (var blob in found)
        {
            var properties = blob.Properties;
            yield return new BlobDescription(
                blob.Name, properties.ContentLength ?? 0, Version(properties.ETag ?? default), properties.LastModified ?? default);
        }
    }

    /// <inheritdoc/>
    public Task<BlobLink> CreateUploadLinkAsync(string name, bool replaces, TimeSpan lifetime, CancellationToken cancellationToken)
        => signer.SignAsync(BlobOf(BlobContainer.Uploads, name), replaces ? BlobSasPermissions.Write : BlobSasPermissions.Create, null, lifetime, cancellationToken);

    /// <inheritdoc/>
    public Task<BlobLink> CreateReadLinkAsync(
        BlobContainer container, string name, string? downloadName, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var disposition = downloadName is null ? null : AttachmentHeader.For(downloadName);
        return signer.SignAsync(BlobOf(container, name), BlobSasPermissions.Read, disposition, lifetime, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => signer.Dispose();

    private static bool IsAbsent(RequestFailedException failure)
        => failure.Status == 404 && failure.ErrorCode != BlobErrorCode.ContainerNotFound;

    private static FileNotFoundException Absent(BlobContainer container, string name, Exception cause)
        => new($"The blob {name} is not in {BlobContainers.NameOf(container)}, or has changed.", name, cause);

    // A listing gives versions without the quotation marks that a header has.
    private static string Version(ETag etag) => etag.ToString().Trim('"');

    private BlobContainerClient ContainerOf(BlobContainer container)
        => service.GetBlobContainerClient(BlobContainers.NameOf(container, containerPrefix));

    private BlobClient BlobOf(BlobContainer container, string name) => ContainerOf(container).GetBlobClient(BlobName.Check(name));

    private sealed class SentBytes : IProgress<long>
    {
        public long Total { get; private set; }

        public void Report(long value) => Total = value;
    }
}
