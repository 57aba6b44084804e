using System.Globalization;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Termbases;
using Glossary.Formats.Documents;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Uploads;

/// <summary>Hands out links for uploads, and finds a home for blobs that have none.</summary>
public sealed class UploadsHandler(
    TermbaseStore termbases, UploadIntake intake, UnassignedUploads unassigned, IBlobStore blobs, GlossarySettings settings, ApiLimits limits)
{
    /// <summary>POST glossaries/{glossary}/uploads.</summary>
    public async Task<IResult> TicketAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.UploadWish, limits.MaximumBody, cancellationToken);
        var fileName = UploadName.Clean(wish.FileName ?? string.Empty);
        if (fileName.Length == 0)
        {
            throw ApiException.Invalid("fileName", "The file has no name. Rename it and try again.");
        }

        Check(fileName, wish.Size);
        var blobName = $"{termbase.Slug}/{fileName}";
        // A file of a known name is a new version of its document; only then may the link replace something.
        var replaces = await blobs.FindAsync(BlobContainer.Uploads, blobName, cancellationToken) is not null;
        var link = await blobs.CreateUploadLinkAsync(blobName, replaces, settings.UploadLinkLifetime, cancellationToken);
        var ticket = new UploadTicket(
            link.Url.AbsoluteUri,
            "PUT",
            new Dictionary<string, string> { ["x-ms-blob-type"] = "BlockBlob", ["Content-Type"] = "application/octet-stream" },
            blobName,
            DocumentIdentity.Of(termbase.Slug, blobName),
            link.ExpiresAt);
        return http.Answer(ticket, ApiJson.Default.UploadTicket);
    }

    /// <summary>GET unassigned.</summary>
    public async Task<IResult> ListUnassignedAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var position = http.ListPosition();
        var (uploads, after) = await unassigned.ListAsync(position.Top, position.After, cancellationToken);
        var listed = uploads
            .Select(upload => new UnassignedBlob(upload.BlobName, upload.Size, upload.LastModified, upload.Reason, Suggest(upload.BlobName)))
            .ToList();
        return http.Answer(http.Page(listed, after), ApiJson.Default.ListPageUnassignedBlob);
    }

    /// <summary>POST unassigned:assign.</summary>
    public async Task<IResult> AssignAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var wish = await http.BodyAsync(ApiJson.Default.Assignment, limits.MaximumBody, cancellationToken);
        var slug = Slug.From(wish.Glossary ?? string.Empty);
        if (slug.Length == 0)
        {
            throw ApiException.Invalid("glossary", "Name the glossary that the file shall go into.");
        }

        if (string.IsNullOrEmpty(wish.BlobName) || !await unassigned.ContainsAsync(wish.BlobName, cancellationToken)
            || await blobs.FindAsync(BlobContainer.Uploads, wish.BlobName, cancellationToken) is not { } blob)
        {
            throw ApiException.NotFound("unassigned file of that name; it may have been moved or removed");
        }

        await termbases.EnsureAsync(slug, wish.Glossary!.Trim(), cancellationToken);
        var target = $"{slug}/{UploadName.Parse(blob.Name).FileName}";
        if (target != blob.Name)
        {
            await MoveAsync(blob, target, cancellationToken);
        }

        await unassigned.RemoveAsync(blob.Name, cancellationToken);
        var moved = await blobs.FindAsync(BlobContainer.Uploads, target, cancellationToken);
        var document = moved is null ? null : await intake.ArrivedAsync(moved, cancellationToken);
        return document is null
            ? throw new ApiException(StatusCodes.Status409Conflict, ProblemCodes.Conflict, "The file was changed at the same moment. Look again.")
            : TypedResults.Json(new Assigned(slug, document.Id), ApiJson.Default.Assigned, statusCode: StatusCodes.Status202Accepted);
    }

    private static string? Suggest(string blobName)
    {
        var name = UploadName.Parse(blobName);
        var slug = Slug.From(name.Folder ?? Path.GetFileNameWithoutExtension(name.FileName));
        return slug.Length > 0 ? slug : null;
    }

    private void Check(string fileName, long size)
    {
        if (!settings.Extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase))
        {
            throw new ApiException(
                StatusCodes.Status415UnsupportedMediaType, RefusalCodes.UnsupportedType,
                $"Files of this type are not read. Choose one of: {string.Join(", ", settings.Extensions)}.");
        }

        if (size <= 0)
        {
            throw new ApiException(StatusCodes.Status422UnprocessableEntity, RefusalCodes.EmptyFile, "The file is empty. Choose another one.");
        }

        if (size > settings.Limits.MaximumBytes)
        {
            throw new ApiException(
                StatusCodes.Status413PayloadTooLarge, RefusalCodes.FileTooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The file has {size / 1048576.0:N1} MB; {settings.Limits.MaximumBytes / 1048576.0:N0} MB are allowed. Split it."));
        }
    }

    private async Task MoveAsync(BlobDescription blob, string target, CancellationToken cancellationToken)
    {
        await using var source = await blobs.OpenReadAsync(BlobContainer.Uploads, blob.Name, blob.ETag, cancellationToken);
        if (await blobs.WriteAsync(BlobContainer.Uploads, target, source, "application/octet-stream", onlyIfAbsent: true, cancellationToken) is null)
        {
            throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.Conflict,
                $"That glossary has a file of this name already. Rename the file in the storage and assign it again.");
        }

        await blobs.DeleteAsync(BlobContainer.Uploads, blob.Name, cancellationToken);
    }
}
