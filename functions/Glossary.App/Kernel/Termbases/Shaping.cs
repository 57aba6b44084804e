namespace Glossary.App.Kernel.Termbases;

/// <summary>What shall become of a concept in one change.</summary>
/// <param name="Id">The concept.</param>
/// <param name="Found">The concept as it is, or null for a new one.</param>
/// <param name="After">Its content as it shall be; null where it shall be gone.</param>
internal sealed record Shaping(string Id, StoredConcept? Found, ConceptContent? After)
{
    /// <summary>Keys that its terms get by new wordings.</summary>
    public IReadOnlyList<Wording> Wordings { get; init; } = [];

    /// <summary>Whether it holds its terms afterwards: one that is merged away only remembers them.</summary>
    public bool IsTaking => After is { Departure: not { Kind: DepartureKind.Merged } };

    /// <summary>Whether it holds its terms before.</summary>
    public bool IsGiving => Found is { Concept.Departure: not { Kind: DepartureKind.Merged } };
}
