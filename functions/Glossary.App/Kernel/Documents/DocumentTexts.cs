using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Http;
using Glossary.Extraction.Candidates;
using Glossary.Formats.Artefacts;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Documents;

/// <summary>Reads pages and occurrences of documents from their artefacts, by range: never a whole document for one page.</summary>
public sealed class DocumentTexts(IBlobStore blobs)
{
    /// <summary>A page of the revision whose terms are stored; 409 before the first success, 404 where it has no such page.</summary>
    public async Task<ArchivedPage> PageAsync(Document document, int number, CancellationToken cancellationToken)
    {
        var archive = await PageArchiveReader.OpenAsync(Source(document, ArtefactNames.Pages), cancellationToken);
        return await archive.FindAsync(number, cancellationToken) ?? throw ApiException.NotFound("such page with text in this document");
    }

    /// <summary>Pages of the revision whose terms are stored, opened once for many reads.</summary>
    public Task<PageArchiveReader> OpenAsync(Document document, CancellationToken cancellationToken) =>
        PageArchiveReader.OpenAsync(Source(document, ArtefactNames.Pages), cancellationToken).AsTask();

    /// <summary>Occurrences of a candidate in the revision whose terms are stored, in reading order; empty where it has none.</summary>
    public async Task<IReadOnlyList<Occurrence>> OccurrencesAsync(
        Document document, string language, string key, CancellationToken cancellationToken)
    {
        var postings = await PostingsReader.OpenAsync(Source(document, ArtefactNames.Postings), cancellationToken);
        return await postings.FindAsync(language, key, cancellationToken);
    }

    private RangeSource Source(Document document, string artefact)
    {
        if (document.StoredRevision is not { } revision)
        {
            throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.NotReady, "The document has not been read yet, or could not be read. Look at its state.");
        }

        var name = DocumentIdentity.ArtefactFolder(document.Glossary, document.Id, revision) + artefact;
        return async (offset, length, cancellationToken) =>
        {
            try
            {
                return await blobs.ReadRangeAsync(BlobContainer.Artefacts, name, offset, length, cancellationToken);
            }
            catch (FileNotFoundException)
            {
                // A newer revision took its place between the look at the document and this read.
                throw new ApiException(
                    StatusCodes.Status409Conflict, ProblemCodes.NotReady, "The document has just been read again or deleted. Try again in a moment.");
            }
        };
    }
}
