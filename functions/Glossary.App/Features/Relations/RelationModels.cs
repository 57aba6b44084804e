using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Features.Relations;

/// <summary>A relation of a concept as the API shows it.</summary>
/// <param name="Kind">Reads from the concept to the other one.</param>
/// <param name="Inverse">The kind as seen from the other one.</param>
/// <param name="Concept">The other concept.</param>
/// <param name="Text">Its first term.</param>
/// <param name="Language">BCP 47 tag of that.</param>
/// <param name="ConceptState">What people decided of it.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="State">What people think of the relation.</param>
/// <param name="Evidence">Sentences that show it.</param>
public sealed record RelationResource(
    RelationKind Kind, RelationKind Inverse, string Concept, string Text, string Language, TermState ConceptState, double Confidence, RelationState State,
    IReadOnlyList<RelationEvidence> Evidence);

/// <summary>A relation to be made.</summary>
/// <param name="Kind">Reads from the concept to the other one.</param>
/// <param name="Concept">Id of the other concept.</param>
/// <param name="Confidence">0–1; 1 where it is missing.</param>
/// <param name="State">What people think of it; <c>Accepted</c> where it is missing.</param>
/// <param name="Evidence">At most five sentences that show it.</param>
public sealed record NewRelation(
    RelationKind Kind, string Concept, double? Confidence, RelationState? State, IReadOnlyList<RelationEvidence>? Evidence);

/// <summary>A change of a relation as JSON merge patch (RFC 7396).</summary>
/// <param name="Confidence">0–1.</param>
/// <param name="State">What people think of it.</param>
/// <param name="Evidence">At most five sentences that show it.</param>
public sealed record RelationPatch(double? Confidence, RelationState? State, IReadOnlyList<RelationEvidence>? Evidence);

/// <summary>A change that was made.</summary>
/// <param name="Change">Its number, for undoing it.</param>
public sealed record RelationChanged(long Change);
