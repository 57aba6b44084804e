using System.Text.Json.Serialization;

namespace Glossary.Formats.Terms;

/// <summary>A concept as term formats hold it (ISO 30042 <c>conceptEntry</c>): the model between the store and every writer and reader.</summary>
public sealed record ConceptEntry
{
    /// <summary>Id of the concept.</summary>
    public required string Id { get; init; }

    /// <summary><c>candidate</c>, <c>approved</c> or <c>rejected</c>.</summary>
    public required string State { get; init; }

    /// <summary>Subject field.</summary>
    public string? SubjectField { get; init; }

    /// <summary>Definitions, the first one first.</summary>
    public IReadOnlyList<EntryDefinition> Definitions { get; init; } = [];

    /// <summary>Free note.</summary>
    public string? Note { get; init; }

    /// <summary>Tags, in their order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Terms, the one that names the concept first.</summary>
    public required IReadOnlyList<EntryTerm> Terms { get; init; }

    /// <summary>Every place in the documents; only in a package of everything.</summary>
    public IReadOnlyList<EntryOccurrence>? Occurrences { get; init; }
}

/// <summary>A definition with its source.</summary>
/// <param name="Text">The text.</param>
/// <param name="Source">Where it is from.</param>
public sealed record EntryDefinition(string Text, string? Source);

/// <summary>A term of a concept (ISO 30042 <c>termSec</c>).</summary>
public sealed record EntryTerm
{
    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The term.</summary>
    public required string Text { get; init; }

    /// <summary><c>fullForm</c>, <c>abbreviation</c> or <c>symbol</c>.</summary>
    public required string Type { get; init; }

    /// <summary>ISO 30042 part of speech.</summary>
    public required string PartOfSpeech { get; init; }

    /// <summary><c>candidate</c>, <c>approved</c> or <c>rejected</c>.</summary>
    public required string State { get; init; }

    /// <summary><c>preferred</c>, <c>admitted</c>, <c>deprecated</c> or <c>superseded</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it must not be used.</summary>
    public bool Forbidden { get; init; }

    /// <summary>Full form of an abbreviation.</summary>
    public string? FullForm { get; init; }

    /// <summary>Abbreviation of a full form.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>Termhood, 0–1.</summary>
    public double Score { get; init; }

    /// <summary>Occurrences in all documents.</summary>
    public int Frequency { get; init; }

    /// <summary>Documents that show the concept.</summary>
    public int Documents { get; init; }

    /// <summary>Spellings in the documents.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>Sentences that show the term.</summary>
    public IReadOnlyList<EntryContext> Contexts { get; init; } = [];
}

/// <summary>A sentence that shows a term.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Document">File name of its document.</param>
/// <param name="Page">1-based page.</param>
/// <param name="Place">Heading and paragraph, or sheet and cell, in a document without pages.</param>
public sealed record EntryContext(string Text, string Document, int Page, string? Place = null);

/// <summary>A place in a document.</summary>
/// <param name="Document">File name.</param>
/// <param name="Page">1-based page.</param>
/// <param name="Place">Heading and paragraph, or sheet and cell, in a document without pages.</param>
/// <param name="Start">UTF-16 offset into the page text.</param>
/// <param name="Left">What stands before it.</param>
/// <param name="Text">The term as it stands there.</param>
/// <param name="Right">What stands behind it.</param>
public sealed record EntryOccurrence(string Document, int Page, string? Place, int Start, string Left, string Text, string Right);

/// <summary>How entries are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConceptEntry))]
public sealed partial class ConceptEntryJson : JsonSerializerContext;
