using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Kernel.Search;

/// <summary>
/// The indexes that are open on this instance. An index is brought up to date when it is asked, so whoever searches finds what was changed
/// before; all of them together stay below a limit of memory.
/// </summary>
public sealed class SearchIndexes(IndexMaker maker, SearchSettings settings, TimeProvider clock) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, GlossaryIndex> open = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim turn = new(1);
    private long uses;

    /// <summary>Glossaries whose indexes are open.</summary>
    public IReadOnlyList<string> Open
    {
        get
        {
            lock (gate)
            {
                return [.. open.Where(pair => pair.Value.Ready is not null).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Bytes of memory that they take together.</summary>
    public long MemoryBytes
    {
        get
        {
            lock (gate)
            {
                return open.Values.Sum(index => index.Ready?.MemoryBytes ?? 0);
            }
        }
    }

    /// <summary>
    /// The index of a glossary for one request. It waits a moment for it to hold what the glossary held when it was read; what can't be
    /// reached by then goes on in the background, and the request has what there is.
    /// </summary>
    /// <param name="termbase">The glossary as it was read.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<SearchIndexUse> UseAsync(Termbase termbase, CancellationToken cancellationToken)
    {
        var index = Take(termbase.Slug);
        try
        {
            await index.ReachAsync(termbase).WaitAsync(settings.Patience, clock, cancellationToken);
            Trim();
        }
        catch (TimeoutException)
        {
            // The answer says how far it is.
        }
        catch
        {
            Return(index);
            throw;
        }

        return new SearchIndexUse(index, () => Return(index));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        List<GlossaryIndex> all;
        lock (gate)
        {
            all = [.. open.Values];
            open.Clear();
        }

        await Task.WhenAll(all.Select(index => index.CloseAsync()));
        stopping.Dispose();
        turn.Dispose();
    }

    private GlossaryIndex Take(string glossary)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping.IsCancellationRequested, this);
            if (!open.TryGetValue(glossary, out var index))
            {
                open.Add(glossary, index = new GlossaryIndex(glossary, maker, turn, stopping.Token));
            }

            index.Uses++;
            index.UsedAt = ++uses;
            return index;
        }
    }

    private void Return(GlossaryIndex index)
    {
        lock (gate)
        {
            index.Uses--;
        }
    }

    // Closes what nobody uses until the rest fits; the newest one stays.
    private void Trim()
    {
        lock (gate)
        {
            if (open.Count < 2)
            {
                return;
            }

            var ready = open.Where(pair => pair.Value.Ready is not null).OrderByDescending(pair => pair.Value.UsedAt).ToList();
            var taken = 0L;
            for (var i = 0; i < ready.Count; i++)
            {
                taken += ready[i].Value.Ready!.MemoryBytes;
                if (i > 0 && taken > settings.MaximumMemory && ready[i].Value.Uses == 0)
                {
                    open.Remove(ready[i].Key);
                    taken -= ready[i].Value.Ready!.MemoryBytes;
                    _ = ready[i].Value.CloseAsync();
                }
            }
        }
    }
}

/// <summary>An index in use; it is not closed before this is disposed.</summary>
public sealed class SearchIndexUse : IDisposable
{
    private readonly Action end;

    internal SearchIndexUse(GlossaryIndex index, Action end) => (Index, Percent, this.end) = (index.Ready, index.Progress, end);

    /// <summary>The index, or null while it is being made.</summary>
    public ITermIndex? Index { get; }

    /// <summary>How far the making is.</summary>
    public int Percent { get; }

    /// <inheritdoc />
    public void Dispose() => end();
}
