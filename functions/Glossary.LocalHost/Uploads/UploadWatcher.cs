using Glossary.App.Features.Uploads;
using Glossary.App.Kernel.Blobs;

namespace Glossary.LocalHost.Uploads;

/// <summary>Stands in for the storage's events: looks at the <c>uploads</c> container every second and takes in what is new or changed.</summary>
public sealed class UploadWatcher(IBlobStore blobs, UploadIntake intake, TimeProvider clock, ILogger<UploadWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The uploads could not be looked through; this is tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in blobs.ListAsync(BlobContainer.Uploads, string.Empty, cancellationToken))
        {
            seen.Add(blob.Name);
            if (known.GetValueOrDefault(blob.Name) == blob.ETag)
            {
                continue;
            }

            var document = await intake.ArrivedAsync(blob, cancellationToken);
            if (document is null || document.BlobETag == blob.ETag)
            {
                // A document that is being deleted keeps its old version: it is looked at again until it is gone.
                known[blob.Name] = blob.ETag;
            }
        }

        foreach (var gone in known.Keys.Where(name => !seen.Contains(name)).ToList())
        {
            known.Remove(gone);
        }
    }
}
