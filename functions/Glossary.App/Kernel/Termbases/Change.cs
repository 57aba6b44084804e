namespace Glossary.App.Kernel.Termbases;

/// <summary>An entry of a glossary's append-only log of changes.</summary>
public sealed record Change
{
    /// <summary>Schema number of this record's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Number in the glossary, from 1, without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>What was done.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: a principal's id, or the id of the operation.</summary>
    public required string By { get; init; }

    /// <summary>The document that was the cause, if one was.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The concepts that it touched.</summary>
    public required IReadOnlyList<string> ConceptIds { get; init; }

    /// <summary>What people changed, concept by concept; empty for what documents brought.</summary>
    public IReadOnlyList<ConceptEdit> Edits { get; init; } = [];

    /// <summary>Number of the change that it takes back, if it does.</summary>
    public long? Undoes { get; init; }

    /// <summary>The operation that it is a part of, if of one.</summary>
    public string? Batch { get; init; }
}

/// <summary>A concept before and after a change of a person.</summary>
/// <param name="ConceptId">The concept.</param>
/// <param name="Before">Its content before; null where the change made it.</param>
/// <param name="After">Its content after; null where the change removed it.</param>
public sealed record ConceptEdit(string ConceptId, ConceptContent? Before, ConceptContent? After);

/// <summary>What a change did.</summary>
public enum ChangeKind
{
    /// <summary>A document's candidates were recorded.</summary>
    EvidenceRecorded,

    /// <summary>A document's evidence was taken back.</summary>
    EvidenceWithdrawn,

    /// <summary>A person made a concept.</summary>
    Created,

    /// <summary>A person changed the content of a concept.</summary>
    Edited,

    /// <summary>A person approved, rejected or reopened concepts.</summary>
    Decided,

    /// <summary>A person took a change back.</summary>
    Undone,

    /// <summary>A person put the terms of concepts into another one.</summary>
    Merged,

    /// <summary>A person made terms of a concept a concept of their own.</summary>
    Split,

    /// <summary>A person deleted concepts.</summary>
    Deleted,

    /// <summary>A person related concepts, reviewed a relation or removed it.</summary>
    Related,

    /// <summary>A person moved a concept to another glossary.</summary>
    MovedOut,

    /// <summary>A person moved a concept here from another glossary.</summary>
    MovedIn,
}
