using Glossary.Search.Documents;

namespace Glossary.Search.Queries;

/// <summary>A part of what a person searches for.</summary>
internal abstract record QueryNode
{
    /// <summary>Words that must be in a concept, in any of their forms.</summary>
    /// <param name="Text">As it was typed.</param>
    /// <param name="Field">The field of words, or null for all of them.</param>
    /// <param name="Start">Where it stands in what was typed.</param>
    internal sealed record Words(string Text, string? Field, int Start) : QueryNode;

    /// <summary>Words in this order, just as they are typed.</summary>
    /// <param name="Text">Between the quotes.</param>
    /// <param name="Slop">How many other words may stand in between.</param>
    /// <param name="Field">The field of words, or null for all of them.</param>
    internal sealed record Phrase(string Text, int Slop, string? Field) : QueryNode;

    /// <summary>A word with <c>*</c> and <c>?</c>.</summary>
    /// <param name="Text">As it was typed.</param>
    /// <param name="Field">The field of words, or null for all of them.</param>
    internal sealed record Pattern(string Text, string? Field) : QueryNode;

    /// <summary>Words that are written much like a word.</summary>
    /// <param name="Text">The word.</param>
    /// <param name="Edits">Most edits, 1 or 2; null for what suits its length.</param>
    internal sealed record Fuzzy(string Text, int? Edits) : QueryNode;

    /// <summary>A property with one of some values.</summary>
    /// <param name="Facet">The property.</param>
    /// <param name="Values">The values.</param>
    internal sealed record Filter(ProfileFacet Facet, IReadOnlyList<string> Values) : QueryNode;

    /// <summary>A score between two bounds.</summary>
    /// <param name="Least">0–1.</param>
    /// <param name="Most">0–1.</param>
    internal sealed record Score(double Least, double Most) : QueryNode;

    /// <summary>All of these.</summary>
    /// <param name="Parts">Two or more.</param>
    internal sealed record And(IReadOnlyList<QueryNode> Parts) : QueryNode;

    /// <summary>Any of these.</summary>
    /// <param name="Parts">Two or more.</param>
    internal sealed record Or(IReadOnlyList<QueryNode> Parts) : QueryNode;

    /// <summary>Everything but this.</summary>
    /// <param name="Part">This.</param>
    internal sealed record Not(QueryNode Part) : QueryNode;
}
