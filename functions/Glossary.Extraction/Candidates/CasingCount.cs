namespace Glossary.Extraction.Candidates;

/// <summary>How a lemma is written in a document.</summary>
/// <param name="Lower">Occurrences that begin with a small letter.</param>
/// <param name="InnerCapitals">Occurrences with a capital where it is the word's own: inside a sentence, not in a heading.</param>
internal readonly record struct CasingCount(int Lower, int InnerCapitals)
{
    /// <summary>Whether its capital is its own: it has one inside sentences, and never goes without.</summary>
    public bool IsName => InnerCapitals > 0 && Lower == 0;

    /// <summary>One occurrence more.</summary>
    public CasingCount With(bool isCapital, bool isInner) =>
        isCapital ? this with { InnerCapitals = InnerCapitals + (isInner ? 1 : 0) } : this with { Lower = Lower + 1 };
}
