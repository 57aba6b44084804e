namespace Glossary.App.Features.Uploads;

/// <summary>A wish to upload a file.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Size">Its bytes.</param>
public sealed record UploadWish(string FileName, long Size);

/// <summary>Where to put the file.</summary>
/// <param name="Url">Address for one PUT of the whole file; a secret.</param>
/// <param name="Method">Always <c>PUT</c>.</param>
/// <param name="Headers">Headers to send with it.</param>
/// <param name="BlobName">Name in the <c>uploads</c> container.</param>
/// <param name="DocumentId">The document that it will be.</param>
/// <param name="ExpiresAt">UTC time until which the PUT may begin.</param>
public sealed record UploadTicket(
    string Url, string Method, IReadOnlyDictionary<string, string> Headers, string BlobName, string DocumentId, DateTimeOffset ExpiresAt);

/// <summary>A blob that belongs to no glossary, as the list shows it.</summary>
/// <param name="BlobName">Its name in the <c>uploads</c> container.</param>
/// <param name="Size">Bytes.</param>
/// <param name="LastModified">UTC.</param>
/// <param name="Reason"><c>no-folder</c> or <c>unknown-glossary</c>.</param>
/// <param name="SuggestedGlossary">Name of a glossary that would suit it.</param>
public sealed record UnassignedBlob(string BlobName, long Size, DateTimeOffset LastModified, string Reason, string? SuggestedGlossary);

/// <summary>Where a blob shall go.</summary>
/// <param name="BlobName">Its name in the <c>uploads</c> container.</param>
/// <param name="Glossary">Name or slug of the glossary; created where there is none.</param>
public sealed record Assignment(string BlobName, string Glossary);

/// <summary>What became of an assignment.</summary>
/// <param name="Glossary">Slug of the glossary.</param>
/// <param name="DocumentId">The document.</param>
public sealed record Assigned(string Glossary, string DocumentId);
