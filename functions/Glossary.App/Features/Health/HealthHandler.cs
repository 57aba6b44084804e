using System.Diagnostics;
using System.Globalization;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Search;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Glossary.App.Features.Health;

/// <summary>Whether this instance lives, and whether what it needs answers.</summary>
/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="At">UTC.</param>
/// <param name="Components">Each component; null for those who are no admins.</param>
public sealed record HealthReport(string Status, DateTimeOffset At, IReadOnlyList<ComponentHealth>? Components);

/// <summary>Whether a component answers.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Detail">A sentence, where there is something to say.</param>
public sealed record ComponentHealth(string Name, string Status, int Milliseconds, string? Detail);

/// <summary>Answers the probes of platforms and people.</summary>
public sealed class HealthHandler(
    RecordStores stores, IBlobStore blobs, SearchIndexes indexes, IPrincipalSource principals, TimeProvider clock, ILogger<HealthHandler> logger)
{
    private const string Healthy = "healthy";
    private const string Unhealthy = "unhealthy";
    private const long LeastDisk = 200_000_000;
    private const double MostMemory = 0.95;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>GET health/live.</summary>
    public Task<IResult> LiveAsync(HttpContext http, CancellationToken cancellationToken) =>
        Task.FromResult(http.Answer(new HealthReport(Healthy, clock.GetUtcNow(), null), ApiJson.Default.HealthReport));

    /// <summary>GET health/ready.</summary>
    public async Task<IResult> ReadyAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var components = await Task.WhenAll(
            AnswersAsync("term-store", token => stores.Terms.FindAsync("health", "probe", token).AsTask(), cancellationToken),
            AnswersAsync("registry", token => stores.Registry.FindAsync("health", "probe", token).AsTask(), cancellationToken),
            AnswersAsync("blobs", token => blobs.FindAsync(BlobContainer.Uploads, "health-probe", token), cancellationToken));
        ComponentHealth[] all = [.. components, Search(), Disk(), Memory()];
        var healthy = all.All(component => component.Status == Healthy);
        var admin = (await principals.FindAsync(http, cancellationToken))?.Role == Role.Admin;
        var report = new HealthReport(healthy ? Healthy : Unhealthy, clock.GetUtcNow(), admin ? all : null);
        return TypedResults.Json(
            report, ApiJson.Default.HealthReport,
            statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<ComponentHealth> AnswersAsync(string name, Func<CancellationToken, Task> probe, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        string? detail = null;
        try
        {
            await probe(limit.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, the component does not serve.
            logger.LogWarning(exception, "The component {Component} does not answer", name);
            detail = exception is OperationCanceledException ? "It did not answer within 5 seconds." : "It does not answer; the log says why.";
        }

        var milliseconds = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return new ComponentHealth(name, detail is null ? Healthy : Unhealthy, milliseconds, detail);
    }

    // An index that fails is made anew, so there is nothing to be ill of; what they take is worth knowing.
    private ComponentHealth Search() => Of(
        "search-index", true, string.Create(CultureInfo.InvariantCulture, $"{indexes.Open.Count} indexes are open and take {indexes.MemoryBytes / 1_000_000} MB of memory."));

    // Documents are read from copies in the folder for temporary files.
    private static ComponentHealth Disk()
    {
        var free = new DriveInfo(Path.GetTempPath()).AvailableFreeSpace;
        return Of("disk", free >= LeastDisk, string.Create(CultureInfo.InvariantCulture, $"{free / 1_000_000} MB are free for documents that are being read."));
    }

    private static ComponentHealth Memory()
    {
        // There are no figures before the first collection, when there is nothing to worry about either.
        var memory = GC.GetGCMemoryInfo();
        var share = memory.TotalAvailableMemoryBytes == 0 ? 0 : (double)memory.MemoryLoadBytes / memory.TotalAvailableMemoryBytes;
        return Of("memory", share <= MostMemory, string.Create(CultureInfo.InvariantCulture, $"{share:P0} of the memory is in use."));
    }

    private static ComponentHealth Of(string name, bool healthy, string detail) => new(name, healthy ? Healthy : Unhealthy, 0, detail);
}
