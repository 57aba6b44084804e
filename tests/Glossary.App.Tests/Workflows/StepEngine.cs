using Glossary.App.Kernel.Operations;
using Glossary.App.Tests.Installations;

namespace Glossary.App.Tests.Workflows;

/// <summary>
/// Drives an operation to its end without leases. With <paramref name="twice"/> each step is done a second time on the same stored
/// operation before its outcome is kept, as after a host that died in between; <paramref name="betweenSteps"/> is told of the steps done.
/// </summary>
internal sealed class StepEngine(Installation installation, bool twice, Func<int, Task>? betweenSteps = null) : IStepProgress
{
    private const int MostSteps = 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Report(int percent) => Assert.InRange(percent, 0, 100);

    public async Task<Operation> RunAsync(string id)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var operation = await installation.Operations.GetAsync(id, Cancellation);
            if (operation.IsFinished)
            {
                return operation;
            }

            // A workflow may hold nothing between steps that another host would lack.
            var workflow = installation.Get<IEnumerable<IWorkflow>>().Single(each => each.Kind == operation.Kind);
            var outcome = await workflow.StepAsync(operation, this, Cancellation);
            if (twice)
            {
                outcome = await workflow.StepAsync(operation, this, Cancellation);
            }

            await installation.Operations.UpdateAsync(id, each => Kept(each, outcome), Cancellation);
            await (betweenSteps?.Invoke(step) ?? Task.CompletedTask);
        }

        throw new InvalidOperationException($"The operation {id} does not end.");
    }

    private Operation Kept(Operation operation, StepOutcome outcome) => outcome switch
    {
        StepOutcome.Next next => operation with
        {
            Step = next.Step,
            Cursor = next.Cursor,
            Percent = next.Percent,
            Counts = next.Counts ?? operation.Counts,
        },
        StepOutcome.Finished finished => operation with
        {
            State = OperationState.Succeeded,
            Result = finished.Result,
            Counts = finished.Counts ?? operation.Counts,
            FinishedAt = installation.Clock.GetUtcNow(),
        },
        StepOutcome.Failed failed => operation with { State = OperationState.Failed, Error = failed.Failure },
        _ => throw new InvalidOperationException($"The outcome {outcome} is unknown."),
    };
}
