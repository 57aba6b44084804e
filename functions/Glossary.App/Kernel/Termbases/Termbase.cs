using System.Text.Json.Serialization;
using Glossary.Extraction;

namespace Glossary.App.Kernel.Termbases;

/// <summary>A glossary: what ISO 30042 calls a terminological data collection. One record at the head of its partition.</summary>
public sealed record Termbase
{
    /// <summary>Schema number of this record's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Short name in addresses and blob names, chosen once.</summary>
    public required string Slug { get; init; }

    /// <summary>Name to show.</summary>
    public required string Name { get; init; }

    /// <summary>BCP 47 tag of the documents' language, or <c>auto</c> to detect it per document.</summary>
    public string SourceLanguage { get; init; } = "auto";

    /// <summary>BCP 47 tags of the languages it is translated into.</summary>
    public IReadOnlyList<string> TargetLanguages { get; init; } = [];

    /// <summary>Subject field of all its concepts, if it has one.</summary>
    public string? SubjectField { get; init; }

    /// <summary>What extraction keeps.</summary>
    public ExtractionProfile Profile { get; init; } = new();

    /// <summary>Fields that its concepts have beside the ones that all have.</summary>
    public IReadOnlyList<CustomField> CustomFields { get; init; } = [];

    /// <summary>How many concepts there are per state.</summary>
    public ConceptCounts Counts { get; init; } = new();

    /// <summary>Number of the newest change; changes are numbered without a gap.</summary>
    public long ChangeNumber { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC time of the newest change.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>What extraction keeps for a glossary.</summary>
public sealed record ExtractionProfile
{
    /// <summary>The profile that each glossary has until a person chooses another.</summary>
    public const string Balanced = "balanced";

    /// <summary><c>precise</c>, <c>balanced</c> or <c>exhaustive</c>: which score a candidate needs.</summary>
    public string Name { get; init; } = Balanced;

    /// <summary>Candidates with fewer occurrences in a document are left out.</summary>
    public int MinimumFrequency { get; init; } = ExtractionOptions.Default.MinimumFrequency;

    /// <summary>Longest candidate in words.</summary>
    public int MaximumWords { get; init; } = ExtractionOptions.Default.MaximumWords;

    /// <summary>Terms never proposed.</summary>
    public IReadOnlyList<string> StopList { get; init; } = [];

    /// <summary>Terms always proposed.</summary>
    public IReadOnlyList<string> AllowList { get; init; } = [];

    /// <summary>The same as options of the extractor, for a language or for a detected one.</summary>
    public ExtractionOptions ToOptions(string? language) => (ExtractionOptions.OfProfile(Name) ?? ExtractionOptions.Default) with
    {
        Language = language,
        MinimumFrequency = MinimumFrequency,
        MaximumWords = MaximumWords,
        StopList = StopList,
        AllowList = AllowList,
    };
}

/// <summary>Concepts of a glossary per state.</summary>
public sealed record ConceptCounts
{
    /// <summary>Not decided yet.</summary>
    public int Candidates { get; init; }

    /// <summary>Approved.</summary>
    public int Approved { get; init; }

    /// <summary>Rejected.</summary>
    public int Rejected { get; init; }

    /// <summary>All of them.</summary>
    [JsonIgnore]
    public int Total => Candidates + Approved + Rejected;

    /// <summary>The counts after so many concepts of a state came or went.</summary>
    public ConceptCounts Add(TermState state, int count) => state switch
    {
        TermState.Candidate => this with { Candidates = Candidates + count },
        TermState.Approved => this with { Approved = Approved + count },
        _ => this with { Rejected = Rejected + count },
    };
}
