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
}

/// <summary>What a change did.</summary>
public enum ChangeKind
{
    /// <summary>A document's candidates were recorded.</summary>
    EvidenceRecorded,

    /// <summary>A document's evidence was taken back.</summary>
    EvidenceWithdrawn,
}
