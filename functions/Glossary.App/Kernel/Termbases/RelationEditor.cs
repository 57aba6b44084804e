using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Relates concepts: always both ends in one transaction, with a line in the history of each.</summary>
public sealed class RelationEditor(RecordStores stores, TimeProvider clock)
{
    private readonly ConceptRecords concepts = new(stores.Terms);
    private readonly ConceptShaper shaper = new(stores.Terms, clock);

    /// <summary>The relations of a concept, each with the concept that it leads to now. A concept that has left the glossary is not among them.</summary>
    public async Task<IReadOnlyList<(Relation Relation, Concept Other)>> ListAsync(string glossary, Concept concept, CancellationToken cancellationToken)
    {
        var others = await Task.WhenAll(concept.Relations.Select(relation => concepts.FollowAsync(glossary, relation.ConceptId, cancellationToken)));
        return [.. concept.Relations.Zip(others)
            .Where(pair => pair.Second is { Concept.Stands: true })
            .Select(pair => (pair.First, pair.Second!.Concept))
            .DistinctBy(pair => (pair.First.Kind, pair.Concept.Id))];
    }

    /// <summary>Relates two concepts.</summary>
    /// <returns>Number of the change.</returns>
    /// <exception cref="ApiException">404; 409 where they are related so, or a concept would stand above itself.</exception>
    public Task<long> AddAsync(string glossary, string id, Relation relation, string by, CancellationToken cancellationToken) =>
        ChangeAsync(
            glossary, id, relation.Kind, relation.ConceptId, _ => { },
            known => known is null ? relation : throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.RelationExists, "These concepts are related in this way already. Change that relation."),
            by, cancellationToken);

    /// <summary>Changes a relation.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="id">The concept that it is seen from.</param>
    /// <param name="kind">Its kind, seen from there.</param>
    /// <param name="other">The other concept.</param>
    /// <param name="version">Called with the stored version of the concept before anything is done; throws where it is not the one that was read.</param>
    /// <param name="change">Gives the relation as it shall be, or null to remove it.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Number of the change.</returns>
    /// <exception cref="ApiException">404; 409 where a concept would stand above itself.</exception>
    public Task<long> UpdateAsync(
        string glossary, string id, RelationKind kind, string other, Action<string> version, Func<Relation, Relation?> change, string by,
        CancellationToken cancellationToken) =>
        ChangeAsync(
            glossary, id, kind, other, version, known => change(known ?? throw ApiException.NotFound("such relation")), by, cancellationToken);

    private Task<long> ChangeAsync(
        string glossary, string id, RelationKind kind, string otherId, Action<string> version, Func<Relation?, Relation?> change, string by,
        CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(stores.Terms, glossary, async () =>
        {
            var transaction = await TermTransaction.BeginAsync(stores.Terms, glossary, cancellationToken);
            var one = await concepts.StandingAsync(glossary, id, cancellationToken);
            version(one.ETag);
            var other = await concepts.StandingAsync(glossary, otherId, cancellationToken);
            var (own, rest) = await PartAsync(glossary, one.Concept, kind, otherId, cancellationToken);
            var (_, otherRest) = await PartAsync(glossary, other.Concept, kind.Inverse(), id, cancellationToken);
            var next = change(own);
            await shaper.ShapeAsync(
                transaction,
                [
                    new Shaping(id, one, ConceptContent.Of(one.Concept) with { Relations = next is null ? rest : [.. rest, next] }),
                    new Shaping(otherId, other, ConceptContent.Of(other.Concept) with { Relations = next is null ? otherRest : [.. otherRest, next.InverseOf(id)] }),
                ],
                by,
                cancellationToken);
            await transaction.CommitAsync(stores.Terms, ChangeKind.Related, by, null, clock.GetUtcNow(), cancellationToken);
            return transaction.Number;
        }, cancellationToken);

    // By merges a concept may have come to two relations that say the same: both are meant.
    private async Task<(Relation? Own, IReadOnlyList<Relation> Others)> PartAsync(
        string glossary, Concept concept, RelationKind kind, string other, CancellationToken cancellationToken)
    {
        Relation? own = null;
        var rest = new List<Relation>(concept.Relations.Count);
        foreach (var relation in concept.Relations)
        {
            if (relation.Kind == kind && await concepts.EndOfAsync(glossary, relation.ConceptId, _ => null, cancellationToken) == other)
            {
                own ??= relation with { ConceptId = other };
            }
            else
            {
                rest.Add(relation);
            }
        }

        return (own, rest);
    }
}
