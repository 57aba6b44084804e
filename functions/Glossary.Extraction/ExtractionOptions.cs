namespace Glossary.Extraction;

/// <summary>What a glossary's extraction profile asks for.</summary>
public sealed record ExtractionOptions
{
    /// <summary>The balanced profile: the best compromise of what is missed and what is too much.</summary>
    public static ExtractionOptions Default { get; } = new();

    /// <summary>Little that is no term, at the price of terms missed.</summary>
    public static ExtractionOptions Precise { get; } = new() { MinimumScore = 0.5 };

    /// <summary>Few terms missed, at the price of much that is none.</summary>
    public static ExtractionOptions Exhaustive { get; } = new() { MinimumScore = 0.2 };

    /// <summary>The options of a profile by its name (<c>precise</c>, <c>balanced</c>, <c>exhaustive</c>), or null where there is no such profile.</summary>
    public static ExtractionOptions? OfProfile(string name) => name switch
    {
        "precise" => Precise,
        "balanced" => Default,
        "exhaustive" => Exhaustive,
        _ => null,
    };

    /// <summary>BCP 47 tag that overrides detection (<c>en</c> or <c>de</c>), or null to detect.</summary>
    public string? Language { get; init; }

    /// <summary>Candidates below this score (0–1) are left out.</summary>
    public double MinimumScore { get; init; } = 0.3;

    /// <summary>Candidates with fewer occurrences are left out.</summary>
    public int MinimumFrequency { get; init; } = 1;

    /// <summary>Longest candidate in words, 1–8.</summary>
    public int MaximumWords { get; init; } = 6;

    /// <summary>Terms never proposed, in any inflection.</summary>
    public IReadOnlyCollection<string> StopList { get; init; } = [];

    /// <summary>Terms always proposed when they occur.</summary>
    public IReadOnlyCollection<string> AllowList { get; init; } = [];
}
