using System.Runtime.CompilerServices;
using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Kernel.Search;

/// <summary>Reads what an index is made of: all concepts once, and then what changes by the numbers of the changes.</summary>
public sealed class ConceptFeed(RecordStores stores, ChangeLog log)
{
    private const int PageSize = 1_000;
    private const int ChangesAtOnce = 20;
    private const int ParallelReads = 16;

    /// <summary>Every concept that stands, page by page; the next page is read while one is worked on.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Concept>> AllAsync(string glossary, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = PageAsync(null);
        while (true)
        {
            var page = await next;
            var after = page.After;
            if (after is not null)
            {
                next = PageAsync(after);
            }

            yield return [.. page.Records.Select(Read).Where(concept => concept.Stands)];
            if (after is null)
            {
                yield break;
            }
        }

        Task<RecordPage> PageAsync(string? after) => stores.Terms.ListAsync(glossary, TermKeys.AllConcepts, PageSize, after, cancellationToken).AsTask();
    }

    /// <summary>What became of the concepts that the next few changes touched, or null where there are no newer ones.</summary>
    /// <remarks>A change and the number of the glossary are written together, so a change that the glossary counts is in the log.</remarks>
    /// <param name="glossary">Slug.</param>
    /// <param name="number">The newest change that is known.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="InvalidDataException">The next change is missing from the log, so that nobody can say what it touched.</exception>
    public async Task<ConceptChanges?> SinceAsync(string glossary, long number, CancellationToken cancellationToken)
    {
        var changes = await log.SinceAsync(glossary, number, ChangesAtOnce, cancellationToken);
        if (changes.Count == 0)
        {
            return null;
        }

        if (changes[0].Number != number + 1)
        {
            throw new InvalidDataException($"The log of “{glossary}” lacks the change {number + 1}.");
        }

        var ids = changes.SelectMany(change => change.ConceptIds).Distinct(StringComparer.Ordinal).ToArray();
        var found = new Concept?[ids.Length];
        await Parallel.ForAsync(
            0,
            ids.Length,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (i, token) => found[i] = await stores.Terms.FindAsync(glossary, TermKeys.Concept(ids[i]), token) is { } record ? Read(record) : null);
        return new ConceptChanges(
            [.. found.OfType<Concept>().Where(concept => concept.Stands)],
            [.. ids.Where((_, i) => found[i] is not { Stands: true })],
            changes[^1].Number);
    }

    private static Concept Read(StoredRecord record) => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Concept)!;
}

/// <summary>Concepts that changes touched, as they stand now.</summary>
/// <param name="Concepts">Those that stand.</param>
/// <param name="Removed">Ids of those that do not.</param>
/// <param name="Number">The newest of the changes.</param>
public sealed record ConceptChanges(IReadOnlyList<Concept> Concepts, IReadOnlyList<string> Removed, long Number);
