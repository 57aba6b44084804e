using Glossary.App.Kernel.Operations;
using Microsoft.Azure.Functions.Worker;

namespace Glossary.Functions.Operations;

/// <summary>Does one step of an operation; done twice, it gives the same result.</summary>
public sealed class OperationStep(OperationRunner runner, OperationStore operations)
{
    // The same for as long as this worker runs: a step of a worker that died is taken over when its lease has run out.
    private static readonly string Owner = $"{Environment.MachineName}-{Environment.ProcessId}-{Ulid.NewUlid()}";

    /// <summary>The activity.</summary>
    [Function(nameof(OperationStep))]
    public async Task<StepReport> RunAsync([ActivityTrigger] string operationId, CancellationToken cancellationToken)
    {
        var wait = await runner.AdvanceAsync(operationId, Owner, cancellationToken);
        var operation = await operations.FindAsync(operationId, cancellationToken);
        return new StepReport(operation?.State.ToString() ?? "Gone", operation?.Step ?? string.Empty, operation?.Percent ?? 0, wait?.TotalSeconds);
    }
}
