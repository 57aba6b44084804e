using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Reads concepts and their lists. No call reads a whole glossary: a page ends at its limit or after a bounded number of rows.</summary>
public sealed class ConceptList(RecordStores stores)
{
    private const int MostRowsRead = 5_000;
    private const int RowsAtOnce = 1_000;
    private const int ParallelReads = 16;

    private readonly ConceptRecords records = new(stores.Terms);

    /// <summary>A concept that stands in the lists, or null.</summary>
    public async Task<StoredConcept?> FindAsync(string glossary, string id, CancellationToken cancellationToken) =>
        await records.FindAsync(glossary, id, cancellationToken) is { Concept.Stands: true } found ? found : null;

    /// <summary>The concept that an id leads to now, or null: the one that it was merged into, or itself. It may stand in another glossary.</summary>
    public Task<StoredConcept?> FollowAsync(string glossary, string id, CancellationToken cancellationToken) =>
        records.FollowAsync(glossary, id, cancellationToken);

    /// <summary>What the documents say of a concept, under each of its keys.</summary>
    public Task<IReadOnlyList<Evidence>> EvidenceAsync(string glossary, Concept concept, CancellationToken cancellationToken) =>
        records.EvidenceAsync(glossary, concept.Keys, cancellationToken);

    /// <summary>Concepts by descending score.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="top">Most rows wanted.</param>
    /// <param name="after">Where the page before ended, or null.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The rows, which may be fewer than wanted although more follow, and where to go on, or null at the end.</returns>
    public async Task<(IReadOnlyList<ConceptRow> Rows, string? After)> ListAsync(
        string glossary, ConceptFilter filter, int top, string? after, CancellationToken cancellationToken)
    {
        var rows = new List<ConceptRow>();
        var read = 0;
        // A position is the score-and-id part of a row's key, which orders the rows of all states alike.
        var position = after;
        while (rows.Count < top && read < MostRowsRead)
        {
            var (page, next) = await MergeAsync(glossary, filter.States, Math.Min(RowsAtOnce, top - rows.Count + 50), position, cancellationToken);
            foreach (var (key, row) in page)
            {
                position = key;
                read++;
                if (row.Score < filter.MinimumScore)
                {
                    return (rows, null);
                }

                if (filter.Admits(row))
                {
                    rows.Add(row);
                    if (rows.Count == top)
                    {
                        break;
                    }
                }
            }

            if (rows.Count < top && next is null)
            {
                return (rows, null);
            }

            position = rows.Count == top ? position : next;
        }

        return (rows, position);
    }

    /// <summary>Terms of one document by descending score in it, each with its concept as it stands now.</summary>
    public async Task<(IReadOnlyList<(DocumentTermRow Row, ConceptRow Concept)> Rows, string? After)> DocumentTermsAsync(
        string glossary, string document, ConceptFilter filter, int top, string? after, CancellationToken cancellationToken)
    {
        var rows = new List<(DocumentTermRow, ConceptRow)>();
        var position = after;
        var read = 0;
        do
        {
            var page = await stores.Terms.ListAsync(glossary, TermKeys.AllDocumentTerms(document), Math.Min(top, 200), position, cancellationToken);
            var found = new (DocumentTermRow, ConceptRow)?[page.Records.Count];
            await Parallel.ForAsync(
                0,
                page.Records.Count,
                new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
                async (i, token) => found[i] = await DocumentTermAsync(glossary, document, page.Records[i], token));
            position = page.After;
            for (var i = 0; i < found.Length; i++)
            {
                read++;
                if (found[i] is { } term && filter.Admits(term.Item2))
                {
                    rows.Add(term);
                    if (rows.Count == top)
                    {
                        return (rows, i + 1 < found.Length ? page.Records[i].Key : position);
                    }
                }
            }
        }
        while (position is not null && read < MostRowsRead);
        return (rows, position);
    }

    // A concept that the document shows under several keys stands where its best one does, with the figures of all.
    private async Task<(DocumentTermRow Row, ConceptRow Concept)?> DocumentTermAsync(
        string glossary, string document, StoredRecord record, CancellationToken cancellationToken)
    {
        var row = JsonSerializer.Deserialize(record.Body, StoreJson.Default.DocumentTermRow)!;
        var key = (row.Language, row.Key);
        var concept = (await records.FindAsync(glossary, row.ConceptId, cancellationToken))?.Concept;
        if (concept is not { Stands: true } || !concept.Keys.Contains(key))
        {
            concept = (await records.OfKeyAsync(glossary, row.Language, row.Key, cancellationToken))?.Concept;
        }

        if (concept is not { Stands: true } || !concept.Keys.Contains(key))
        {
            return null;
        }

        var keys = concept.Keys.ToList();
        if (keys.Count > 1)
        {
            var shares = await records.EvidenceAsync(glossary, document, keys, cancellationToken);
            if (shares.MaxBy(share => (share.Score, share.Key))?.Key != row.Key)
            {
                return null;
            }

            row = row with { Frequency = shares.Sum(share => share.Frequency), Pages = shares.Max(share => share.Pages) };
        }

        return (row with { ConceptId = concept.Id }, ConceptRow.Of(concept));
    }

    // The lists of the states, merged by score.
    private async Task<(IReadOnlyList<(string Key, ConceptRow Row)> Rows, string? Next)> MergeAsync(
        string glossary, IReadOnlyList<TermState> states, int limit, string? after, CancellationToken cancellationToken)
    {
        var merged = new List<(string Key, ConceptRow Row)>();
        string? horizon = null;
        foreach (var state in states)
        {
            var range = TermKeys.AllIndexRows(state);
            var page = await stores.Terms.ListAsync(glossary, range, limit, after is null ? null : range.From + after, cancellationToken);
            merged.AddRange(page.Records.Select(record =>
                (record.Key[range.From.Length..], JsonSerializer.Deserialize(record.Body, StoreJson.Default.ConceptRow)!)));

            // Where one list was cut, rows of the others beyond that point must wait for its next page.
            if (page.After is not null && page.Records.Count > 0)
            {
                var last = page.Records[^1].Key[range.From.Length..];
                horizon = horizon is null || string.CompareOrdinal(last, horizon) < 0 ? last : horizon;
            }
        }

        merged.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        if (horizon is not null)
        {
            merged.RemoveAll(row => string.CompareOrdinal(row.Key, horizon) > 0);
        }

        return (merged, horizon);
    }
}
