using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Http;
using Glossary.Extraction.Candidates;
using Glossary.Formats.Artefacts;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Documents;

/// <summary>
/// Reads pages and occurrences of documents from their artefacts, by range: never a whole document for one page. What was read lately
/// is kept, which is safe because the artefacts of a revision are never changed.
/// </summary>
public sealed class DocumentTexts(IBlobStore blobs)
{
    private const int MostPagesKept = 400;
    private const int MostIndexesKept = 64;

    private readonly ConcurrentDictionary<(string Artefact, int Page), ArchivedPage?> pages = new();
    private readonly ConcurrentDictionary<string, PageArchiveReader> archives = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PostingsReader> postings = new(StringComparer.Ordinal);

    /// <summary>A page of the revision whose terms are stored; 409 before the first success, 404 where it has no such page.</summary>
    public async Task<ArchivedPage> PageAsync(Document document, int number, CancellationToken cancellationToken) =>
        await FindPageAsync(document, number, cancellationToken) ?? throw ApiException.NotFound("such page with text in this document");

    /// <summary>A page of the revision whose terms are stored, or null where it has no such page; 409 before the first success.</summary>
    public async Task<ArchivedPage?> FindPageAsync(Document document, int number, CancellationToken cancellationToken)
    {
        var artefact = Artefact(document, ArtefactNames.Pages);
        if (pages.TryGetValue((artefact, number), out var known))
        {
            return known;
        }

        var archive = await ArchiveAsync(artefact, cancellationToken);
        return Keep(pages, (artefact, number), await archive.FindAsync(number, cancellationToken), MostPagesKept);
    }

    /// <summary>The pages from a number on of the revision whose terms are stored, in their order; 409 before the first success.</summary>
    public async IAsyncEnumerable<ArchivedPage> PagesAsync(Document document, int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var archive = await ArchiveAsync(Artefact(document, ArtefactNames.Pages), cancellationToken);
        await foreach (var page in archive.PagesAsync(from, cancellationToken))
        {
            yield return page;
        }
    }

    /// <summary>Occurrences of a candidate in the revision whose terms are stored, in reading order; empty where it has none.</summary>
    public async Task<IReadOnlyList<Occurrence>> OccurrencesAsync(
        Document document, string language, string key, CancellationToken cancellationToken)
    {
        var artefact = Artefact(document, ArtefactNames.Postings);
        if (!postings.TryGetValue(artefact, out var reader))
        {
            reader = Keep(postings, artefact, await PostingsReader.OpenAsync(Source(artefact), cancellationToken), MostIndexesKept);
        }

        return await reader.FindAsync(language, key, cancellationToken);
    }

    private async Task<PageArchiveReader> ArchiveAsync(string artefact, CancellationToken cancellationToken) =>
        archives.TryGetValue(artefact, out var known)
            ? known
            : Keep(archives, artefact, await PageArchiveReader.OpenAsync(Source(artefact), cancellationToken), MostIndexesKept);

    private static TValue Keep<TKey, TValue>(ConcurrentDictionary<TKey, TValue> kept, TKey key, TValue value, int most)
        where TKey : notnull
    {
        // Begun anew when full: what is wanted again is soon there again.
        if (kept.Count >= most)
        {
            kept.Clear();
        }

        return kept[key] = value;
    }

    private static string Artefact(Document document, string name) => document.StoredRevision is { } revision
        ? DocumentIdentity.ArtefactFolder(document.Glossary, document.Id, revision) + name
        : throw new ApiException(
            StatusCodes.Status409Conflict, ProblemCodes.NotReady, "The document has not been read yet, or could not be read. Look at its state.");

    private RangeSource Source(string artefact) => async (offset, length, cancellationToken) =>
    {
        try
        {
            return await blobs.ReadRangeAsync(BlobContainer.Artefacts, artefact, offset, length, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            // A newer revision took its place between the look at the document and this read.
            throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.NotReady, "The document has just been read again or deleted. Try again in a moment.");
        }
    };
}
