using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Glossary.Formats.Artefacts;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Finds the concepts that a batch of candidates belongs to, by alias alone.</summary>
internal sealed class ConceptResolver(IRecordStore terms)
{
    private const int ParallelReads = 16;

    private readonly ConceptRecords concepts = new(terms);

    // Reading the aliases between two keys in one go beats single reads until a glossary is this many times the batch.
    private const int RangeFactor = 20;

    /// <summary>Concepts of those candidates that have one, with the document's share so far; the others are new.</summary>
    public async Task<IReadOnlyDictionary<(string Language, string Key), KnownConcept>> ResolveAsync(
        Termbase termbase, string document, IReadOnlyList<StoredCandidate> chunk, CancellationToken cancellationToken)
    {
        var glossary = termbase.Slug;
        var total = termbase.Counts.Total;
        var known = new Dictionary<(string, string), KnownConcept>();
        if (termbase.ChangeNumber == 0)
        {
            return known;
        }

        var aliases = total <= (long)chunk.Count * RangeFactor
            ? await AliasesByRangeAsync(glossary, chunk, cancellationToken)
            : await AliasesOneByOneAsync(glossary, chunk, cancellationToken);
        var gate = new Lock();
        await Parallel.ForEachAsync(
            chunk,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (candidate, token) =>
            {
                if (!aliases.TryGetValue(TermKeys.Alias(candidate.Language, candidate.Key), out var id)
                    || await concepts.FollowAsync(glossary, id, token) is not { } concept)
                {
                    return;
                }

                var evidence = await terms.FindAsync(glossary, TermKeys.Evidence(candidate.Language, candidate.Key, document), token);
                lock (gate)
                {
                    known[(candidate.Language, candidate.Key)] = new KnownConcept(
                        concept.Concept, concept.ETag, evidence is null ? null : JsonSerializer.Deserialize(evidence.Body, StoreJson.Default.Evidence));
                }
            });
        return known;
    }

    private async Task<Dictionary<string, string>> AliasesByRangeAsync(
        string glossary, IReadOnlyList<StoredCandidate> chunk, CancellationToken cancellationToken)
    {
        var keys = chunk.Select(candidate => TermKeys.Alias(candidate.Language, candidate.Key)).Order(StringComparer.Ordinal).ToList();
        var range = new KeyRange(keys[0], keys[^1] + "\u0001");
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var page = await terms.ListAsync(glossary, range, 1_000, after, cancellationToken);
            foreach (var record in page.Records.Where(record => wanted.Contains(record.Key)))
            {
                aliases[record.Key] = JsonSerializer.Deserialize(record.Body, StoreJson.Default.Alias)!.ConceptId;
            }

            after = page.After;
        }
        while (after is not null);
        return aliases;
    }

    private async Task<Dictionary<string, string>> AliasesOneByOneAsync(
        string glossary, IReadOnlyList<StoredCandidate> chunk, CancellationToken cancellationToken)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        var gate = new Lock();
        await Parallel.ForEachAsync(
            chunk.Select(candidate => TermKeys.Alias(candidate.Language, candidate.Key)),
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (key, token) =>
            {
                if (await terms.FindAsync(glossary, key, token) is { } record)
                {
                    lock (gate)
                    {
                        aliases[key] = JsonSerializer.Deserialize(record.Body, StoreJson.Default.Alias)!.ConceptId;
                    }
                }
            });
        return aliases;
    }
}

/// <summary>A concept as read, with what a document said so far under the key that led to it.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Evidence">The document's share, or null.</param>
internal sealed record KnownConcept(Concept Concept, string ETag, Evidence? Evidence);
