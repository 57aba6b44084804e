using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.Extraction.Candidates;
using Glossary.Formats.Documents;

namespace Glossary.App.Features.Documents;

/// <summary>A document as the API shows it.</summary>
public sealed record DocumentResource
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Slug of its glossary.</summary>
    public required string Glossary { get; init; }

    /// <summary>File name to show.</summary>
    public required string FileName { get; init; }

    /// <summary>Name in the <c>uploads</c> container.</summary>
    public required string BlobName { get; init; }

    /// <summary>Media type found from the bytes.</summary>
    public string? MediaType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>1 for the first upload.</summary>
    public required int Revision { get; init; }

    /// <summary>Where it stands.</summary>
    public required DocumentState State { get; init; }

    /// <summary>True where pages could not be read or have no text.</summary>
    public required bool Partial { get; init; }

    /// <summary>True while it is being deleted.</summary>
    public required bool Deleting { get; init; }

    /// <summary>BCP 47 tag of its main language; <c>und</c> where it is not supported, so that statistics alone find its terms.</summary>
    public string? Language { get; init; }

    /// <summary>The language that a person set (<c>en</c> or <c>de</c>), or null where it is detected, block by block.</summary>
    public string? LanguageOverride { get; init; }

    /// <summary>Code of its type.</summary>
    public string? Type { get; init; }

    /// <summary>Its number where it was issued.</summary>
    public string? Number { get; init; }

    /// <summary>Where its original is.</summary>
    public string? Link { get; init; }

    /// <summary>Pages.</summary>
    public int? Pages { get; init; }

    /// <summary>What the extraction is doing.</summary>
    public DocumentProgress? Progress { get; init; }

    /// <summary>Why it failed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Figures of the extraction.</summary>
    public DocumentFigures? Counts { get; init; }

    /// <summary>What was repaired or lost in reading.</summary>
    public ReadReport? Report { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>Version of the extraction that read it.</summary>
    public string? EngineVersion { get; init; }

    /// <summary>Operation that works on it or did last.</summary>
    public string? OperationId { get; init; }

    /// <summary>Version for If-Match.</summary>
    public required string Etag { get; init; }

    /// <summary>The document as the API shows it.</summary>
    public static DocumentResource Of(StoredDocument stored)
    {
        var document = stored.Document;
        var reading = document.Reading?.Revision == document.Revision ? document.Reading : null;
        return new DocumentResource
        {
            Id = document.Id,
            Glossary = document.Glossary,
            FileName = document.FileName,
            BlobName = document.BlobName,
            MediaType = reading?.MediaType,
            Size = document.Size,
            Revision = document.Revision,
            State = document.State,
            Partial = reading is not null && reading.Report.FailedPages.Count + reading.Report.PagesWithoutText.Count > 0,
            Deleting = document.Deleting,
            Language = reading?.Language,
            LanguageOverride = document.LanguageOverride,
            Type = document.Type,
            Number = document.Number,
            Link = document.Link,
            Pages = reading?.Report.Pages ?? document.Progress?.Pages,
            Progress = document.Progress,
            Failure = document.Failure,
            Counts = reading is null ? null : new DocumentFigures(reading.Candidates, reading.Occurrences, reading.Tokens),
            Report = reading?.Report,
            ReceivedAt = document.ReceivedAt,
            ReadyAt = document.ReadyAt,
            EngineVersion = reading?.EngineVersion,
            OperationId = document.OperationId,
            Etag = EntityTag.Of(stored.ETag),
        };
    }
}

/// <summary>A change of a document as JSON merge patch (RFC 7396).</summary>
public sealed record DocumentPatch
{
    /// <summary><c>en</c> or <c>de</c> for the whole document; <c>auto</c> or null to have it detected, block by block.</summary>
    public string? LanguageOverride { get; init; }

    /// <summary>Code of its type, one of <c>document-types</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Its number where it was issued, at most 100 characters.</summary>
    public string? Number { get; init; }

    /// <summary>Where its original is: an address or a path, at most 1,000 characters.</summary>
    public string? Link { get; init; }
}

/// <summary>Figures of an extraction.</summary>
/// <param name="Candidates">Candidates found.</param>
/// <param name="Occurrences">Their occurrences.</param>
/// <param name="Tokens">Words analysed.</param>
public sealed record DocumentFigures(int Candidates, int Occurrences, int Tokens);

/// <summary>The text of a page.</summary>
/// <param name="Page">1-based page.</param>
/// <param name="Pages">Pages of the document.</param>
/// <param name="Text">The repaired text; every offset counts its UTF-16 units.</param>
/// <param name="Anchor">Where the page is in formats without pages.</param>
/// <param name="Segments">What it is made of.</param>
/// <param name="Words">Where its words stand, in ten-thousandths of the page from its top left corner.</param>
public sealed record PageResource(
    int Page, int Pages, string Text, string? Anchor, IReadOnlyList<SegmentResource> Segments, IReadOnlyList<WordBox> Words);

/// <summary>A part of a page's text.</summary>
/// <param name="Start">Offset.</param>
/// <param name="Length">Length.</param>
/// <param name="Kind">Its role.</param>
public sealed record SegmentResource(int Start, int Length, string Kind);

/// <summary>A term of a document, with its figures in it and its concept as it stands.</summary>
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
/// <param name="FrequencyInDocument">Occurrences in this document.</param>
/// <param name="Pages">Pages of this document with an occurrence.</param>
public sealed record DocumentTerm(
    string Id,
    string Text,
    string Language,
    CandidateType Type,
    string? FullForm,
    string? Abbreviation,
    Kernel.Termbases.TermState State,
    double Score,
    int Frequency,
    int Documents,
    string? Definition,
    int FrequencyInDocument,
    int Pages);
