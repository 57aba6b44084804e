using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Search;

/// <summary>Lets one instance at a time make or publish the index of a glossary. A lease that is not renewed runs out.</summary>
public sealed class IndexLeases(RecordStores stores, TimeProvider clock)
{
    private const string Partition = "search";
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly string owner = $"{Environment.MachineName}-{Environment.ProcessId}-{Ulid.NewUlid()}";

    /// <summary>Takes the lease, or keeps it where this instance has it.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="percent">How far the making is, for other instances to tell.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Null where it is taken; else how far the instance is that has it.</returns>
    public Task<int?> TryTakeAsync(string glossary, int percent, CancellationToken cancellationToken) => ConditionalWrites.RepeatAsync(async () =>
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

    /// <summary>Gives the lease back; none that another instance has.</summary>
    public Task ReleaseAsync(string glossary, CancellationToken cancellationToken) => ConditionalWrites.RepeatAsync(async () =>
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
