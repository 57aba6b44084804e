using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Search;

/// <summary>Lets one instance at a time make or publish the index of a glossary. A lease that is not renewed runs out.</summary>
public sealed class IndexLeases(RecordStores stores, TimeProvider clock)
{
    private const string Partition = "search";
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(8);

    private readonly string owner = $"{Environment.MachineName}-{Environment.ProcessId}-{Ulid.NewUlid()}";

    /// <summary>Does something that one instance at a time may do, and keeps the lease as long as that takes.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="percent">How far it is, for other instances to tell.</param>
    /// <param name="work">What is done; it must do no harm where another instance does it at the same time, because a lease may get lost.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where it was done; else how far the instance is that has the lease.</returns>
    public async Task<int?> TryHoldAsync(string glossary, Func<int> percent, Func<Task> work, CancellationToken cancellationToken)
    {
        if (await TryTakeAsync(glossary, percent(), cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heart = BeatAsync(glossary, percent, done.Token);
        try
        {
            await work();
        }
        finally
        {
            await done.CancelAsync();
            await heart;
            await ReleaseAsync(glossary, CancellationToken.None);
        }

        return null;
    }

    private async Task BeatAsync(string glossary, Func<int> percent, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Heartbeat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await TryTakeAsync(glossary, percent(), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or StoreUnavailableException or RecordConflictException)
        {
            // It is done; or the lease runs out, and another instance may do the same once more.
            return;
        }
    }

    // Null where this instance has the lease now; else how far the one is that has it.
    private Task<int?> TryTakeAsync(string glossary, int percent, CancellationToken cancellationToken) => ConditionalWrites.RepeatAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var mine = JsonSerializer.Serialize(new IndexLease(owner, now + Lifetime, percent), StoreJson.Default.IndexLease);
        var record = await stores.Registry.FindAsync(Partition, glossary, cancellationToken);
        if (record is not null && JsonSerializer.Deserialize(record.Body, StoreJson.Default.IndexLease)! is var lease && lease.Owner != owner && lease.Until > now)
        {
            return (int?)lease.Percent;
        }

        await stores.Registry.CommitAsync(
            Partition, [record is null ? RecordWrite.Insert(glossary, mine) : RecordWrite.Replace(glossary, mine, record.ETag)], cancellationToken);
        return null;
    });

    // None that another instance has.
    private async Task ReleaseAsync(string glossary, CancellationToken cancellationToken) => await ConditionalWrites.RepeatAsync(async () =>
    {
        if (await stores.Registry.FindAsync(Partition, glossary, cancellationToken) is { } record
            && JsonSerializer.Deserialize(record.Body, StoreJson.Default.IndexLease)!.Owner == owner)
        {
            await stores.Registry.CommitAsync(Partition, [RecordWrite.Delete(glossary, record.ETag)], cancellationToken);
        }

        return true;
    });
}

/// <summary>Who makes an index.</summary>
/// <param name="Owner">The instance.</param>
/// <param name="Until">UTC.</param>
/// <param name="Percent">How far it is.</param>
internal sealed record IndexLease(string Owner, DateTimeOffset Until, int Percent);
