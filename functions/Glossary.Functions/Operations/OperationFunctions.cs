using Glossary.App.Kernel.Operations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Operations;

/// <summary>Keeps operations going whose orchestration died or was never started.</summary>
public sealed class OperationFunctions(OperationStarter operations, DurableOperationQueue queue)
{
    /// <summary>Every minute.</summary>
    [Function("Reconcile_Operations")]
    public Task ResumeAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        queue.ThroughAsync(client, () => operations.ResumeAsync(cancellationToken));
}
