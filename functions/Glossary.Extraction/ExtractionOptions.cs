namespace Glossary.Extraction;

/// <summary>What a glossary's extraction profile asks for.</summary>
public sealed record ExtractionOptions
{
    /// <summary>The balanced profile.</summary>
    public static ExtractionOptions Default { get; } = new();

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
