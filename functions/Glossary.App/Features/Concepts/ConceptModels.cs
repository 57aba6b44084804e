using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;

namespace Glossary.App.Features.Concepts;

/// <summary>A concept as the API shows it.</summary>
public sealed record ConceptResource
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Slug of its glossary.</summary>
    public required string Glossary { get; init; }

    /// <summary>What people decided.</summary>
    public required TermState State { get; init; }

    /// <summary>0–1.</summary>
    public required double Score { get; init; }

    /// <summary>Why it was rejected, by whom and when.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>Definitions.</summary>
    public required IReadOnlyList<Definition> Definitions { get; init; }

    /// <summary>Subject field.</summary>
    public string? SubjectField { get; init; }

    /// <summary>Free note.</summary>
    public string? Note { get; init; }

    /// <summary>Values of the glossary's own fields by name.</summary>
    public required IReadOnlyDictionary<string, string> CustomFields { get; init; }

    /// <summary>Id of the person who shall look after it.</summary>
    public string? Assignee { get; init; }

    /// <summary>Tags, in the order in which they were given.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Terms, the one that names the concept first.</summary>
    public required IReadOnlyList<TermResource> Terms { get; init; }

    /// <summary>What each document says; at most 1,000 of them.</summary>
    public required IReadOnlyList<DocumentEvidence> Evidence { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Number of the change that made it as it is.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>Its version, for <c>If-Match</c>.</summary>
    public required string Etag { get; init; }
}

/// <summary>A term as the API shows it.</summary>
public sealed record TermResource
{
    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The term.</summary>
    public required string Text { get; init; }

    /// <summary>Normalised lemma key.</summary>
    public required string Key { get; init; }

    /// <summary>ISO 30042 part of speech.</summary>
    public required string PartOfSpeech { get; init; }

    /// <summary>Full form, abbreviation or symbol.</summary>
    public required CandidateType Type { get; init; }

    /// <summary>What people decided.</summary>
    public required TermState State { get; init; }

    /// <summary>Rank of an approved term.</summary>
    public TermStatus? Status { get; init; }

    /// <summary>Whether it must not be used.</summary>
    public required bool Forbidden { get; init; }

    /// <summary>Full form of an abbreviation.</summary>
    public string? FullForm { get; init; }

    /// <summary>Abbreviation of a full form.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>How it came here.</summary>
    public required TermOrigin Origin { get; init; }

    /// <summary>0–1: the logistic of the sum of <see cref="Parts"/>.</summary>
    public required double Score { get; init; }

    /// <summary>Addends of the log-odds.</summary>
    public required IReadOnlyList<ScorePart> Parts { get; init; }

    /// <summary>Spellings with counts.</summary>
    public required IReadOnlyList<SurfaceForm> Forms { get; init; }

    /// <summary>Occurrences in all documents.</summary>
    public required int Frequency { get; init; }

    /// <summary>Best sentences.</summary>
    public required IReadOnlyList<ContextResource> Contexts { get; init; }
}

/// <summary>A sentence that shows a term.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="FileName">Its file name.</param>
/// <param name="Page">1-based page.</param>
/// <param name="Start">Offset of the sentence into the page text.</param>
/// <param name="Text">The sentence.</param>
/// <param name="TermStart">Offset of the term into the sentence.</param>
/// <param name="TermLength">Length of the term.</param>
/// <param name="Place">Where it is in a document without pages: heading and paragraph, sheet and cell.</param>
public sealed record ContextResource(
    string DocumentId, string FileName, int Page, int Start, string Text, int TermStart, int TermLength, string? Place);

/// <summary>What a document says of a concept.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="FileName">Its file name; its id where the document is gone.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Frequency">Occurrences.</param>
/// <param name="Pages">Pages with an occurrence.</param>
/// <param name="Score">Score in this document.</param>
public sealed record DocumentEvidence(string DocumentId, string FileName, int Revision, int Frequency, int Pages, double Score);
