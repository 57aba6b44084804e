using System.Globalization;
using System.Runtime.CompilerServices;
using Glossary.App.Kernel.Blobs;

namespace Glossary.Testing;

/// <summary>Blobs in memory, by the contract of the port. Its links lead nowhere, but say what they allow.</summary>
/// <param name="clock">Dates the blobs and the links.</param>
public sealed class InMemoryBlobStore(TimeProvider clock) : IBlobStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<BlobContainer, SortedList<string, StoredBlob>> containers = [];
    private long version;

    /// <inheritdoc/>
    public Uri Origin => new("https://memory.invalid/");

    /// <inheritdoc/>
    public Task<BlobDescription?> FindAsync(BlobContainer container, string name, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(BlobsOf(container).GetValueOrDefault(Check(name))?.Description);
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(BlobContainer container, string name, string? etag, CancellationToken cancellationToken)
    {
        var blob = Get(container, name);
        return etag is null || etag == blob.Description.ETag
            ? Task.FromResult<Stream>(new MemoryStream(blob.Content, writable: false))
            : throw new FileNotFoundException("The blob has another version.", name);
    }

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>> ReadRangeAsync(
        BlobContainer container, string name, long offset, int length, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var content = Get(container, name).Content;
        var from = (int)Math.Min(offset, content.Length);
        return Task.FromResult<ReadOnlyMemory<byte>>(content.AsMemory(from, Math.Min(length, content.Length - from)));
    }

    /// <inheritdoc/>
    public async Task<BlobDescription?> WriteAsync(
        BlobContainer container, string name, Stream content, string contentType, bool onlyIfAbsent, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        lock (gate)
        {
            var blobs = BlobsOf(container);
            if (onlyIfAbsent && blobs.ContainsKey(Check(name)))
            {
                return null;
            }

            var etag = (++version).ToString(CultureInfo.InvariantCulture);
            var blob = new StoredBlob(copy.ToArray(), new BlobDescription(name, copy.Length, etag, clock.GetUtcNow()));
            blobs[Check(name)] = blob;
            return blob.Description;
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(BlobContainer container, string name, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            BlobsOf(container).Remove(Check(name));
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobDescription> ListAsync(
        BlobContainer container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        BlobDescription[] found;
        lock (gate)
        {
            found = [.. BlobsOf(container).Values.Select(blob => blob.Description)
                .Where(blob => blob.Name.StartsWith(prefix, StringComparison.Ordinal))];
        }

        foreach (var blob in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await Task.FromResult(blob);
        }
    }

    /// <inheritdoc/>
    public Task<BlobLink> CreateUploadLinkAsync(string name, bool replaces, TimeSpan lifetime, CancellationToken cancellationToken)
        => Task.FromResult(Link(BlobContainer.Uploads, name, replaces ? "sp=w" : "sp=c", lifetime));

    /// <inheritdoc/>
    public Task<BlobLink> CreateReadLinkAsync(
        BlobContainer container, string name, string? downloadName, TimeSpan lifetime, CancellationToken cancellationToken)
        => Task.FromResult(Link(
            container, name, downloadName is null ? "sp=r" : "sp=r&name=" + Uri.EscapeDataString(downloadName), lifetime));

    private static string Check(string name)
        => name.Length is > 0 and <= 1024 && !name.Split('/', '\\').Any(segment => segment is "." or "..")
            ? name
            : throw new ArgumentException("The blob's name can't be addressed.", nameof(name));

    private BlobLink Link(BlobContainer container, string name, string query, TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, TimeSpan.FromHours(1));
        return new BlobLink(new Uri($"https://memory.invalid/{container}/{Uri.EscapeDataString(Check(name))}?{query}"), clock.GetUtcNow() + lifetime);
    }

    private StoredBlob Get(BlobContainer container, string name)
    {
        lock (gate)
        {
            return BlobsOf(container).GetValueOrDefault(Check(name)) ?? throw new FileNotFoundException("There is no such blob.", name);
        }
    }

    private SortedList<string, StoredBlob> BlobsOf(BlobContainer container)
    {
        if (!containers.TryGetValue(container, out var blobs))
        {
            containers.Add(container, blobs = new(StringComparer.Ordinal));
        }

        return blobs;
    }

    private sealed record StoredBlob(byte[] Content, BlobDescription Description);
}
