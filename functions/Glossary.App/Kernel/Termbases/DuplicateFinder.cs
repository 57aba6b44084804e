using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Termbases;

/// <summary>
/// Proposes concepts that may be one. It walks through the concepts by score and asks for the keys that other spellings of their terms would
/// have, so that the work of a page does not grow with the glossary.
/// </summary>
public sealed class DuplicateFinder(RecordStores stores, ConceptList list)
{
    private const int ConceptsAtOnce = 50;
    private const int MostConcepts = 300;
    private const int ParallelReads = 16;

    private static readonly ConceptFilter Undecided = new() { States = [TermState.Candidate, TermState.Approved] };

    private readonly ConceptRecords concepts = new(stores.Terms);

    /// <summary>A page of proposals, which may be fewer than wanted, or none, although more follow. Each pair comes once.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="top">How many are enough; the last concept that is looked at may add some.</param>
    /// <param name="after">Where the page before ended, or null.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<(IReadOnlyList<Duplicate> Duplicates, string? After)> FindAsync(
        string glossary, int top, string? after, CancellationToken cancellationToken)
    {
        var found = new List<Duplicate>();
        var position = after;
        for (var read = 0; read < MostConcepts && found.Count < top; read += ConceptsAtOnce)
        {
            (var rows, position) = await list.ListAsync(glossary, Undecided, Math.Min(ConceptsAtOnce, top), position, cancellationToken);
            var each = new IReadOnlyList<Duplicate>[rows.Count];
            await Parallel.ForAsync(
                0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
                async (i, token) => each[i] = await OfConceptAsync(glossary, rows[i].Id, token));
            found.AddRange(each.SelectMany(duplicates => duplicates));
            if (position is null)
            {
                break;
            }
        }

        return (found, position);
    }

    private async Task<IReadOnlyList<Duplicate>> OfConceptAsync(string glossary, string id, CancellationToken cancellationToken)
    {
        if (await list.FindAsync(glossary, id, cancellationToken) is not { Concept: var concept })
        {
            return [];
        }

        var found = new Dictionary<string, Duplicate>(StringComparer.Ordinal);
        foreach (var term in concept.Terms)
        {
            foreach (var (key, reason) in TermVariants.Of(term))
            {
                if ((await concepts.OfKeyAsync(glossary, term.Language, key, cancellationToken))?.Concept is { Stands: true, State: not TermState.Rejected } other
                    && other.Id != id
                    && other.HolderOf(term.Language, key) is { } twin
                    && (string.CompareOrdinal(id, other.Id) < 0 || !Proposes(other, concept)))
                {
                    found.TryAdd(other.Id, new Duplicate(Side(concept, term), Side(other, twin), reason, Confidence(reason)));
                }
            }
        }

        return [.. found.Values];
    }

    // Whether the other one proposes this one as well: then the pair is that of the smaller id.
    private static bool Proposes(Concept other, Concept concept) =>
        other.Terms.Any(term => TermVariants.Of(term).Any(variant => concept.Keys.Contains((term.Language, variant.Key))));

    private static DuplicateSide Side(Concept concept, Term term) => new(concept.Id, term.Text, term.Language, concept.State, term.Frequency);

    private static double Confidence(DuplicateReason reason) => reason switch
    {
        DuplicateReason.Hyphenation => 0.95,
        DuplicateReason.Abbreviation => 0.9,
        DuplicateReason.Spelling => 0.85,
        _ => 0.8,
    };
}

/// <summary>Two concepts that may be one.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Reason">What their terms have in common.</param>
/// <param name="Confidence">0–1; by the reason alone.</param>
public sealed record Duplicate(DuplicateSide First, DuplicateSide Second, DuplicateReason Reason, double Confidence);

/// <summary>One of two concepts that may be one.</summary>
/// <param name="Id">The concept.</param>
/// <param name="Text">The term that is like one of the other.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="State">What people decided of the concept.</param>
/// <param name="Frequency">Occurrences of the term.</param>
public sealed record DuplicateSide(string Id, string Text, string Language, TermState State, int Frequency);

/// <summary>What the terms of two concepts have in common.</summary>
public enum DuplicateReason
{
    /// <summary>They differ by hyphens and spaces.</summary>
    Hyphenation,

    /// <summary>Documents give the one as the full form or the abbreviation of the other.</summary>
    Abbreviation,

    /// <summary>They differ by capitals, accents, umlauts or British and American endings.</summary>
    Spelling,

    /// <summary>The one may be the plural of the other.</summary>
    Plural,
}
