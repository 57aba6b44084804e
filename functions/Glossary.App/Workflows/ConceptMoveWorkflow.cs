using System.Globalization;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Workflows;

/// <summary>Moves concepts to another glossary, or back where a move is taken back.</summary>
public sealed class ConceptMoveWorkflow(ConceptMover mover) : IWorkflow
{
    private const int ConceptsPerStep = 20;

    /// <inheritdoc />
    public OperationKind Kind => OperationKind.ConceptMove;

    /// <inheritdoc />
    public async Task<StepOutcome> StepAsync(Operation operation, IStepProgress progress, CancellationToken cancellationToken)
    {
        var ids = operation.Input.ConceptIds!;
        var from = operation.Cursor is { } cursor ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        var counts = new Dictionary<string, int>(operation.Counts);
        foreach (var id in ids.Skip(from).Take(ConceptsPerStep))
        {
            var outcome = await mover.MoveAsync(
                operation.Glossary, id, operation.Input.ToGlossary!, operation.Input.OperationId, operation.CreatedBy, operation.Id, cancellationToken);
            var name = outcome switch
            {
                MoveOutcome.Moved => "moved",
                MoveOutcome.Clashed => "clashed",
                _ => "passed",
            };
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        var next = from + ConceptsPerStep;
        return next >= ids.Count
            ? new StepOutcome.Finished(null, counts)
            : new StepOutcome.Next(string.Empty, next.ToString(CultureInfo.InvariantCulture), 100 * next / ids.Count, counts);
    }

    /// <inheritdoc />
    public Task AbandonAsync(Operation operation, Failure? failure, CancellationToken cancellationToken) => Task.CompletedTask;
}
