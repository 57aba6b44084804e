namespace Glossary.App.Kernel.Termbases;

/// <summary>Which concepts a list holds.</summary>
public sealed record ConceptFilter
{
    /// <summary>Every concept.</summary>
    public static ConceptFilter All { get; } = new();

    /// <summary>States wanted.</summary>
    public IReadOnlyList<TermState> States { get; init; } = [TermState.Candidate, TermState.Approved, TermState.Rejected];

    /// <summary>BCP 47 tag, or null for any.</summary>
    public string? Language { get; init; }

    /// <summary>Least score, 0–1.</summary>
    public double MinimumScore { get; init; }

    /// <summary>Greatest score, 0–1.</summary>
    public double MaximumScore { get; init; } = 1;

    /// <summary>Only terms of this document; null for any.</summary>
    public string? Document { get; init; }

    /// <summary>Text that the term, its full form or its abbreviation contains, whatever its case; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>Tags, whatever their case, of which a concept has one; null for any.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Whether a row belongs to the list; the score is checked by the reader, which stops at it.</summary>
    public bool Admits(ConceptRow row) =>
        States.Contains(row.State)
        && (Language is null || row.Language == Language)
        && row.Score >= MinimumScore && row.Score <= MaximumScore
        && (Tags is null || row.Tags?.Any(tag => Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)) is true)
        && (Text is null || Contains(row.Text) || Contains(row.FullForm) || Contains(row.Abbreviation));

    private bool Contains(string? text) => text?.Contains(Text!, StringComparison.OrdinalIgnoreCase) is true;
}
