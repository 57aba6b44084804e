namespace Glossary.App.Kernel.Termbases;

/// <summary>
/// Where a concept went that stands in no list any more. Its record stays: whatever leads to it is led on, a document that shows one of
/// its terms makes no twin of it, and an undo brings it back.
/// </summary>
/// <param name="Kind">What became of it.</param>
/// <param name="ConceptId">The concept that it was merged into; null where it was not.</param>
/// <param name="Glossary">Slug of the glossary that it was moved to, where it has the same id; null where it was not.</param>
public sealed record Departure(DepartureKind Kind, string? ConceptId = null, string? Glossary = null)
{
    /// <summary>Its terms belong to another concept from now on.</summary>
    public static Departure Into(string conceptId) => new(DepartureKind.Merged, conceptId);
}

/// <summary>What became of a concept that stands in no list any more.</summary>
public enum DepartureKind
{
    /// <summary>Another concept took its terms.</summary>
    Merged,

    /// <summary>It stands in another glossary.</summary>
    Moved,

    /// <summary>A person deleted it.</summary>
    Deleted,
}
