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

    /// <summary>A concept with its version, or null.</summary>
    public async Task<(Concept Concept, string ETag)?> FindAsync(string glossary, string id, CancellationToken cancellationToken) =>
        await stores.Terms.FindAsync(glossary, TermKeys.Concept(id), cancellationToken) is { } record
            ? (JsonSerializer.Deserialize(record.Body, StoreJson.Default.Concept)!, record.ETag)
            : null;

    /// <summary>What the documents say of a concept; at most 1,000 of them.</summary>
    public async Task<IReadOnlyList<Evidence>> EvidenceAsync(string glossary, string conceptId, CancellationToken cancellationToken)
    {
        var page = await stores.Terms.ListAsync(glossary, TermKeys.AllEvidence(conceptId), RowsAtOnce, null, cancellationToken);
        return [.. page.Records.Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Evidence)!)];
    }

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
            var found = new ConceptRow?[page.Records.Count];
            await Parallel.ForAsync(
                0,
                page.Records.Count,
                new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
                async (i, token) => found[i] = await FindAsync(glossary, TermKeys.LastPart(page.Records[i].Key), token) is { } concept
                    ? ConceptRow.Of(concept.Concept)
                    : null);
            position = page.After;
            for (var i = 0; i < found.Length; i++)
            {
                read++;
                if (found[i] is { } concept && filter.Admits(concept))
                {
                    rows.Add((JsonSerializer.Deserialize(page.Records[i].Body, StoreJson.Default.DocumentTermRow)!, concept));
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
