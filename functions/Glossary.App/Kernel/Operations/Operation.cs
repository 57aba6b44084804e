using Glossary.App.Kernel.Documents;

namespace Glossary.App.Kernel.Operations;

/// <summary>
/// Work that goes on in the background. Its whole state is here, so that any host can go on with it after any stop: which step
/// comes next, from where, who works on it and until when.
/// </summary>
public sealed record Operation
{
    /// <summary>Schema number of this record's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>ULID, or an id derived from what is worked on.</summary>
    public required string Id { get; init; }

    /// <summary>Which workflow.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>Slug of the glossary.</summary>
    public required string Glossary { get; init; }

    /// <summary>Where it stands.</summary>
    public OperationState State { get; init; }

    /// <summary>Name of the next step; the workflow's first one is the empty string.</summary>
    public string Step { get; init; } = string.Empty;

    /// <summary>From where the next step goes on.</summary>
    public string? Cursor { get; init; }

    /// <summary>Failures of the next step in a row.</summary>
    public int Attempts { get; init; }

    /// <summary>0–100.</summary>
    public int Percent { get; init; }

    /// <summary>Figures of the work, by camel-case name.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>();

    /// <summary>What was asked for.</summary>
    public required OperationInput Input { get; init; }

    /// <summary>The file it made.</summary>
    public OperationFile? Result { get; init; }

    /// <summary>Why it failed.</summary>
    public Failure? Error { get; init; }

    /// <summary>True from the moment somebody asked to stop it.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>The host that works on it.</summary>
    public string? Owner { get; init; }

    /// <summary>UTC time until which that host alone may work on it.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the person, or <c>system</c>.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether it has ended, one way or another.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsFinished => State is OperationState.Succeeded or OperationState.Failed or OperationState.Cancelled;
}

/// <summary>Which workflow an operation is.</summary>
public enum OperationKind
{
    /// <summary>Reads a document and records its candidates.</summary>
    Extraction,

    /// <summary>Writes concepts to a file.</summary>
    Export,

    /// <summary>Removes a document with its evidence.</summary>
    DocumentDeletion,

    /// <summary>Decides, assigns or deletes all concepts that a filter admits, or named ones.</summary>
    BulkDecision,

    /// <summary>Takes a bulk decision back.</summary>
    BulkUndo,

    /// <summary>Copies a glossary to another term store.</summary>
    StoreMigration,

    /// <summary>Moves concepts to another glossary.</summary>
    ConceptMove,
}

/// <summary>Where an operation stands.</summary>
public enum OperationState
{
    /// <summary>Not begun.</summary>
    Queued,

    /// <summary>Begun.</summary>
    Running,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Given up; the error says why.</summary>
    Failed,

    /// <summary>Stopped by a person.</summary>
    Cancelled,
}

/// <summary>What was asked of an operation. Ids and choices only, never content.</summary>
public sealed record OperationInput
{
    /// <summary>The document worked on.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Its revision.</summary>
    public int? Revision { get; init; }

    /// <summary>Format of an export.</summary>
    public string? Format { get; init; }

    /// <summary>States of the concepts exported.</summary>
    public IReadOnlyList<Termbases.TermState>? States { get; init; }

    /// <summary>BCP 47 tag that an export is confined to, or that a person set for a document.</summary>
    public string? Language { get; init; }

    /// <summary>Concepts that a bulk decision is on.</summary>
    public Termbases.ConceptFilter? Filter { get; init; }

    /// <summary>What a bulk decision decides.</summary>
    public Termbases.Decision? Decision { get; init; }

    /// <summary>What a bulk edit does; null for a decision.</summary>
    public Termbases.BulkAction? Action { get; init; }

    /// <summary>The assignee or the subject field that a bulk edit sets; null to clear it.</summary>
    public string? Value { get; init; }

    /// <summary>The tags that a bulk edit gives or takes off.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The operation that is taken back.</summary>
    public string? OperationId { get; init; }

    /// <summary>Number of the change of the past after which concepts are exported; null for those of today.</summary>
    public long? ChangeNumber { get; init; }

    /// <summary>Ids of the concepts that are moved, or that a bulk edit is on instead of a filter.</summary>
    public IReadOnlyList<string>? ConceptIds { get; init; }

    /// <summary>Slug of the glossary that they are moved to.</summary>
    public string? ToGlossary { get; init; }

    /// <summary>The term store that a glossary is copied to.</summary>
    public Records.TermStoreService? To { get; init; }
}

/// <summary>A file that an operation made.</summary>
/// <param name="BlobName">Its name in the <c>exports</c> container.</param>
/// <param name="FileName">The name to save it under.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Size">Bytes.</param>
public sealed record OperationFile(string BlobName, string FileName, string MediaType, long Size);
