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
                await editor.UndoAsync(operation.Glossary, number, operation.CreatedBy, cancellationToken, operation.Id);
                counts["undone"] = counts.GetValueOrDefault("undone") + 1;
            }
            catch (ApiException exception) when (exception.Code == ProblemCodes.Conflict)
            {
                // Undone already, where the step is done again; or changed since.
                var outcome = await IsUndoneAsync(operation, number, cancellationToken) ? "undone" : "passed";
                counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            }
        }

        return after is null ? new StepOutcome.Finished(null, counts) : new StepOutcome.Next(string.Empty, after, 50, counts);
    }

    private async Task<bool> IsUndoneAsync(Operation operation, long number, CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            (var own, after) = await log.OfOperationAsync(operation.Glossary, operation.Id, 100, after, cancellationToken);
            foreach (var change in own)
            {
                if ((await log.GetAsync(operation.Glossary, change, cancellationToken)).Undoes == number)
                {
                    return true;
                }
            }
        }
        while (after is not null);
        return false;
    }

    /// <inheritdoc />
    public Task AbandonAsync(Operation operation, Failure? failure, CancellationToken cancellationToken) => Task.CompletedTask;
}
