using System.Globalization;
using System.IO.Pipelines;
using Glossary.App.Kernel.Blobs;

namespace Glossary.App.Kernel.Search;

/// <summary>Indexes as blobs, <c>artefacts/{glossary}/search/{format}/{change number}.tar</c>, so that an instance need not make one itself.</summary>
public sealed class IndexSnapshots(IBlobStore blobs, ITermIndexFactory factory, TimeProvider clock)
{
    // The one before the newest may be on its way to somebody.
    private const int Kept = 2;
    private static readonly TimeSpan OtherFormatsLive = TimeSpan.FromDays(1);

    /// <summary>The newest index that is not newer than the glossary itself, or null.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="changeNumber">Newest change of the glossary; a snapshot beyond it is of a store that was set back since.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<ITermIndex?> RestoreAsync(string glossary, long changeNumber, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var blob in blobs.ListAsync(BlobContainer.Artefacts, Folder(glossary), cancellationToken))
        {
            if (NumberOf(blob.Name) <= changeNumber)
            {
                names.Add(blob.Name);
            }
        }

        return names.Count == 0 ? null : await ReadAsync(names[^1], cancellationToken);
    }

    /// <summary>Writes an index, and removes those that nobody needs any more.</summary>
    public async Task PublishAsync(string glossary, ITermIndex index, CancellationToken cancellationToken)
    {
        // What is applied meanwhile may be in it too; it knows itself what it holds.
        var number = index.ChangeNumber;
        var pipe = new Pipe();
        var saving = Task.Run(() => Save(index, pipe.Writer), CancellationToken.None);
        try
        {
            await using var content = pipe.Reader.AsStream();
            await blobs.WriteAsync(
                BlobContainer.Artefacts, NameOf(glossary, number), content, "application/x-tar", onlyIfAbsent: false, cancellationToken);
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await saving;
        }

        await TidyAsync(glossary, cancellationToken);
    }

    private static void Save(ITermIndex index, PipeWriter writer)
    {
        Exception? failure = null;
        try
        {
            using var stream = writer.AsStream(leaveOpen: true);
            index.Save(stream);
        }
        catch (Exception exception)
        {
            // The reader fails with it, so that no half of an index becomes a blob.
            failure = exception;
            throw;
        }
        finally
        {
            writer.Complete(failure);
        }
    }

    private async Task<ITermIndex?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(BlobContainer.Artefacts, name, null, cancellationToken);
            return factory.Restore(content);
        }
        catch (Exception failure) when (failure is FileNotFoundException or InvalidDataException)
        {
            // Removed meanwhile, or damaged: whoever needs it makes it anew.
            return null;
        }
    }

    private async Task TidyAsync(string glossary, CancellationToken cancellationToken)
    {
        var own = new List<string>();
        var old = new List<string>();
        await foreach (var blob in blobs.ListAsync(BlobContainer.Artefacts, $"{glossary}/search/", cancellationToken))
        {
            if (blob.Name.StartsWith(Folder(glossary), StringComparison.Ordinal))
            {
                own.Add(blob.Name);
            }
            else if (clock.GetUtcNow() - blob.LastModified > OtherFormatsLive)
            {
                old.Add(blob.Name);
            }
        }

        foreach (var name in own.SkipLast(Kept).Concat(old))
        {
            await blobs.DeleteAsync(BlobContainer.Artefacts, name, cancellationToken);
        }
    }

    private string Folder(string glossary) => $"{glossary}/search/{factory.Format}/";

    private string NameOf(string glossary, long number) => string.Create(CultureInfo.InvariantCulture, $"{Folder(glossary)}{number:D12}.tar");

    private static long NumberOf(string name) =>
        long.TryParse(Path.GetFileNameWithoutExtension(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
}
