using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Glossary.Functions.Operations;

/// <summary>
/// Drives an operation of any kind to its end, a step at a time. Everything that matters is in the store: an orchestration that is
/// lost is begun anew and goes on where the operation stands.
/// </summary>
public static class OperationOrchestrator
{
    // The history is read again for each step, so it begins anew now and then.
    private const int StepsPerHistory = 40;

    // The runner itself tries a step that fails again; this is for a store that does not answer.
    private static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(
        new RetryPolicy(10, TimeSpan.FromSeconds(2), 2, TimeSpan.FromMinutes(2)));

    /// <summary>The orchestration; its id is the operation's.</summary>
    [Function(nameof(OperationOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        for (var step = 0; step < StepsPerHistory; step++)
        {
            var report = await context.CallActivityAsync<StepReport>(nameof(OperationStep), context.InstanceId, Patient);
            context.SetCustomStatus(report);
            if (report.WaitSeconds is not { } wait)
            {
                return;
            }

            if (wait > 0)
            {
                await context.CreateTimer(TimeSpan.FromSeconds(wait), CancellationToken.None);
            }
        }

        context.ContinueAsNew();
    }
}
