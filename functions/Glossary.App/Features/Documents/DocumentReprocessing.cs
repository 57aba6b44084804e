using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Operations;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Documents;

/// <summary>Reads a document again, as a new revision of the same blob: after a failure, or with another profile.</summary>
public sealed class DocumentReprocessing(DocumentStore documents, OperationStarter operations, TimeProvider clock)
{
    /// <summary>Starts it.</summary>
    /// <param name="document">The document as it was seen.</param>
    /// <param name="languageOverride">The language it is read in from now on, or null to detect it.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>The document in its new revision.</returns>
    public async Task<Document> StartAsync(Document document, string? languageOverride, string by, CancellationToken cancellationToken)
    {
        var next = await documents.UpdateAsync(
            document.Glossary,
            document.Id,
            known => known.Deleting || known.Revision != document.Revision ? null
                : known.NextRevision(known.BlobETag, known.Size, clock.GetUtcNow()) with { LanguageOverride = languageOverride },
            cancellationToken)
            ?? throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.Conflict, "The document was changed or deleted at the same moment. Look again.");
        await operations.StartAsync(
            next.OperationId!, OperationKind.Extraction, next.Glossary,
            new OperationInput { DocumentId = next.Id, Revision = next.Revision, Language = languageOverride }, by, cancellationToken);
        return next;
    }
}
