using Glossary.App.Features.Samples.Documents;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Samples;

/// <summary>A wish for the sample document.</summary>
/// <param name="Language"><c>en</c> or <c>de</c>.</param>
public sealed record SampleWish(string? Language);

/// <summary>Where the sample is.</summary>
/// <param name="Glossary">Slug of its glossary.</param>
/// <param name="DocumentId">The document.</param>
public sealed record SampleStarted(string Glossary, string DocumentId);

/// <summary>Puts a made document into the storage, by which a newcomer sees the whole way of a document.</summary>
public sealed class SamplesHandler(TermbaseStore termbases, IBlobStore blobs, ApiLimits limits)
{
    private const string Glossary = "sample";

    /// <summary>POST sample.</summary>
    public async Task<IResult> StartAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var wish = await http.BodyAsync(ApiJson.Default.SampleWish, limits.MaximumBody, cancellationToken);
        var sample = SampleDocument.Find(wish.Language ?? "en")
            ?? throw ApiException.Invalid("language", $"The sample is there in: {string.Join(", ", SampleDocument.All.Select(each => each.Language))}.");
        await termbases.EnsureAsync(Glossary, "Sample", cancellationToken);
        var blobName = $"{Glossary}/{sample.FileName}";
        await using var content = sample.Open();
        // The upload event does the rest, as for any file. A sample that is there already is left as it is.
        await blobs.WriteAsync(BlobContainer.Uploads, blobName, content, "application/pdf", onlyIfAbsent: true, cancellationToken);
        var started = new SampleStarted(Glossary, DocumentIdentity.Of(Glossary, blobName));
        return TypedResults.Json(started, ApiJson.Default.SampleStarted, statusCode: StatusCodes.Status202Accepted);
    }
}
