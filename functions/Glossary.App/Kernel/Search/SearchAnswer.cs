using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Kernel.Search;

/// <summary>What was found.</summary>
/// <param name="Hits">A page of concepts, the best first; equal ones in the order of the alphabet.</param>
/// <param name="After">Where to go on, or null at the end.</param>
/// <param name="Total">How many concepts there are in all.</param>
/// <param name="Facets">How many there are per value; the filter on a facet itself is not counted in it.</param>
/// <param name="DidYouMean">The text as it may have been meant, where nothing was found as it was written.</param>
public sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Hits, string? After, int Total, IReadOnlyList<SearchFacet> Facets, string? DidYouMean);

/// <summary>A concept that was found.</summary>
/// <param name="Concept">What a list shows of it.</param>
/// <param name="Snippets">Where the words stand in it, the terms first.</param>
public sealed record SearchHit(ConceptRow Concept, IReadOnlyList<Snippet> Snippets);

/// <summary>A passage of a concept with the words that were searched for.</summary>
/// <param name="Field"><c>term</c>, <c>definition</c>, <c>note</c>, <c>subject</c> or <c>custom</c>.</param>
/// <param name="Language">BCP 47 tag of a term; null for the other fields.</param>
/// <param name="Text">The passage as it is written.</param>
/// <param name="Start">UTF-16 offset of the passage into the whole text.</param>
/// <param name="Matches">The words, by their places in the passage.</param>
public sealed record Snippet(string Field, string? Language, string Text, int Start, IReadOnlyList<TextSpan> Matches);

/// <summary>A part of a text.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="Length">UTF-16 units.</param>
public readonly record struct TextSpan(int Start, int Length);

/// <summary>How many of the concepts found have each value of a property.</summary>
/// <param name="Name"><c>state</c>, <c>language</c>, <c>subject</c>, <c>type</c>, <c>partOfSpeech</c>, <c>assignee</c>, <c>tag</c> or <c>origin</c>.</param>
/// <param name="Values">The most frequent first, at most 50.</param>
public sealed record SearchFacet(string Name, IReadOnlyList<FacetValue> Values);

/// <summary>A value of a facet.</summary>
/// <param name="Value">As the filter takes it.</param>
/// <param name="Count">Concepts.</param>
public sealed record FacetValue(string Value, int Count);

/// <summary>A term that goes on as a text begins.</summary>
/// <param name="Text">The term.</param>
/// <param name="Language">Its language.</param>
/// <param name="ConceptId">Its concept.</param>
public sealed record Completion(string Text, string Language, string ConceptId);
