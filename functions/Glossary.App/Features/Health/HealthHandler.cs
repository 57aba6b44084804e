using System.Diagnostics;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;

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
public sealed record ComponentHealth(string Name, string Status, int Milliseconds);

/// <summary>Answers the probes of platforms and people.</summary>
public sealed class HealthHandler(RecordStores stores, IBlobStore blobs, IPrincipalSource principals, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>GET health/live.</summary>
    public Task<IResult> LiveAsync(HttpContext http, CancellationToken cancellationToken) =>
        Task.FromResult(http.Answer(new HealthReport("healthy", clock.GetUtcNow(), null), ApiJson.Default.HealthReport));

    /// <summary>GET health/ready.</summary>
    public async Task<IResult> ReadyAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var components = await Task.WhenAll(
            CheckAsync("term-store", token => stores.Terms.FindAsync("health", "probe", token).AsTask(), cancellationToken),
            CheckAsync("registry", token => stores.Registry.FindAsync("health", "probe", token).AsTask(), cancellationToken),
            CheckAsync("blobs", token => blobs.FindAsync(BlobContainer.Uploads, "health-probe", token), cancellationToken));
        var healthy = components.All(component => component.Status == "healthy");
        var admin = (await principals.FindAsync(http, cancellationToken))?.Role == Role.Admin;
        var report = new HealthReport(healthy ? "healthy" : "unhealthy", clock.GetUtcNow(), admin ? components : null);
        return TypedResults.Json(
            report, ApiJson.Default.HealthReport,
            statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<ComponentHealth> CheckAsync(string name, Func<CancellationToken, Task> probe, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        string status;
        try
        {
            await probe(limit.Token);
            status = "healthy";
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, the component does not serve; the adapters log the cause.
            status = "unhealthy";
        }

        return new ComponentHealth(name, status, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}
