using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Glossary.App.Kernel.Documents;

/// <summary>Identity and place of documents: all of it follows from the blob's name, so that the same event twice finds the same document.</summary>
public static class DocumentIdentity
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>26 characters from SHA-256 of glossary and blob name (Crockford's base 32 in lower case).</summary>
    public static string Of(string glossary, string blobName)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{glossary}\n{blobName}"));
        return string.Create(26, hash, static (id, bytes) =>
        {
            for (var i = 0; i < id.Length; i++)
            {
                var bit = i * 5;
                var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                id[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        });
    }

    /// <summary>Id of the operation that extracts a revision; started twice, it is the same one.</summary>
    public static string ExtractionOf(string document, int revision) => string.Create(CultureInfo.InvariantCulture, $"x-{document}-{revision}");

    /// <summary>Folder of a revision's artefacts.</summary>
    public static string ArtefactFolder(string glossary, string document, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{glossary}/{document}/{revision}/");
}

/// <summary>A revision's artefacts.</summary>
public static class ArtefactNames
{
    /// <summary>Texts, sentences and word boxes of the pages.</summary>
    public const string Pages = "pages.bin";

    /// <summary>Occurrences by candidate.</summary>
    public const string Postings = "postings.bin";

    /// <summary>Candidates in ordinal order of their keys, one JSON object a line.</summary>
    public const string Candidates = "candidates.jsonl";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Pages, Postings, Candidates];
}
