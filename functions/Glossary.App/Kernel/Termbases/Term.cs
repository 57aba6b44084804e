using System.Text.Json.Serialization;
using Glossary.Extraction.Candidates;

namespace Glossary.App.Kernel.Termbases;

/// <summary>A designation of a concept in one language (ISO 30042 <c>termSec</c>).</summary>
public sealed record Term
{
    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The term in its own casing.</summary>
    public required string Text { get; init; }

    /// <summary>Normalised lemma key of its first wording; with the language it is the term's identity and leads to the concept.</summary>
    public required string Key { get; init; }

    /// <summary>Keys of its later wordings, which lead to the concept as well.</summary>
    public IReadOnlyList<string> LaterKeys { get; init; } = [];

    /// <summary>The concept that the aliases of its keys name where it is another one: one that was merged into this.</summary>
    public string? Home { get; init; }

    /// <summary>All its keys.</summary>
    [JsonIgnore]
    public IEnumerable<string> Keys => LaterKeys.Prepend(Key);

    /// <summary>ISO 30042 part of speech: noun, adjective, verb, adverb, other.</summary>
    public required string PartOfSpeech { get; init; }

    /// <summary>Full form, abbreviation or symbol.</summary>
    public required CandidateType Type { get; init; }

    /// <summary>What people decided of it.</summary>
    public TermState State { get; init; }

    /// <summary>Rank of an approved term (ISO 30042 <c>administrativeStatus</c>).</summary>
    public TermStatus? Status { get; init; }

    /// <summary>Whether it must not be used, whatever its rank.</summary>
    public bool Forbidden { get; init; }

    /// <summary>The full form that documents give for an abbreviation.</summary>
    public string? FullForm { get; init; }

    /// <summary>The abbreviation that documents give for a full form.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>How it came here.</summary>
    public TermOrigin Origin { get; init; }

    /// <summary>Termhood in 0–1: the best of its documents.</summary>
    public double Score { get; init; }

    /// <summary>Addends of the log-odds of that score.</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];

    /// <summary>Spellings in the documents, most frequent first, at most 20.</summary>
    public IReadOnlyList<SurfaceForm> Forms { get; init; } = [];

    /// <summary>Occurrences in all documents.</summary>
    public int Frequency { get; init; }

    /// <summary>At most five best sentences.</summary>
    public IReadOnlyList<TermContext> Contexts { get; init; } = [];
}

/// <summary>Rank of an approved term among those of its concept and language.</summary>
public enum TermStatus
{
    /// <summary>The one to use.</summary>
    Preferred,

    /// <summary>May be used.</summary>
    Admitted,

    /// <summary>Not to be used.</summary>
    Deprecated,

    /// <summary>No longer in use.</summary>
    Superseded,
}

/// <summary>How a term came into the glossary.</summary>
public enum TermOrigin
{
    /// <summary>Found in a document.</summary>
    Extracted,

    /// <summary>Typed by a person.</summary>
    Typed,

    /// <summary>Read from a file.</summary>
    Imported,
}

/// <summary>A sentence of a document that shows a term in use.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Page">1-based page.</param>
/// <param name="Start">UTF-16 offset of the sentence into the page text.</param>
/// <param name="Text">The sentence.</param>
/// <param name="TermStart">UTF-16 offset of the term into <paramref name="Text"/>.</param>
/// <param name="TermLength">Length of the term.</param>
/// <param name="Place">Where it is for a person in a document without pages: heading and paragraph, sheet and cell.</param>
public sealed record TermContext(string DocumentId, int Page, int Start, string Text, int TermStart, int TermLength, string? Place = null);
