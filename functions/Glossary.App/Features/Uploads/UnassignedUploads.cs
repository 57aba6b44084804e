using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Features.Uploads;

/// <summary>Blobs that belong to no glossary: kept in sight until a person says where they go.</summary>
public sealed class UnassignedUploads(RecordStores stores, IBlobStore blobs)
{
    private const string Partition = "unassigned";

    /// <summary>Notes a blob; noted twice, it is listed once.</summary>
    public async Task AddAsync(BlobDescription blob, string reason, CancellationToken cancellationToken)
    {
        var upload = new UnassignedUpload(blob.Name, blob.Size, blob.LastModified, reason);
        await stores.Registry.CommitAsync(
            Partition, [RecordWrite.Put(Key(blob.Name), JsonSerializer.Serialize(upload, StoreJson.Default.UnassignedUpload))], cancellationToken);
    }

    /// <summary>Forgets a blob.</summary>
    public ValueTask RemoveAsync(string blobName, CancellationToken cancellationToken) =>
        stores.Registry.CommitAsync(Partition, [RecordWrite.Delete(Key(blobName))], cancellationToken);

    /// <summary>Whether a blob is noted.</summary>
    public async Task<bool> ContainsAsync(string blobName, CancellationToken cancellationToken) =>
        await stores.Registry.FindAsync(Partition, Key(blobName), cancellationToken) is not null;

    /// <summary>A page of the noted blobs that still exist; the others are forgotten.</summary>
    public async Task<(IReadOnlyList<UnassignedUpload> Uploads, string? After)> ListAsync(int top, string? after, CancellationToken cancellationToken)
    {
        var page = await stores.Registry.ListAsync(Partition, KeyRange.Prefix("u|"), top, after, cancellationToken);
        var uploads = new List<UnassignedUpload>();
        foreach (var record in page.Records)
        {
            var upload = JsonSerializer.Deserialize(record.Body, StoreJson.Default.UnassignedUpload)!;
            if (await blobs.FindAsync(BlobContainer.Uploads, upload.BlobName, cancellationToken) is null)
            {
                await RemoveAsync(upload.BlobName, cancellationToken);
            }
            else
            {
                uploads.Add(upload);
            }
        }

        return (uploads, page.After);
    }

    // A blob name may be longer than a key.
    private static string Key(string blobName) => "u|" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blobName)).AsSpan(0, 16));
}

/// <summary>A blob that belongs to no glossary.</summary>
/// <param name="BlobName">Its name in the <c>uploads</c> container.</param>
/// <param name="Size">Bytes.</param>
/// <param name="LastModified">UTC.</param>
/// <param name="Reason"><c>no-folder</c> or <c>unknown-glossary</c>.</param>
public sealed record UnassignedUpload(string BlobName, long Size, DateTimeOffset LastModified, string Reason);
