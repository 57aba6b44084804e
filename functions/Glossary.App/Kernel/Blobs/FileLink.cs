namespace Glossary.App.Kernel.Blobs;

/// <summary>A link to a file.</summary>
/// <param name="Url">The address; a secret until it expires.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="FileName">The name to save it under.</param>
public sealed record FileLink(string Url, DateTimeOffset ExpiresAt, string MediaType, string FileName);
