using System.Collections.Concurrent;
using System.Threading.Channels;
using Glossary.App.Kernel.Operations;

namespace Glossary.LocalHost.Hosting;

/// <summary>
/// Drives operations in this process, two at a time, one step each in turn, so that a long one holds up no other. What was
/// unfinished when the host last ended is found in the store and goes on.
/// </summary>
public sealed class OperationWorker(IServiceProvider services, TimeProvider clock, ILogger<OperationWorker> logger) : BackgroundService, IOperationQueue
{
    private const int Parallel = 2;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(15);

    private readonly string owner = $"{Environment.MachineName}-{Environment.ProcessId}-{Ulid.NewUlid()}";
    private readonly Channel<string> queue = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, bool> waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> running = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask EnqueueAsync(string operationId, CancellationToken cancellationToken)
    {
        if (waiting.TryAdd(operationId, true))
        {
            queue.Writer.TryWrite(operationId);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Resolved here because the runner's workflows reach this queue through the container.
        var operations = services.GetRequiredService<OperationStore>();
        var runner = services.GetRequiredService<OperationRunner>();
        var workers = Enumerable.Range(0, Parallel).Select(_ => WorkAsync(runner, stoppingToken));
        await Task.WhenAll([SweepAsync(operations, stoppingToken), .. workers]);
    }

    // Finds what this host did not start itself: work of a host that died, here or elsewhere.
    private async Task SweepAsync(OperationStore operations, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(SweepEvery, clock);
        do
        {
            try
            {
                foreach (var id in await operations.ActiveAsync(cancellationToken))
                {
                    await EnqueueAsync(id, cancellationToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "The list of unfinished operations could not be read");
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task WorkAsync(OperationRunner runner, CancellationToken cancellationToken)
    {
        await foreach (var id in queue.Reader.ReadAllAsync(cancellationToken))
        {
            waiting.TryRemove(id, out _);
            if (!running.TryAdd(id, true))
            {
                // The other worker is at it; it asks again by itself while there is something to do.
                continue;
            }

            TimeSpan? next = TimeSpan.FromSeconds(1);
            try
            {
                next = await runner.AdvanceAsync(id, owner, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Operation {Operation} could not be advanced", id);
            }
            finally
            {
                running.TryRemove(id, out _);
            }

            if (next is { } delay)
            {
                _ = AgainAsync(id, delay, cancellationToken);
            }
        }
    }

    private async Task AgainAsync(string id, TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, clock, cancellationToken);
            }

            await EnqueueAsync(id, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The host ends; the next one finds the operation in the store.
        }
    }
}
