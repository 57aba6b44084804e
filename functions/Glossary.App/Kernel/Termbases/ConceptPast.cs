using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Termbases;

/// <summary>
/// Concepts as people had decided them after a change of the past. Contents come from the log; figures and sentences are those of today, and
/// a candidate that nobody ever touched and that vanished with its documents is in no past.
/// </summary>
public sealed class ConceptPast(RecordStores stores, ChangeLog log)
{
    private const int PageSize = 500;
    private const int ParallelReads = 16;

    private static readonly KeyRange Histories = KeyRange.Prefix("h|");

    private readonly ConceptRecords concepts = new(stores.Terms);

    /// <summary>A page of the concepts that stood then, which may be empty although more follow.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="number">Number of the change.</param>
    /// <param name="after">Where the page before ended, or null.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="Http.ApiException">404 where there is no such change.</exception>
    public async Task<(IReadOnlyList<Concept> Concepts, string? After)> PageAsync(
        string glossary, long number, string? after, CancellationToken cancellationToken)
    {
        var at = (await log.GetAsync(glossary, number, cancellationToken)).At;
        // First what there is a record of, then what there is none of any more but a history.
        var isGone = after is not null && string.CompareOrdinal(after, Histories.From) >= 0;
        var page = await stores.Terms.ListAsync(glossary, isGone ? Histories : TermKeys.AllConcepts, PageSize, after, cancellationToken);
        var ids = isGone
            ? page.Records.Select(record => record.Key.Split('|')[1]).Distinct(StringComparer.Ordinal).Select(id => (Id: id, Concept: (Concept?)null)).ToList()
            : [.. page.Records.Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Concept)!).Select(concept => (concept.Id, (Concept?)concept))];
        var found = new Concept?[ids.Count];
        await Parallel.ForAsync(
            0, ids.Count, new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (i, token) => found[i] = await AsOfAsync(glossary, ids[i].Id, ids[i].Concept, number, at, token));
        var next = page.After ?? (isGone ? null : Histories.From);
        return ([.. found.OfType<Concept>().Where(concept => concept.Stands)], next);
    }

    private async Task<Concept?> AsOfAsync(
        string glossary, string id, Concept? today, long number, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var first = await OldestAsync(glossary, TermKeys.HistoryAfter(id, number), id, cancellationToken);
        if (today is null)
        {
            // A history may reach over two pages: the concept belongs to the one with its newest line.
            if (await stores.Terms.FindAsync(glossary, TermKeys.Concept(id), cancellationToken) is not null || first is null)
            {
                return null;
            }
        }

        var content = first is null ? ConceptContent.Of(today!) : first.Before;
        if (content is null)
        {
            return null;
        }

        // What a document brought has no entry for its beginning; what a person made may have come back later than it was made.
        if (today?.CreatedAt > at && (first is null || (await OldestAsync(glossary, TermKeys.AllHistory(id), id, cancellationToken))!.Before is not null))
        {
            return null;
        }

        var known = today ?? new Concept { Id = id, Terms = [], CreatedAt = at, UpdatedAt = at };
        return content.ApplyTo(known, await Task.WhenAll(content.Terms.Select(async term => term.ApplyTo(await HeldAsync(glossary, known, term, cancellationToken)))));
    }

    // The term with its figures, whichever concept has it today.
    private async Task<Term?> HeldAsync(string glossary, Concept known, TermContent term, CancellationToken cancellationToken) =>
        known.Departure is not { Kind: DepartureKind.Merged } && known.HolderOf(term.Language, term.Key) is { } own
            ? own
            : (await concepts.OfKeyAsync(glossary, term.Language, term.Key, cancellationToken))?.Concept.HolderOf(term.Language, term.Key);

    // The oldest edit of a part of a concept's history, or null for none: what it found is what stood before that part. The newest line is first.
    private async Task<ConceptEdit?> OldestAsync(string glossary, KeyRange lines, string id, CancellationToken cancellationToken)
    {
        long? oldest = null;
        string? after = null;
        do
        {
            var page = await stores.Terms.ListAsync(glossary, lines, 1_000, after, cancellationToken);
            oldest = page.Records.Count > 0 ? TermKeys.HistoryNumber(page.Records[^1].Key) : oldest;
            after = page.After;
        }
        while (after is not null);
        return oldest is { } change ? (await log.GetAsync(glossary, change, cancellationToken)).Edits.First(edit => edit.ConceptId == id) : null;
    }
}
