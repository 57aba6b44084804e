using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Refuses a change after which a concept would stand above itself, whatever brings it about: a relation, a merge, an undo.</summary>
internal sealed class HierarchyGuard(IRecordStore terms)
{
    // A hierarchy of terms is a dozen levels high; whoever needs more than this has made a mistake.
    private const int MostConcepts = 1_000;

    private readonly ConceptRecords concepts = new(terms);

    /// <summary>Checks what a change adds.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="shapings">The concepts that the change is on.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="ApiException">409 with the concept that would stand above itself.</exception>
    public async Task CheckAsync(string glossary, IReadOnlyList<Shaping> shapings, CancellationToken cancellationToken)
    {
        var merges = shapings.Any(shaping => shaping.After is not null && !shaping.IsTaking);
        foreach (var shaping in shapings.Where(shaping => shaping.IsTaking))
        {
            foreach (var kind in RelationKinds.Upwards.Where(kind => merges || Adds(shaping, kind)))
            {
                await ClimbAsync(glossary, shapings, shaping.Id, kind, cancellationToken);
            }
        }
    }

    private static bool Adds(Shaping shaping, RelationKind kind)
    {
        var before = (shaping.Found?.Concept.Relations ?? []).Where(relation => IsStep(relation, kind)).Select(relation => relation.ConceptId).ToHashSet();
        return shaping.After!.Relations.Any(relation => IsStep(relation, kind) && !before.Contains(relation.ConceptId));
    }

    private async Task ClimbAsync(
        string glossary, IReadOnlyList<Shaping> shapings, string from, RelationKind kind, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var id))
        {
            foreach (var step in (await RelationsAsync(glossary, shapings, id, cancellationToken)).Where(relation => IsStep(relation, kind)))
            {
                var above = await EndOfAsync(glossary, shapings, step.ConceptId, cancellationToken);
                if (above == from)
                {
                    throw new ApiException(
                        StatusCodes.Status409Conflict, ProblemCodes.HierarchyCycle,
                        kind == RelationKind.Broader
                            ? "A concept would be broader than itself by way of others. Remove one of the relations in between first."
                            : "A concept would be a part of itself by way of others. Remove one of the relations in between first.",
                        new Dictionary<string, string[]> { ["concept"] = [from] });
                }

                if (seen.Count == MostConcepts)
                {
                    throw new ApiException(
                        StatusCodes.Status409Conflict, ProblemCodes.Conflict,
                        $"More than {MostConcepts} concepts stand above this one; the hierarchy can't be checked. Relate it lower down.");
                }

                if (seen.Add(above))
                {
                    open.Enqueue(above);
                }
            }
        }
    }

    private static bool IsStep(Relation relation, RelationKind kind) => relation.Kind == kind && relation.State != RelationState.Rejected;

    private async Task<IReadOnlyList<Relation>> RelationsAsync(
        string glossary, IReadOnlyList<Shaping> shapings, string id, CancellationToken cancellationToken) =>
        shapings.FirstOrDefault(shaping => shaping.Id == id) is { } shaping
            ? shaping.After?.Relations ?? []
            : (await concepts.FindAsync(glossary, id, cancellationToken))?.Concept.Relations ?? [];

    private Task<string> EndOfAsync(string glossary, IReadOnlyList<Shaping> shapings, string id, CancellationToken cancellationToken) =>
        concepts.EndOfAsync(glossary, id, next => shapings.FirstOrDefault(shaping => shaping.Id == next), cancellationToken);
}
