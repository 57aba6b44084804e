using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;

namespace Glossary.App.Tests.Operations;

/// <summary>A workflow whose steps a test writes.</summary>
internal sealed class ScriptedWorkflow(Func<Operation, IStepProgress, CancellationToken, Task<StepOutcome>> step) : IWorkflow
{
    public ScriptedWorkflow(Func<Operation, StepOutcome> step)
        : this((operation, _, _) => Task.FromResult(step(operation)))
    {
    }

    public OperationKind Kind => OperationKind.Export;

    public int Steps { get; private set; }

    public List<Failure?> Abandoned { get; } = [];

    public Task<StepOutcome> StepAsync(Operation operation, IStepProgress progress, CancellationToken cancellationToken)
    {
        Steps++;
        return step(operation, progress, cancellationToken);
    }

    public Task AbandonAsync(Operation operation, Failure? failure, CancellationToken cancellationToken)
    {
        Abandoned.Add(failure);
        return Task.CompletedTask;
    }
}
