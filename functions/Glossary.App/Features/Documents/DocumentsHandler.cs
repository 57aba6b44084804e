using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Documents;

/// <summary>Lists and shows documents, and starts what is done to them.</summary>
public sealed class DocumentsHandler(
    TermbaseStore termbases,
    DocumentStore documents,
    DocumentTypeStore types,
    DocumentReprocessing reprocessing,
    OperationStarter operations,
    OperationStore operationStore,
    ConceptList concepts,
    DocumentTexts texts,
    IBlobStore blobs,
    GlossarySettings settings,
    ApiLimits limits)
{
    private const int LongestNumber = 100;
    private const int LongestLink = 1_000;

    /// <summary>GET documents.</summary>
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var position = http.ListPosition();
        var (page, after) = await documents.ListAsync(termbase.Slug, position.Top, position.After, cancellationToken);
        return http.Answer(http.Page(page.Select(DocumentResource.Of).ToList(), after), ApiJson.Default.ListPageDocumentResource);
    }

    /// <summary>GET documents/{document}.</summary>
    public async Task<IResult> GetAsync(HttpContext http, CancellationToken cancellationToken) =>
        http.Answer(DocumentResource.Of(await FindAsync(http, cancellationToken)), ApiJson.Default.DocumentResource);

    /// <summary>POST documents/{document}:reprocess.</summary>
    public async Task<IResult> ReprocessAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var stored = RequireIdle(await FindAsync(http, cancellationToken));
        var document = await reprocessing.StartAsync(stored.Document, stored.Document.LanguageOverride, http.Principal().Id, cancellationToken);
        return await StartedAsync(http, document.OperationId!, cancellationToken);
    }

    /// <summary>PATCH documents/{document}.</summary>
    public async Task<IResult> PatchAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (patch, given) = await http.PatchAsync(ApiJson.Default.DocumentPatch, limits.MaximumBody, cancellationToken);
        if (patch.LanguageOverride is not (null or "auto" or "en" or "de"))
        {
            throw ApiException.Invalid("languageOverride", "The language of a document is en, de, or auto to have it detected.");
        }

        if (patch.Number?.Length > LongestNumber || patch.Link?.Length > LongestLink)
        {
            throw ApiException.Invalid(
                patch.Number?.Length > LongestNumber ? "number" : "link", $"The number has at most {LongestNumber} characters and the link at most {LongestLink}.");
        }

        if (!string.IsNullOrEmpty(patch.Type))
        {
            await types.RequireAsync(patch.Type, cancellationToken);
        }

        var language = patch.LanguageOverride == "auto" ? null : patch.LanguageOverride;

        var stored = await FindAsync(http, cancellationToken);
        http.RequireMatch(EntityTag.Of(stored.ETag));
        if (given.Contains("languageOverride") && language != stored.Document.LanguageOverride)
        {
            // Another language means other terms: the document is read again.
            await reprocessing.StartAsync(RequireIdle(stored).Document, language, http.Principal().Id, cancellationToken);
        }

        await DescribeAsync(stored.Document, patch, given, cancellationToken);
        return await GetAsync(http, cancellationToken);
    }

    // What people say of a document is kept for whichever revision is the newest.
    private async Task DescribeAsync(Document document, DocumentPatch patch, IReadOnlySet<string> given, CancellationToken cancellationToken)
    {
        if (given.Contains("type") || given.Contains("number") || given.Contains("link"))
        {
            await documents.UpdateAsync(
                document.Glossary,
                document.Id,
                each => each with
                {
                    Type = given.Contains("type") ? Text(patch.Type) : each.Type,
                    Number = given.Contains("number") ? Text(patch.Number) : each.Number,
                    Link = given.Contains("link") ? Text(patch.Link) : each.Link,
                },
                cancellationToken);
        }
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>POST documents/{document}:cancel.</summary>
    public async Task<IResult> CancelAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(http, cancellationToken);
        if (stored.Document.OperationId is not { } id || !await operations.CancelAsync(id, cancellationToken))
        {
            throw new ApiException(StatusCodes.Status409Conflict, ProblemCodes.Conflict, "Nothing is being done to this document, so nothing can be stopped.");
        }

        return await StartedAsync(http, id, cancellationToken);
    }

    /// <summary>DELETE documents/{document}.</summary>
    public async Task<IResult> DeleteAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(http, cancellationToken);
        http.RequireMatch(EntityTag.Of(stored.ETag));
        var id = stored.Document.Id;
        var operation = await operations.StartAsync(
            OperationKind.DocumentDeletion, stored.Document.Glossary, new OperationInput { DocumentId = id }, http.Principal().Id, cancellationToken);
        // For the list to say so at once; should this host die here, the operation marks it itself.
        await documents.UpdateAsync(stored.Document.Glossary, id, document => document with { Deleting = true }, cancellationToken);
        return await StartedAsync(http, operation.Id, cancellationToken);
    }

    /// <summary>GET documents/{document}/text.</summary>
    public async Task<IResult> TextAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(http, cancellationToken);
        var number = http.QueryInteger("page", 1, 1_000_000) ?? 1;
        var page = await texts.PageAsync(stored.Document, number, cancellationToken);
        var content = page.Page.Content;
        var resource = new PageResource(
            content.Number,
            stored.Document.Reading!.Report.Pages,
            content.Text,
            page.Page.Anchor,
            [.. content.Segments.Select(segment => new SegmentResource(segment.Start, segment.Length, segment.Kind.ToString()))],
            page.Page.Words);
        return http.Answer(resource, ApiJson.Default.PageResource);
    }

    /// <summary>GET documents/{document}/file.</summary>
    public async Task<IResult> FileAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var document = (await FindAsync(http, cancellationToken)).Document;
        if (await blobs.FindAsync(BlobContainer.Uploads, document.BlobName, cancellationToken) is null)
        {
            throw ApiException.NotFound("file of this document in the storage any more");
        }

        var link = await blobs.CreateReadLinkAsync(
            BlobContainer.Uploads, document.BlobName, document.FileName, settings.ReadLinkLifetime, cancellationToken);
        var mediaType = document.Reading?.MediaType ?? "application/octet-stream";
        return http.Answer(new FileLink(link.Url.AbsoluteUri, link.ExpiresAt, mediaType, document.FileName), ApiJson.Default.FileLink);
    }

    /// <summary>GET documents/{document}/terms.</summary>
    public async Task<IResult> TermsAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var document = (await FindAsync(http, cancellationToken)).Document;
        var position = http.ListPosition();
        var (rows, after) = await concepts.DocumentTermsAsync(
            document.Glossary, document.Id, ConceptFilter.All, position.Top, position.After, cancellationToken);
        var terms = rows
            .Select(pair => new DocumentTerm(
                pair.Concept.Id, pair.Concept.Text, pair.Concept.Language, pair.Concept.Type, pair.Concept.FullForm, pair.Concept.Abbreviation,
                pair.Concept.State, pair.Concept.Score, pair.Concept.Frequency, pair.Concept.Documents, pair.Concept.Definition,
                pair.Row.Frequency, pair.Row.Pages))
            .ToList();
        return http.Answer(http.Page(terms, after), ApiJson.Default.ListPageDocumentTerm);
    }

    private static StoredDocument RequireIdle(StoredDocument stored) => stored.Document.State is not (DocumentState.Received or DocumentState.Extracting)
        ? stored
        : throw new ApiException(
            StatusCodes.Status409Conflict, ProblemCodes.Conflict, "The document is being processed at this moment. Wait until it ends, or stop it first.");

    private async Task<StoredDocument> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        return await documents.GetAsync(termbase.Slug, http.RouteText("document"), cancellationToken);
    }

    private async Task<IResult> StartedAsync(HttpContext http, string operationId, CancellationToken cancellationToken) =>
        http.Started(operationId, OperationResource.Of(await operationStore.GetAsync(operationId, cancellationToken)), ApiJson.Default.OperationResource);
}
