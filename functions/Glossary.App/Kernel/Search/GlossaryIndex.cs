using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Kernel.Search;

/// <summary>The index of one glossary on this instance: made when it is asked first, and brought up to date when it is asked again.</summary>
internal sealed class GlossaryIndex(string glossary, IndexMaker maker, SemaphoreSlim turn, CancellationToken stopping)
{
    private readonly Lock gate = new();
    private readonly Percent percent = new();
    private readonly List<ITermIndex> retired = [];
    private Task<ITermIndex>? making;
    private Task? catching;
    private Task renewing = Task.CompletedTask;
    private int unpublished;

    /// <summary>How many requests use it at this moment; kept by its owner.</summary>
    public int Uses { get; set; }

    /// <summary>When it was used last; kept by its owner.</summary>
    public long UsedAt { get; set; }

    /// <summary>How far the making is.</summary>
    public int Progress => percent.Value;

    /// <summary>The index, or null while it is being made.</summary>
    public ITermIndex? Ready
    {
        get
        {
            lock (gate)
            {
                return making is { IsCompletedSuccessfully: true } ? making.Result : null;
            }
        }
    }

    /// <summary>Goes on until the index holds a change; whoever waits for it may stop waiting, the work goes on.</summary>
    public async Task ReachAsync(Termbase termbase)
    {
        while (await MadeAsync(termbase) is var index && index.ChangeNumber < termbase.ChangeNumber)
        {
            await CaughtUpAsync(index, termbase.ChangeNumber);
        }
    }

    /// <summary>Waits for whatever goes on, and closes the index.</summary>
    public async Task CloseAsync()
    {
        Task[] all;
        lock (gate)
        {
            all = [making ?? Task.CompletedTask, catching ?? Task.CompletedTask, renewing];
        }

        await Task.WhenAll(all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Ready?.Dispose();
        retired.ForEach(index => index.Dispose());
    }

    private Task<ITermIndex> MadeAsync(Termbase termbase)
    {
        lock (gate)
        {
            // What has failed is tried again by the next one who asks.
            return making is null or { IsFaulted: true } or { IsCanceled: true } ? making = Task.Run(() => MakeAsync(termbase), CancellationToken.None) : making;
        }
    }

    // One at a time on an instance, because each takes its memory.
    private async Task<ITermIndex> MakeAsync(Termbase termbase)
    {
        percent.Report(0);
        await turn.WaitAsync(stopping);
        try
        {
            return await maker.MakeAsync(termbase, percent, stopping);
        }
        finally
        {
            turn.Release();
        }
    }

    private Task CaughtUpAsync(ITermIndex index, long wanted)
    {
        lock (gate)
        {
            return catching is null or { IsCompleted: true } ? catching = Task.Run(() => CatchUpAsync(index, wanted), CancellationToken.None) : catching;
        }
    }

    private async Task CatchUpAsync(ITermIndex index, long wanted)
    {
        try
        {
            var touched = Interlocked.Add(ref unpublished, await maker.CatchUpAsync(glossary, index, stopping));
            if (index.ChangeNumber < wanted)
            {
                throw new InvalidDataException($"The log of “{glossary}” ends before the change {wanted}.");
            }

            lock (gate)
            {
                renewing = renewing.IsCompleted ? Task.Run(() => RenewAsync(index, touched), CancellationToken.None) : renewing;
            }
        }
        catch (InvalidDataException)
        {
            // It is made anew; requests that search it at this moment may end.
            lock (gate)
            {
                making = null;
                retired.Add(index);
            }
        }
    }

    private async Task RenewAsync(ITermIndex index, int touched)
    {
        if (await maker.RenewAsync(glossary, index, touched, stopping))
        {
            Interlocked.Add(ref unpublished, -touched);
        }
    }

    private sealed class Percent : IProgress<int>
    {
        private volatile int value;

        public int Value => value;

        public void Report(int value) => this.value = value;
    }
}
