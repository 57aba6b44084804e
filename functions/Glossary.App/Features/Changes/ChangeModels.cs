using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Features.Changes;

/// <summary>A change of a glossary.</summary>
public sealed record ChangeResource
{
    /// <summary>Number in the glossary.</summary>
    public required long Number { get; init; }

    /// <summary>What was done.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: a person, or an operation.</summary>
    public required string By { get; init; }

    /// <summary>The document that was the cause.</summary>
    public string? DocumentId { get; init; }

    /// <summary>How many concepts it touched.</summary>
    public required int Concepts { get; init; }

    /// <summary>What people changed, concept by concept.</summary>
    public required IReadOnlyList<ConceptEdit> Edits { get; init; }

    /// <summary>The change that it takes back.</summary>
    public long? Undoes { get; init; }

    /// <summary>The operation that it is a part of.</summary>
    public string? Operation { get; init; }

    /// <summary>The change as callers see it.</summary>
    public static ChangeResource Of(Change change) => new()
    {
        Number = change.Number,
        Kind = change.Kind,
        At = change.At,
        By = change.By,
        DocumentId = change.DocumentId,
        Concepts = change.ConceptIds.Count,
        Edits = change.Edits,
        Undoes = change.Undoes,
        Operation = change.Batch,
    };
}
