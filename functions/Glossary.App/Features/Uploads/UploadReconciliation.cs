using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Termbases;
using Microsoft.Extensions.Logging;

namespace Glossary.App.Features.Uploads;

/// <summary>Finds blobs that no event announced: an event may be lost, or come while its document was being deleted.</summary>
public sealed class UploadReconciliation(
    IBlobStore blobs, DocumentStore documents, UnassignedUploads unassigned, UploadIntake intake, ILogger<UploadReconciliation> logger)
{
    /// <summary>Looks through the <c>uploads</c> container and takes in what is new or changed.</summary>
    /// <returns>How many blobs were taken in.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        await foreach (var blob in blobs.ListAsync(BlobContainer.Uploads, string.Empty, cancellationToken))
        {
            if (await IsKnownAsync(blob, cancellationToken))
            {
                continue;
            }

            try
            {
                await intake.ArrivedAsync(blob, cancellationToken);
                taken++;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One blob that can't be taken in must not keep the ones behind it waiting.
                logger.LogWarning(exception, "A blob could not be taken in; this is tried again at the next look");
            }
        }

        return taken;
    }

    private async Task<bool> IsKnownAsync(BlobDescription blob, CancellationToken cancellationToken)
    {
        var folder = UploadName.Parse(blob.Name).Folder;
        var slug = folder is null ? string.Empty : Slug.From(folder);
        return slug.Length > 0 && await documents.FindAsync(slug, DocumentIdentity.Of(slug, blob.Name), cancellationToken) is { } stored
            // A document that was received may still lack its extraction: its host may have died in between.
            ? stored.Document.BlobETag == blob.ETag && stored.Document.State != DocumentState.Received
            : await unassigned.ContainsAsync(blob.Name, cancellationToken);
    }
}
