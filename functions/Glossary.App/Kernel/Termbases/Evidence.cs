using Glossary.Extraction.Candidates;

namespace Glossary.App.Kernel.Termbases;

/// <summary>What one revision of one document says under one key. A term's figures are the sum over the evidence of its keys.</summary>
public sealed record Evidence
{
    /// <summary>Schema number of this record's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Its revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Language and key under which the postings list the occurrences.</summary>
    public required string Language { get; init; }

    /// <summary>See <see cref="Language"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Occurrences in the document.</summary>
    public required int Frequency { get; init; }

    /// <summary>Pages with an occurrence.</summary>
    public required int Pages { get; init; }

    /// <summary>Score in the document.</summary>
    public required double Score { get; init; }

    /// <summary>Addends of its log-odds.</summary>
    public required IReadOnlyList<ScorePart> Parts { get; init; }

    /// <summary>Spellings in the document.</summary>
    public required IReadOnlyList<SurfaceForm> Forms { get; init; }

    /// <summary>Best sentences of the document.</summary>
    public required IReadOnlyList<TermContext> Contexts { get; init; }

    /// <summary>Places that a person pointed at; where there are any, they stand for the postings.</summary>
    public IReadOnlyList<Occurrence> Spans { get; init; } = [];
}

/// <summary>Row of the list of a document's terms by score.</summary>
/// <param name="ConceptId">The concept that the key led to when the row was written: where to look first.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Key">The key.</param>
/// <param name="Revision">Revision of the document.</param>
/// <param name="Frequency">Occurrences in the document.</param>
/// <param name="Pages">Pages with an occurrence.</param>
public sealed record DocumentTermRow(string ConceptId, string Language, string Key, int Revision, int Frequency, int Pages);

/// <summary>Row of the list of concepts by state and score: all that a list shows, so that no concept is read for it.</summary>
/// <param name="Id">The concept.</param>
/// <param name="Text">Its head term.</param>
/// <param name="Language">Language of the head term.</param>
/// <param name="Type">Type of the head term.</param>
/// <param name="FullForm">Full form of an abbreviation.</param>
/// <param name="Abbreviation">Abbreviation of a full form.</param>
/// <param name="State">What people decided.</param>
/// <param name="Score">0–1.</param>
/// <param name="Frequency">Occurrences in all documents.</param>
/// <param name="Documents">Documents that show it.</param>
/// <param name="Definition">First definition.</param>
/// <param name="Rejection">Why it was rejected, by whom and when.</param>
/// <param name="Tags">Its tags; null for none.</param>
public sealed record ConceptRow(
    string Id,
    string Text,
    string Language,
    CandidateType Type,
    string? FullForm,
    string? Abbreviation,
    TermState State,
    double Score,
    int Frequency,
    int Documents,
    string? Definition,
    Rejection? Rejection = null,
    IReadOnlyList<string>? Tags = null)
{
    /// <summary>The row of a concept.</summary>
    public static ConceptRow Of(Concept concept)
    {
        var head = concept.Head;
        return new ConceptRow(
            concept.Id, head.Text, head.Language, head.Type, head.FullForm, head.Abbreviation, concept.State, concept.Score,
            concept.Terms.Sum(term => term.Frequency), concept.Documents, concept.Definitions.Count > 0 ? concept.Definitions[0].Text : null,
            concept.Rejection, concept.Tags);
    }
}

/// <summary>Where a language and key lead: every key a concept ever had stays as an alias, so that no edit makes a twin.</summary>
/// <param name="ConceptId">The concept.</param>
public sealed record Alias(string ConceptId);
