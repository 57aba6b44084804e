using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Workflows;

/// <summary>Takes the changes of a bulk decision back, one by one; a change whose concepts were changed since stays as it is.</summary>
public sealed class BulkUndoWorkflow(ChangeLog log, ConceptEditor editor) : IWorkflow
{
    private const int ChangesPerStep = 10;

    /// <inheritdoc />
    public OperationKind Kind => OperationKind.BulkUndo;

    /// <inheritdoc />
    public async Task<StepOutcome> StepAsync(Operation operation, IStepProgress progress, CancellationToken cancellationToken)
    {
        var (numbers, after) = await log.OfOperationAsync(
            operation.Glossary, operation.Input.OperationId!, ChangesPerStep, operation.Cursor, cancellationToken);
        var counts = new Dictionary<string, int>(operation.Counts);
        foreach (var number in numbers)
        {
            try
            {
                await editor.UndoAsync(operation.Glossary, number, operation.CreatedBy, cancellationToken);
                counts["undone"] = counts.GetValueOrDefault("undone") + 1;
            }
            catch (ApiException exception) when (exception.Code == ProblemCodes.Conflict)
            {
                // Changed since; or undone already, where the step is done again.
                counts["passed"] = counts.GetValueOrDefault("passed") + 1;
            }
        }

        return after is null ? new StepOutcome.Finished(null, counts) : new StepOutcome.Next(string.Empty, after, 50, counts);
    }

    /// <inheritdoc />
    public Task AbandonAsync(Operation operation, Failure? failure, CancellationToken cancellationToken) => Task.CompletedTask;
}
