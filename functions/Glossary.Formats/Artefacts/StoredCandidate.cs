using System.Text.Json.Serialization;
using Glossary.Extraction.Candidates;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Artefacts;

/// <summary>A candidate as its file holds it: all but the occurrences, which are in the postings, and with its sentences as text.</summary>
public sealed record StoredCandidate
{
    /// <summary>Normalised lemma key.</summary>
    public required string Key { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The form to show.</summary>
    public required string Text { get; init; }

    /// <summary>Full form, abbreviation or symbol.</summary>
    public required CandidateType Type { get; init; }

    /// <summary>ISO 30042 part of speech.</summary>
    public required string PartOfSpeech { get; init; }

    /// <summary>Full form of an abbreviation.</summary>
    public string? FullForm { get; init; }

    /// <summary>Abbreviation of a full form.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>Termhood, 0–1.</summary>
    public required double Score { get; init; }

    /// <summary>Addends of the log-odds.</summary>
    public required IReadOnlyList<ScorePart> Parts { get; init; }

    /// <summary>Spellings with counts.</summary>
    public required IReadOnlyList<SurfaceForm> Forms { get; init; }

    /// <summary>Occurrences.</summary>
    public required int Frequency { get; init; }

    /// <summary>Pages with an occurrence.</summary>
    public required int Pages { get; init; }

    /// <summary>Best sentences.</summary>
    public required IReadOnlyList<StoredContext> Contexts { get; init; }

    /// <summary>The candidate of an analysis, with its sentences taken from the pages.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="page">Gives a page by its number.</param>
    public static StoredCandidate Of(TermCandidate candidate, Func<int, ReadPage> page) => new()
    {
        Key = candidate.Key,
        Language = candidate.Language,
        Text = candidate.Text,
        Type = candidate.Type,
        PartOfSpeech = candidate.PartOfSpeech,
        FullForm = candidate.FullForm,
        Abbreviation = candidate.Abbreviation,
        Score = candidate.Score,
        Parts = candidate.Parts,
        Forms = candidate.Forms,
        Frequency = candidate.Occurrences.Count,
        Pages = candidate.Occurrences.Select(occurrence => occurrence.Page).Distinct().Count(),
        Contexts = [.. candidate.Contexts.Select(context => new StoredContext(
            context.Page, context.Start, context.Length, context.TermStart, context.TermLength,
            page(context.Page).Content.Text.Substring(context.Start, context.Length), page(context.Page).PlaceOf(context.TermStart)))],
    };
}

/// <summary>A sentence that shows a candidate.</summary>
/// <param name="Page">1-based page.</param>
/// <param name="Start">UTF-16 offset of the sentence into the page text.</param>
/// <param name="Length">Its length.</param>
/// <param name="TermStart">UTF-16 offset of the term into the page text.</param>
/// <param name="TermLength">Its length.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Place">Where it is for a person in a document without pages.</param>
public sealed record StoredContext(int Page, int Start, int Length, int TermStart, int TermLength, string Text, string? Place = null);

/// <summary>How candidates are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredCandidate))]
internal sealed partial class StoredCandidateJson : JsonSerializerContext;
