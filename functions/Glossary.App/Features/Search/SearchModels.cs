using Glossary.App.Kernel.Search;

namespace Glossary.App.Features.Search;

/// <summary>A page of concepts that were found.</summary>
/// <param name="Value">The page, the best first.</param>
/// <param name="NextLink">Address of the next page relative to the site, or null at the end.</param>
/// <param name="Count">How many there are in all; null while the index is being made.</param>
/// <param name="Facets">How many of them have each value of a property, without the filter on that property.</param>
/// <param name="DidYouMean">The text as it may have been meant, where nothing was found.</param>
/// <param name="Index">What the answer rests on.</param>
public sealed record SearchPage(
    IReadOnlyList<SearchHit> Value, string? NextLink, int? Count, IReadOnlyList<SearchFacet> Facets, string? DidYouMean, IndexStatus Index);

/// <summary>Terms that go on as a text begins.</summary>
/// <param name="Value">The best first.</param>
/// <param name="Index">What the answer rests on.</param>
public sealed record CompletionList(IReadOnlyList<Completion> Value, IndexStatus Index);

/// <summary>The index that an answer rests on.</summary>
/// <param name="State">Whether it is there; while it is being made, the answer is empty.</param>
/// <param name="Percent">How far the making is.</param>
/// <param name="ChangeNumber">Number of the newest change that the answer takes account of.</param>
/// <param name="IsCurrent">Whether that was the newest one when the request came.</param>
public sealed record IndexStatus(IndexState State, int Percent, long? ChangeNumber, bool IsCurrent);

/// <summary>Whether an index is there.</summary>
public enum IndexState
{
    /// <summary>It is being made; ask again.</summary>
    Building,

    /// <summary>It is there.</summary>
    Ready,
}
