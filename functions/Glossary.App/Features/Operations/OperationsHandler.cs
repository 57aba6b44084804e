using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Settings;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Operations;

/// <summary>Shows and stops operations, and hands out what they made.</summary>
public sealed class OperationsHandler(OperationStore operations, OperationStarter starter, IBlobStore blobs, GlossarySettings settings)
{
    /// <summary>GET operations/{id}.</summary>
    public async Task<IResult> GetAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var operation = await operations.GetAsync(http.RouteText("operation"), cancellationToken);
        if (!operation.IsFinished)
        {
            http.Response.Headers.RetryAfter = "1";
        }

        return http.Answer(OperationResource.Of(operation), ApiJson.Default.OperationResource);
    }

    /// <summary>DELETE operations/{id}.</summary>
    public async Task<IResult> CancelAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var operation = await operations.GetAsync(http.RouteText("operation"), cancellationToken);
        await starter.CancelAsync(operation.Id, cancellationToken);
        return http.Started(
            operation.Id, OperationResource.Of(await operations.GetAsync(operation.Id, cancellationToken)), ApiJson.Default.OperationResource);
    }

    /// <summary>GET operations/{id}/file.</summary>
    public async Task<IResult> FileAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var operation = await operations.GetAsync(http.RouteText("operation"), cancellationToken);
        if (operation.Result is not { } file)
        {
            throw operation.IsFinished
                ? ApiException.NotFound("file of this operation")
                : new ApiException(StatusCodes.Status409Conflict, ProblemCodes.NotReady, "The file is still being written. Come back in a moment.");
        }

        var link = await blobs.CreateReadLinkAsync(
            BlobContainer.Exports, file.BlobName, file.FileName, settings.ReadLinkLifetime, cancellationToken);
        return http.Answer(new FileLink(link.Url.AbsoluteUri, link.ExpiresAt, file.MediaType, file.FileName), ApiJson.Default.FileLink);
    }
}
