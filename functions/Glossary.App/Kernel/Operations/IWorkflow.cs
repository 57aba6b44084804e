using Glossary.App.Kernel.Documents;

namespace Glossary.App.Kernel.Operations;

/// <summary>
/// A workflow as steps over stored state, free of any engine: a step does one bounded batch, can run twice with the same result,
/// and returns what comes next. The Durable orchestrator and the local runner drive the same steps.
/// </summary>
public interface IWorkflow
{
    /// <summary>Which operations it serves.</summary>
    OperationKind Kind { get; }

    /// <summary>Does the operation's next step.</summary>
    /// <param name="operation">The operation as stored.</param>
    /// <param name="progress">Told of progress inside a long step.</param>
    /// <param name="cancellationToken">Cancelled when a person stops the operation or the host ends.</param>
    Task<StepOutcome> StepAsync(Operation operation, IStepProgress progress, CancellationToken cancellationToken);

    /// <summary>Tidies up after an operation that failed or was cancelled.</summary>
    /// <param name="operation">The operation as stored.</param>
    /// <param name="failure">Why it failed, or null where a person cancelled it.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task AbandonAsync(Operation operation, Failure? failure, CancellationToken cancellationToken);
}

/// <summary>Takes progress from inside a step.</summary>
public interface IStepProgress
{
    /// <summary>Reports the percentage of the whole operation, 0–100.</summary>
    void Report(int percent);
}

/// <summary>What a step came to.</summary>
public abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <summary>There is more to do.</summary>
    /// <param name="Step">Name of the next step.</param>
    /// <param name="Cursor">From where it goes on.</param>
    /// <param name="Percent">0–100 of the whole operation.</param>
    /// <param name="Counts">Figures to set, or null to leave them.</param>
    public sealed record Next(string Step, string? Cursor, int Percent, IReadOnlyDictionary<string, int>? Counts = null) : StepOutcome
    {
        /// <summary>How long to wait before the next step: for what must end first.</summary>
        public TimeSpan Delay { get; init; }
    }

    /// <summary>The operation is done.</summary>
    /// <param name="Result">File that it made, if it makes one.</param>
    /// <param name="Counts">Figures to set, or null to leave them.</param>
    public sealed record Finished(OperationFile? Result = null, IReadOnlyDictionary<string, int>? Counts = null) : StepOutcome;

    /// <summary>The operation can't be done, now or later.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Failed(Failure Failure) : StepOutcome;
}
