using Glossary.Formats.Documents;

namespace Glossary.App.Kernel.Documents;

/// <summary>A document of a glossary. Its id follows from glossary and blob name; a new ETag of the blob is a new revision of it.</summary>
public sealed record Document
{
    /// <summary>Schema number of this record's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>See <see cref="DocumentIdentity"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Slug of its glossary.</summary>
    public required string Glossary { get; init; }

    /// <summary>Name in the <c>uploads</c> container, folder included.</summary>
    public required string BlobName { get; init; }

    /// <summary>File name to show: the last part of the blob name without control characters.</summary>
    public required string FileName { get; init; }

    /// <summary>Version of the blob that this revision was made of.</summary>
    public required string BlobETag { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>1 for the first upload, one more for each later one and each reprocessing.</summary>
    public required int Revision { get; init; }

    /// <summary>Where it stands.</summary>
    public DocumentState State { get; init; }

    /// <summary>What the extraction is doing, while it runs.</summary>
    public DocumentProgress? Progress { get; init; }

    /// <summary>Why it failed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What reading found; of the newest revision that was read.</summary>
    public DocumentReading? Reading { get; init; }

    /// <summary>The revision whose terms are stored, or null before the first success.</summary>
    public int? StoredRevision { get; init; }

    /// <summary>BCP 47 tag of the language that a person set (<c>en</c> or <c>de</c>), or null where it is detected, block by block.</summary>
    public string? LanguageOverride { get; init; }

    /// <summary>Code of its type, or null where nobody said.</summary>
    public string? Type { get; init; }

    /// <summary>Its number where it was issued, or null.</summary>
    public string? Number { get; init; }

    /// <summary>Where its original is, or null.</summary>
    public string? Link { get; init; }

    /// <summary>True from the moment a person asked for its deletion.</summary>
    public bool Deleting { get; init; }

    /// <summary>Operation that works on it or did last.</summary>
    public string? OperationId { get; init; }

    /// <summary>UTC time of the newest revision.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>UTC time at which its terms were ready.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>The next revision of the document, to be extracted.</summary>
    /// <param name="blobETag">Version of the blob.</param>
    /// <param name="size">Bytes of the blob.</param>
    /// <param name="at">UTC.</param>
    public Document NextRevision(string blobETag, long size, DateTimeOffset at) => this with
    {
        BlobETag = blobETag,
        Size = size,
        Revision = Revision + 1,
        State = DocumentState.Received,
        Progress = null,
        Failure = null,
        ReceivedAt = at,
        OperationId = DocumentIdentity.ExtractionOf(Id, Revision + 1),
    };
}

/// <summary>Where a document stands.</summary>
public enum DocumentState
{
    /// <summary>Seen, not begun.</summary>
    Received,

    /// <summary>Being read, analysed or stored.</summary>
    Extracting,

    /// <summary>Its terms are in the glossary.</summary>
    Ready,

    /// <summary>It can't be read; the failure says why. The blob stays.</summary>
    Failed,
}

/// <summary>What an extraction is doing.</summary>
/// <param name="Stage"><c>checking</c>, <c>reading</c>, <c>analysing</c> or <c>storing</c>.</param>
/// <param name="Page">Page it is at, where pages count.</param>
/// <param name="Pages">Pages there are, once known.</param>
/// <param name="Percent">0–100 of the whole extraction.</param>
public sealed record DocumentProgress(string Stage, int? Page, int? Pages, int Percent);

/// <summary>Why something failed.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Message">A sentence for a person.</param>
public sealed record Failure(string Code, string Message);

/// <summary>What reading a revision found.</summary>
public sealed record DocumentReading
{
    /// <summary>The revision that was read.</summary>
    public required int Revision { get; init; }

    /// <summary>Media type found from the bytes.</summary>
    public required string MediaType { get; init; }

    /// <summary>SHA-256 of the bytes in lower-case hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>BCP 47 tag of its main language.</summary>
    public required string Language { get; init; }

    /// <summary>Word tokens analysed.</summary>
    public required int Tokens { get; init; }

    /// <summary>Candidates found.</summary>
    public required int Candidates { get; init; }

    /// <summary>Their occurrences.</summary>
    public required int Occurrences { get; init; }

    /// <summary>What was repaired or lost.</summary>
    public required ReadReport Report { get; init; }

    /// <summary>Version of the extraction that read it.</summary>
    public required string EngineVersion { get; init; }
}
