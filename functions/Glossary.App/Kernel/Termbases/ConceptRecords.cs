using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Reads concepts of a store as they are recorded, those that went elsewhere included.</summary>
internal sealed class ConceptRecords(IRecordStore terms)
{
    private const int ParallelReads = 16;

    /// <summary>A concept, or null where there is no record of it.</summary>
    public async Task<StoredConcept?> FindAsync(string glossary, string id, CancellationToken cancellationToken) =>
        await terms.FindAsync(glossary, TermKeys.Concept(id), cancellationToken) is { } record
            ? new StoredConcept(JsonSerializer.Deserialize(record.Body, StoreJson.Default.Concept)!, record.ETag)
            : null;

    /// <summary>Concepts in the order of their ids, each null where there is no record of it.</summary>
    public async Task<IReadOnlyList<StoredConcept?>> FindAsync(string glossary, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new StoredConcept?[ids.Count];
        await Parallel.ForAsync(
            0, ids.Count, new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (i, token) => found[i] = await FindAsync(glossary, ids[i], token));
        return found;
    }

    /// <summary>A concept that stands in the lists.</summary>
    /// <exception cref="ApiException">404; 409 where it was merged into another one, which is named.</exception>
    public async Task<StoredConcept> StandingAsync(string glossary, string id, CancellationToken cancellationToken)
    {
        var found = await FindAsync(glossary, id, cancellationToken) ?? throw ApiException.NotFound("such concept");
        return found.Concept.Departure switch
        {
            null => found,
            { Kind: DepartureKind.Merged } => throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.ConceptMerged, "This concept was merged into another one. Change that one.",
                new Dictionary<string, string[]> { ["concept"] = [(await FollowAsync(glossary, id, cancellationToken))!.Concept.Id] }),
            _ => throw ApiException.NotFound("such concept in this glossary any more"),
        };
    }

    /// <summary>The concept that an id leads to: the one it was merged into, however often, or itself. Null where there is none.</summary>
    public async Task<StoredConcept?> FollowAsync(string glossary, string id, CancellationToken cancellationToken)
    {
        // Nothing is merged into a concept that was merged away itself, so the way ends.
        var found = await FindAsync(glossary, id, cancellationToken);
        while (found?.Concept.Departure is { Kind: DepartureKind.Merged, ConceptId: { } next })
        {
            found = await FindAsync(glossary, next, cancellationToken);
        }

        return found;
    }

    /// <summary>Where the way from an id ends once a change is made.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="id">Where it begins.</param>
    /// <param name="changes">What the change makes of a concept, or null for one that it is not on.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<string> EndOfAsync(string glossary, string id, Func<string, Shaping?> changes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var departure = changes(id) is { } shaping
                ? shaping.After?.Departure
                : (await FindAsync(glossary, id, cancellationToken))?.Concept.Departure;
            if (departure is not { Kind: DepartureKind.Merged, ConceptId: { } next })
            {
                return id;
            }

            id = next;
        }
    }

    /// <summary>The concept that a key leads to, or null where it leads to none.</summary>
    public async Task<StoredConcept?> OfKeyAsync(string glossary, string language, string key, CancellationToken cancellationToken) =>
        await terms.FindAsync(glossary, TermKeys.Alias(language, key), cancellationToken) is { } record
            ? await FollowAsync(glossary, JsonSerializer.Deserialize(record.Body, StoreJson.Default.Alias)!.ConceptId, cancellationToken)
            : null;

    /// <summary>What all documents say under a key.</summary>
    public async Task<IReadOnlyList<Evidence>> EvidenceAsync(string glossary, string language, string key, CancellationToken cancellationToken)
    {
        var all = new List<Evidence>();
        string? after = null;
        do
        {
            var page = await terms.ListAsync(glossary, TermKeys.AllEvidence(language, key), 1_000, after, cancellationToken);
            all.AddRange(page.Records.Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Evidence)!));
            after = page.After;
        }
        while (after is not null);
        return all;
    }

    /// <summary>What all documents say under several keys.</summary>
    public async Task<IReadOnlyList<Evidence>> EvidenceAsync(
        string glossary, IEnumerable<(string Language, string Key)> keys, CancellationToken cancellationToken)
    {
        var all = new List<Evidence>();
        foreach (var (language, key) in keys)
        {
            all.AddRange(await EvidenceAsync(glossary, language, key, cancellationToken));
        }

        return all;
    }

    /// <summary>What one document says under several keys.</summary>
    public async Task<IReadOnlyList<Evidence>> EvidenceAsync(
        string glossary, string document, IEnumerable<(string Language, string Key)> keys, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(keys.Select(async each =>
            await terms.FindAsync(glossary, TermKeys.Evidence(each.Language, each.Key, document), cancellationToken)));
        return [.. found.OfType<StoredRecord>().Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Evidence)!)];
    }
}

/// <summary>A concept with the version it was read in.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="ETag">Its version in the store.</param>
public sealed record StoredConcept(Concept Concept, string ETag);
