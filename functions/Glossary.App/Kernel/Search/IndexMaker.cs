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
    private const int PagesPerRenewal = 5;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Makes an index that holds the glossary as it was when this was called, or newer.</summary>
    /// <param name="termbase">The glossary.</param>
    /// <param name="progress">Is told the percent.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public async Task<ITermIndex> MakeAsync(Termbase termbase, IProgress<int> progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await RestoreAsync(termbase, cancellationToken) is { } restored)
            {
                return restored;
            }

            if (await leases.TryTakeAsync(termbase.Slug, 0, cancellationToken) is not { } elsewhere)
            {
                return await FillAsync(termbase, progress, cancellationToken);
            }

            progress.Report(elsewhere);
            await Task.Delay(LookEvery, clock, cancellationToken);
        }
    }

    /// <summary>Applies what changed since, until there is nothing newer.</summary>
    /// <returns>How many concepts that were.</returns>
    /// <exception cref="InvalidDataException">The log does not say what changed since; the index must be made anew.</exception>
    public async Task<int> CatchUpAsync(string glossary, ITermIndex index, CancellationToken cancellationToken)
    {
        var touched = 0;
        while (await feed.SinceAsync(glossary, index.ChangeNumber, cancellationToken) is { } changes)
        {
            index.Apply(changes.Concepts, changes.Removed, changes.Number);
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

        if (await leases.TryTakeAsync(glossary, 100, cancellationToken) is null)
        {
            await PublishAsync(glossary, index, cancellationToken);
        }

        return true;
    }

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

    private async Task<ITermIndex> FillAsync(Termbase termbase, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var index = factory.Create();
        try
        {
            var (seen, pages) = (0L, 0);
            await foreach (var page in feed.AllAsync(termbase.Slug, cancellationToken))
            {
                foreach (var concept in page)
                {
                    index.Add(concept);
                }

                seen += page.Count;
                var percent = (int)Math.Min(99, 100 * seen / Math.Max(1, termbase.Counts.Total));
                progress.Report(percent);
                if (++pages % PagesPerRenewal == 0)
                {
                    await leases.TryTakeAsync(termbase.Slug, percent, cancellationToken);
                }
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
            await leases.ReleaseAsync(termbase.Slug, CancellationToken.None);
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
        finally
        {
            await leases.ReleaseAsync(glossary, CancellationToken.None);
        }
    }
}
