using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Features.Uploads;

/// <summary>
/// Takes in what lands in the <c>uploads</c> container, however it got there. The same event twice changes nothing; a new version
/// of a known blob is a new revision of its document.
/// </summary>
public sealed class UploadIntake(
    TermbaseStore termbases,
    DocumentStore documents,
    UnassignedUploads unassigned,
    OperationStarter operations,
    IBlobStore blobs,
    GlossarySettings settings,
    TimeProvider clock)
{
    /// <summary>Takes in the blob that an event names; one that is gone by now, or whose document is being deleted, changes nothing.</summary>
    public async Task ArrivedAsync(string blobName, CancellationToken cancellationToken)
    {
        if (await blobs.FindAsync(BlobContainer.Uploads, blobName, cancellationToken) is { } blob)
        {
            await ArrivedAsync(blob, cancellationToken);
        }
    }

    /// <summary>
    /// Says of a blob that could not be taken in, however often it was tried, that it failed. The blob stays, and where its document
    /// is being read by now nothing changes.
    /// </summary>
    public async Task GiveUpAsync(string blobName, CancellationToken cancellationToken)
    {
        var name = UploadName.Parse(blobName);
        var slug = name.Folder is null ? string.Empty : Slug.From(name.Folder);
        if (await blobs.FindAsync(BlobContainer.Uploads, blobName, cancellationToken) is not { } blob
            || slug.Length == 0 || await termbases.FindAsync(slug, cancellationToken) is null)
        {
            return;
        }

        if (await RegisterAsync(slug, name.FileName, blob, cancellationToken) is { } document)
        {
            await documents.UpdateAsync(
                slug,
                document.Id,
                each => each is { State: DocumentState.Received, Deleting: false } && each.Revision == document.Revision
                    ? each with { State = DocumentState.Failed, Failure = NotTakenIn }
                    : null,
                cancellationToken);
        }
    }

    private static Failure NotTakenIn { get; } = new(
        "intake-failed", "The file has arrived, but could not be taken in after several tries. It is kept; process the document again.");

    /// <summary>Registers a blob as a document and starts its extraction, or puts it under “Unassigned”.</summary>
    /// <returns>The document, or null where the blob belongs to no glossary or its document is being deleted.</returns>
    public async Task<Document?> ArrivedAsync(BlobDescription blob, CancellationToken cancellationToken)
    {
        var name = UploadName.Parse(blob.Name);
        var slug = name.Folder is null ? string.Empty : Slug.From(name.Folder);
        if (slug.Length == 0)
        {
            await unassigned.AddAsync(blob, "no-folder", cancellationToken);
            return null;
        }

        if (await termbases.FindAsync(slug, cancellationToken) is null)
        {
            if (!settings.CreateGlossaries)
            {
                await unassigned.AddAsync(blob, "unknown-glossary", cancellationToken);
                return null;
            }

            await termbases.EnsureAsync(slug, name.Folder!, cancellationToken);
        }

        var document = await RegisterAsync(slug, name.FileName, blob, cancellationToken);
        if (document is { State: DocumentState.Received or DocumentState.Extracting, Deleting: false })
        {
            // Also for a document that is known: the host may have died between registering it and starting its extraction.
            await operations.StartAsync(
                DocumentIdentity.ExtractionOf(document.Id, document.Revision), OperationKind.Extraction, slug,
                new OperationInput { DocumentId = document.Id, Revision = document.Revision }, "system", cancellationToken);
        }

        return document;
    }

    private async Task<Document?> RegisterAsync(string slug, string fileName, BlobDescription blob, CancellationToken cancellationToken)
    {
        var id = DocumentIdentity.Of(slug, blob.Name);
        var first = new Document
        {
            Id = id,
            Glossary = slug,
            BlobName = blob.Name,
            FileName = fileName,
            BlobETag = blob.ETag,
            Size = blob.Size,
            Revision = 1,
            ReceivedAt = clock.GetUtcNow(),
        };
        first = first with { OperationId = DocumentIdentity.ExtractionOf(first.Id, first.Revision) };
        if (await documents.TryAddAsync(first, cancellationToken))
        {
            return first;
        }

        var revised = await documents.UpdateAsync(
            slug,
            id,
            known => known.BlobETag == blob.ETag || known.Deleting ? null : known.NextRevision(blob.ETag, blob.Size, clock.GetUtcNow()),
            cancellationToken);
        return revised ?? (await documents.FindAsync(slug, id, cancellationToken))?.Document;
    }
}
