namespace Glossary.App.Kernel.Termbases;

/// <summary>
/// How a concept is related to another one, as it stands in the one; the other has the inverse. The other's id is the one that was named:
/// where that concept was merged since, whoever reads is led on.
/// </summary>
/// <param name="Kind">Reads from the concept that has it to the other: with <c>Uses</c> it uses the other, with <c>Broader</c> the other is its broader concept.</param>
/// <param name="ConceptId">The other concept.</param>
public sealed record Relation(RelationKind Kind, string ConceptId)
{
    /// <summary>Most relations of a concept.</summary>
    public const int MostOfConcept = 200;

    /// <summary>How sure it is, 0–1; 1 where a person said so.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What people think of it.</summary>
    public RelationState State { get; init; } = RelationState.Accepted;

    /// <summary>Sentences that show it, at most five.</summary>
    public IReadOnlyList<RelationEvidence> Evidence { get; init; } = [];

    /// <summary>The same seen from the other concept.</summary>
    /// <param name="conceptId">The concept that has this one.</param>
    public Relation InverseOf(string conceptId) => this with { Kind = Kind.Inverse(), ConceptId = conceptId };
}

/// <summary>A sentence that shows a relation.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Page">1-based page.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record RelationEvidence(string DocumentId, int Page, string Sentence);

/// <summary>What people think of a relation.</summary>
public enum RelationState
{
    /// <summary>Proposed, not reviewed.</summary>
    Proposed,

    /// <summary>Holds.</summary>
    Accepted,

    /// <summary>Does not hold; stays to be remembered.</summary>
    Rejected,
}

/// <summary>Kinds of relations (ISO 704: hierarchical and associative), each with its inverse.</summary>
public enum RelationKind
{
    /// <summary>The other is its superordinate concept.</summary>
    Broader,

    /// <summary>The other is a subordinate concept.</summary>
    Narrower,

    /// <summary>It is a part of the other.</summary>
    PartOf,

    /// <summary>The other is a part of it.</summary>
    HasPart,

    /// <summary>Both have to do with each other.</summary>
    Related,

    /// <summary>Both mean the same.</summary>
    Synonym,

    /// <summary>Both mean the opposite.</summary>
    Antonym,

    /// <summary>It abbreviates the other.</summary>
    AbbreviationOf,

    /// <summary>The other abbreviates it.</summary>
    AbbreviatedBy,

    /// <summary>It uses the other.</summary>
    Uses,

    /// <summary>The other uses it.</summary>
    UsedBy,

    /// <summary>It measures the other.</summary>
    Measures,

    /// <summary>The other measures it.</summary>
    MeasuredBy,

    /// <summary>It produces the other.</summary>
    Produces,

    /// <summary>The other produces it.</summary>
    ProducedBy,

    /// <summary>It affects the other.</summary>
    Affects,

    /// <summary>The other affects it.</summary>
    AffectedBy,

    /// <summary>It requires the other.</summary>
    Requires,

    /// <summary>The other requires it.</summary>
    RequiredBy,

    /// <summary>It controls the other.</summary>
    Controls,

    /// <summary>The other controls it.</summary>
    ControlledBy,

    /// <summary>It defines the other.</summary>
    Defines,

    /// <summary>The other defines it.</summary>
    DefinedBy,
}

/// <summary>What holds for kinds of relations.</summary>
public static class RelationKinds
{
    private static readonly Dictionary<RelationKind, RelationKind> Inverses = new (RelationKind One, RelationKind Other)[]
    {
        (RelationKind.Broader, RelationKind.Narrower), (RelationKind.PartOf, RelationKind.HasPart), (RelationKind.Related, RelationKind.Related),
        (RelationKind.Synonym, RelationKind.Synonym), (RelationKind.Antonym, RelationKind.Antonym),
        (RelationKind.AbbreviationOf, RelationKind.AbbreviatedBy), (RelationKind.Uses, RelationKind.UsedBy),
        (RelationKind.Measures, RelationKind.MeasuredBy), (RelationKind.Produces, RelationKind.ProducedBy),
        (RelationKind.Affects, RelationKind.AffectedBy), (RelationKind.Requires, RelationKind.RequiredBy),
        (RelationKind.Controls, RelationKind.ControlledBy), (RelationKind.Defines, RelationKind.DefinedBy),
    }.SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) }).Distinct().ToDictionary(pair => pair.One, pair => pair.Other);

    /// <summary>Kinds that lead up a hierarchy, in which nothing may stand above itself.</summary>
    public static IReadOnlyList<RelationKind> Upwards { get; } = [RelationKind.Broader, RelationKind.PartOf];

    /// <summary>The kind as seen from the other concept.</summary>
    public static RelationKind Inverse(this RelationKind kind) => Inverses[kind];
}
