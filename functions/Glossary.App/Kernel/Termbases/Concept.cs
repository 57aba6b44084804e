using System.Text.Json.Serialization;

namespace Glossary.App.Kernel.Termbases;

/// <summary>A unit of knowledge with the terms that designate it (ISO 704, ISO 30042 <c>conceptEntry</c>).</summary>
public sealed record Concept
{
    /// <summary>Schema number of this record's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>ULID.</summary>
    public required string Id { get; init; }

    /// <summary>What people decided of it.</summary>
    public TermState State { get; init; }

    /// <summary>Why it was rejected, where it is.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>Definitions, the first one shown first.</summary>
    public IReadOnlyList<Definition> Definitions { get; init; } = [];

    /// <summary>Subject field.</summary>
    public string? SubjectField { get; init; }

    /// <summary>Free note.</summary>
    public string? Note { get; init; }

    /// <summary>Values of the glossary's own fields by their names, as text; see <see cref="CustomField"/>.</summary>
    public IReadOnlyDictionary<string, string> CustomFields { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Id of the person who shall look after it.</summary>
    public string? Assignee { get; init; }

    /// <summary>Free words that it is found and grouped by, see <see cref="ConceptTags"/>; null for none.</summary>
    public IReadOnlyList<string>? Tags { get; init => field = value is { Count: > 0 } ? value : null; }

    /// <summary>Its terms; the first one names it.</summary>
    public required IReadOnlyList<Term> Terms { get; init; }

    /// <summary>Terms that people took out of it. Their keys still lead here, and their figures wait for an undo.</summary>
    public IReadOnlyList<Term> Former { get; init; } = [];

    /// <summary>How it is related to others.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];

    /// <summary>Where it went, or null while it stands in the lists.</summary>
    public Departure? Departure { get; init; }

    /// <summary>Documents that show one of its terms.</summary>
    public int Documents { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The person who changed it last, or null where nobody did: such a concept may vanish with its documents.</summary>
    public string? EditedBy { get; init; }

    /// <summary>Number of the change that made it as it is.</summary>
    public long ChangeNumber { get; init; }

    /// <summary>The term that names it in lists.</summary>
    [JsonIgnore]
    public Term Head => Terms[0];

    /// <summary>Its place in lists: the best score of its terms, 0–1.</summary>
    [JsonIgnore]
    public double Score => Terms.Max(term => term.Score);

    /// <summary>Whether the lists have it.</summary>
    [JsonIgnore]
    public bool Stands => Departure is null;

    /// <summary>Every language and key under which documents show one of its terms.</summary>
    [JsonIgnore]
    public IEnumerable<(string Language, string Key)> Keys => Terms.SelectMany(term => term.Keys.Select(key => (term.Language, key)));

    /// <summary>The term, present or former, that a key belongs to, or null.</summary>
    public Term? HolderOf(string language, string key) =>
        Terms.Concat(Former).FirstOrDefault(term => term.Language == language && term.Keys.Contains(key));
}

/// <summary>What people decided of a concept or a term.</summary>
public enum TermState
{
    /// <summary>Proposed, not decided.</summary>
    Candidate,

    /// <summary>Belongs to the glossary.</summary>
    Approved,

    /// <summary>Is none; stays rejected in every later document.</summary>
    Rejected,
}

/// <summary>A definition and where it is from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Source">Document, standard or person, or null.</param>
public sealed record Definition(string Text, string? Source);
