using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Telemetry;
using Glossary.Formats.Documents;
using Microsoft.Extensions.Logging;

namespace Glossary.App.Kernel.Operations;

/// <summary>
/// Does one step of an operation under a lease, so that two hosts on one store never do it at once, and a host that died is
/// followed by another when its lease has run out.
/// </summary>
public sealed class OperationRunner(
    OperationStore operations, IEnumerable<IWorkflow> workflows, TimeProvider clock, ILogger<OperationRunner> logger)
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    private readonly Dictionary<OperationKind, IWorkflow> workflows = workflows.ToDictionary(workflow => workflow.Kind);

    /// <summary>Does the next step of an operation.</summary>
    /// <param name="id">The operation.</param>
    /// <param name="owner">Name of this host, the same for as long as it runs.</param>
    /// <param name="cancellationToken">Cancelled when the host ends; the step is done again by whoever comes next.</param>
    /// <returns>When to call again, or null when the operation has ended.</returns>
    public async Task<TimeSpan?> AdvanceAsync(string id, string owner, CancellationToken cancellationToken)
    {
        TimeSpan? busy = null;
        var claimed = await operations.UpdateAsync(id, operation => Claim(operation, owner, out busy), cancellationToken);
        if (claimed is null)
        {
            return busy;
        }

        using var scope = logger.BeginScope(new Dictionary<string, object> { ["Operation"] = claimed.Id, ["Kind"] = claimed.Kind });
        using var step = new MeasuredStep(claimed, clock);
        var workflow = workflows[claimed.Kind];
        if (claimed.CancelRequested)
        {
            step.Outcome = MeasuredStep.Cancelled;
            return await EndAsync(workflow, claimed, OperationState.Cancelled, null, cancellationToken);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = new StepProgress(claimed.Percent);
        var heart = BeatAsync(claimed.Id, owner, progress, stop);
        try
        {
            var outcome = await workflow.StepAsync(claimed, progress, stop.Token);
            await StopAsync(heart, stop);
            step.Outcome = OutcomeOf(outcome);
            logger.LogInformation("Step {Step} of {Kind} {Operation}: {Outcome}", claimed.Step, claimed.Kind, claimed.Id, step.Outcome);
            return await KeepAsync(workflow, claimed, owner, outcome, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await StopAsync(heart, stop);
            await operations.UpdateAsync(
                id, operation => operation.Owner == owner ? operation with { Owner = null, LeaseUntil = null } : null, CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException) when (progress.Cancelled)
        {
            step.Outcome = MeasuredStep.Cancelled;
            return await EndAsync(workflow, claimed, OperationState.Cancelled, null, cancellationToken);
        }
        catch (OperationCanceledException) when (progress.Lost)
        {
            logger.LogWarning("Operation {Operation} was taken over by another host", id);
            return null;
        }
        catch (DocumentRefusedException refused)
        {
            await StopAsync(heart, stop);
            step.Outcome = MeasuredStep.Failed;
            return await EndAsync(workflow, claimed, OperationState.Failed, new Failure(refused.Code, refused.Message), cancellationToken);
        }
        catch (Exception exception)
        {
            await StopAsync(heart, stop);
            step.Outcome = claimed.Attempts + 1 >= MostAttempts ? MeasuredStep.Failed : MeasuredStep.Retried;
            return await RetryAsync(workflow, claimed, owner, exception, cancellationToken);
        }
    }

    private static string OutcomeOf(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Next => MeasuredStep.Next,
        StepOutcome.Finished => MeasuredStep.Finished,
        _ => MeasuredStep.Failed,
    };

    private Operation? Claim(Operation operation, string owner, out TimeSpan? busy)
    {
        busy = null;
        if (operation.IsFinished)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (operation.Owner is not null && operation.Owner != owner && operation.LeaseUntil > now)
        {
            busy = operation.LeaseUntil - now;
            return null;
        }

        return operation with { State = OperationState.Running, Owner = owner, LeaseUntil = now + Lease };
    }

    // Keeps the lease while a long step runs, writes its progress, and notices a wish to cancel.
    private async Task BeatAsync(string id, string owner, StepProgress progress, CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(Heartbeat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                var beaten = await operations.UpdateAsync(
                    id,
                    operation => operation.Owner == owner
                        ? operation with { LeaseUntil = clock.GetUtcNow() + Lease, Percent = Math.Max(operation.Percent, progress.Percent) }
                        : null,
                    stop.Token);
                if (beaten is null or { CancelRequested: true })
                {
                    progress.Lost = beaten is null;
                    progress.Cancelled = beaten is not null;
                    await stop.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The step ended.
        }
        catch (Exception exception)
        {
            // The lease runs out if the store stays away; the step's own writes will fail then as well.
            logger.LogWarning(exception, "The lease of operation {Operation} could not be renewed", id);
        }
    }

    private static async Task StopAsync(Task heart, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        await heart;
    }

    private async Task<TimeSpan?> KeepAsync(
        IWorkflow workflow, Operation claimed, string owner, StepOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case StepOutcome.Next next:
                var kept = await operations.UpdateAsync(
                    claimed.Id,
                    operation => operation.Owner != owner ? null : operation with
                    {
                        Step = next.Step,
                        Cursor = next.Cursor,
                        Percent = next.Percent,
                        Counts = next.Counts ?? operation.Counts,
                        Attempts = 0,
                        LeaseUntil = clock.GetUtcNow() + Lease,
                    },
                    cancellationToken);
                return kept is null ? null : next.Delay;
            case StepOutcome.Finished finished:
                await operations.UpdateAsync(
                    claimed.Id,
                    operation => operation.Owner != owner ? null : operation with
                    {
                        State = OperationState.Succeeded,
                        Percent = 100,
                        Counts = finished.Counts ?? operation.Counts,
                        Result = finished.Result,
                        FinishedAt = clock.GetUtcNow(),
                        Owner = null,
                        LeaseUntil = null,
                    },
                    cancellationToken);
                return null;
            case StepOutcome.Failed failed:
                return await EndAsync(workflow, claimed, OperationState.Failed, failed.Failure, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome));
        }
    }

    private async Task<TimeSpan?> EndAsync(
        IWorkflow workflow, Operation claimed, OperationState state, Failure? failure, CancellationToken cancellationToken)
    {
        // Tidying comes first: if the host dies in between, it is done again.
        await workflow.AbandonAsync(claimed, failure, cancellationToken);
        await operations.UpdateAsync(
            claimed.Id,
            operation => operation with
            {
                State = state,
                Error = failure,
                FinishedAt = clock.GetUtcNow(),
                Owner = null,
                LeaseUntil = null,
            },
            cancellationToken);
        return null;
    }

    private async Task<TimeSpan?> RetryAsync(
        IWorkflow workflow, Operation claimed, string owner, Exception exception, CancellationToken cancellationToken)
    {
        var attempts = claimed.Attempts + 1;
        if (attempts >= MostAttempts)
        {
            logger.LogError(exception, "Operation {Operation} is given up after {Attempts} attempts", claimed.Id, attempts);
            var failure = new Failure(
                "operation-failed", "This could not be finished: the same step failed five times. Nothing that was stored is lost. Start it again.");
            return await EndAsync(workflow, claimed, OperationState.Failed, failure, cancellationToken);
        }

        logger.LogWarning(exception, "Step {Step} of operation {Operation} failed, attempt {Attempts}", claimed.Step, claimed.Id, attempts);
        await operations.UpdateAsync(
            claimed.Id,
            operation => operation.Owner == owner ? operation with { Attempts = attempts, LeaseUntil = clock.GetUtcNow() + Lease } : null,
            cancellationToken);
        return TimeSpan.FromSeconds(Math.Pow(2, attempts - 1));
    }

    private sealed class StepProgress(int percent) : IStepProgress
    {
        private int percent = percent;

        public int Percent => Volatile.Read(ref percent);

        public bool Cancelled { get; set; }

        public bool Lost { get; set; }

        public void Report(int value) => Volatile.Write(ref percent, Math.Clamp(value, 0, 100));
    }
}
