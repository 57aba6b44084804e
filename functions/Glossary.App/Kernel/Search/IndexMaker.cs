using Glossary.App.Kernel.Telemetry;
using Glossary.App.Kernel.Termbases;
using Microsoft.Extensions.Logging;

namespace Glossary.App.Kernel.Search;

/// <summary>
/// Makes the index of a glossary: from the published snapshot where there is one, else from the store. One instance makes it and publishes
/// it; the others wait for what it publishes, and take over where it dies.
/// </summary>
public sealed class IndexMaker(
    ITermIndexFactory factory, IndexSnapshots snapshots, IndexLeases leases, ConceptFeed feed, TimeProvider clock, ILogger<IndexMaker> logger)
{
    // A snapshot is renewed when catching up with the log would take long: a twentieth of the glossary, and no fewer than this.
    private const int LeastUnpublished = 500;
    private const int UnpublishedShare = 20;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Makes an index that holds the glossary as it was when this was called, or newer.</summary>
    /// <param name="termbase">The glossary.</param>
    /// <param name="progress">Is told the percent.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public async Task<ITermIndex> MakeAsync(Termbase termbase, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            if (await RestoreAsync(termbase, cancellationToken) is { } restored)
            {
                Measure(started, "snapshot");
                return restored;
            }

            ITermIndex? made = null;
            var percent = 0;
            var elsewhere = await leases.TryHoldAsync(
                termbase.Slug,
                () => percent,
                async () => made = await FillAsync(termbase, each => progress.Report(percent = each), cancellationToken),
                cancellationToken);
            if (made is not null)
            {
                Measure(started, "store");
                return made;
            }

            progress.Report(elsewhere!.Value);
            await Task.Delay(LookEvery, clock, cancellationToken);
        }
    }

    /// <summary>Applies what changed since, until there is nothing newer.</summary>
    /// <returns>How many concepts that were.</returns>
    /// <exception cref="InvalidDataException">The log does not say what changed since, or the index is broken; it must be made anew.</exception>
    public async Task<int> CatchUpAsync(string glossary, ITermIndex index, CancellationToken cancellationToken)
    {
        var touched = 0;
        while (await feed.SinceAsync(glossary, index.ChangeNumber, cancellationToken) is { } changes)
        {
            try
            {
                index.Apply(changes.Concepts, changes.Removed, changes.Number);
            }
            catch (Exception exception)
            {
                // A full disk, or whatever else befalls files that nobody needs to keep.
                logger.LogWarning(exception, "The index of {Glossary} could not take a change and is made anew", glossary);
                throw new InvalidDataException($"The index of “{glossary}” can't be written any more.", exception);
            }

            touched += changes.Concepts.Count + changes.Removed.Count;
        }

        return touched;
    }

    /// <summary>Publishes an index when so much has changed since the last snapshot that another instance would need long to catch up.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="index">The index.</param>
    /// <param name="touched">Concepts that were applied since it was published or restored.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>Whether it was published, by this instance or another one.</returns>
    public async Task<bool> RenewAsync(string glossary, ITermIndex index, int touched, CancellationToken cancellationToken)
    {
        if (touched < Math.Max(LeastUnpublished, index.Concepts / UnpublishedShare))
        {
            return false;
        }

        await leases.TryHoldAsync(glossary, () => 100, () => PublishAsync(glossary, index, cancellationToken), cancellationToken);
        return true;
    }

    private void Measure(long started, string source) =>
        Measures.Indexes.Record(clock.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("from", source));

    private async Task<ITermIndex?> RestoreAsync(Termbase termbase, CancellationToken cancellationToken)
    {
        var index = await snapshots.RestoreAsync(termbase.Slug, termbase.ChangeNumber, cancellationToken);
        if (index is null)
        {
            return null;
        }

        try
        {
            await CatchUpAsync(termbase.Slug, index, cancellationToken);
            if (index.ChangeNumber >= termbase.ChangeNumber)
            {
                return index;
            }

            index.Dispose();
            return null;
        }
        catch (InvalidDataException)
        {
            index.Dispose();
            return null;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    private async Task<ITermIndex> FillAsync(Termbase termbase, Action<int> report, CancellationToken cancellationToken)
    {
        var index = factory.Create();
        try
        {
            var seen = 0L;
            await foreach (var page in feed.AllAsync(termbase.Slug, cancellationToken))
            {
                foreach (var concept in page)
                {
                    index.Add(concept);
                }

                seen += page.Count;
                report((int)Math.Min(99, 100 * seen / Math.Max(1, termbase.Counts.Total)));
            }

            // What changed while it was read has a greater number than the glossary had at the start.
            index.Complete(termbase.ChangeNumber);
            await CatchUpAsync(termbase.Slug, index, cancellationToken);
            await PublishAsync(termbase.Slug, index, cancellationToken);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    // An index that can't be published serves here all the same.
    private async Task PublishAsync(string glossary, ITermIndex index, CancellationToken cancellationToken)
    {
        try
        {
            await snapshots.PublishAsync(glossary, index, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(exception, "The index of {Glossary} could not be published", glossary);
        }
    }
}
