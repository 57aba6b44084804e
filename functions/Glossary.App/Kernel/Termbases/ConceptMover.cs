using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Records;
using Glossary.Extraction;

namespace Glossary.App.Kernel.Termbases;

/// <summary>
/// Moves concepts between glossaries under their ids. A glossary is a partition, so a move is two changes: the concept leaves first, so that
/// no edit gets lost between them, and each half may be done again.
/// </summary>
public sealed class ConceptMover(RecordStores stores, TimeProvider clock)
{
    private readonly ConceptRecords concepts = new(stores.Terms);
    private readonly ConceptShaper shaper = new(stores.Terms, clock);
    private readonly AliasBook aliases = new(stores.Terms);

    /// <summary>Moves a concept with what people decided of it. What documents say stays with their glossary, for the day that it comes back.</summary>
    /// <param name="from">Slug of its glossary.</param>
    /// <param name="id">The concept.</param>
    /// <param name="to">Slug of the other glossary.</param>
    /// <param name="unchangedIn">The operation whose move it takes back: a concept that was changed since stays. Null for a move of its own.</param>
    /// <param name="by">Who moves it.</param>
    /// <param name="batch">Id of the operation.</param>
    /// <param name="cancellationToken">Stops between the halves; done again, the second one is made good.</param>
    public async Task<MoveOutcome> MoveAsync(
        string from, string id, string to, string? unchangedIn, string by, string batch, CancellationToken cancellationToken)
    {
        if (await concepts.FindAsync(from, id, cancellationToken) is not { } found)
        {
            return MoveOutcome.Passed;
        }

        if (found.Concept.Stands)
        {
            if (unchangedIn is not null && !await ArrivedByAsync(from, found.Concept, unchangedIn, cancellationToken))
            {
                return MoveOutcome.Passed;
            }

            if (await IsTakenAsync(to, found.Concept, cancellationToken))
            {
                return MoveOutcome.Clashed;
            }

            if (!await DepartAsync(from, id, new Departure(DepartureKind.Moved, null, to), by, batch, cancellationToken))
            {
                return MoveOutcome.Passed;
            }
        }
        else if (found.Concept.Departure is not { Kind: DepartureKind.Moved } departure || departure.Glossary != to)
        {
            return MoveOutcome.Passed;
        }

        try
        {
            await ArriveAsync(from, id, to, by, batch, cancellationToken);
            return MoveOutcome.Moved;
        }
        catch (ApiException clash) when (clash.Code == ProblemCodes.TermExists)
        {
            // Somebody took a wording between the look and the leap.
            await DepartAsync(from, id, null, by, batch, cancellationToken);
            return MoveOutcome.Clashed;
        }
    }

    private async Task<bool> ArrivedByAsync(string glossary, Concept concept, string operation, CancellationToken cancellationToken)
    {
        var log = new ChangeLog(stores);
        var (history, _) = await log.OfConceptAsync(glossary, concept.Id, 1, null, cancellationToken);
        return history is [{ Kind: ChangeKind.MovedIn } newest] && newest.Batch == operation;
    }

    private async Task<bool> IsTakenAsync(string glossary, Concept concept, CancellationToken cancellationToken)
    {
        foreach (var (language, key) in Keys(ConceptContent.Of(concept)))
        {
            if (await concepts.OfKeyAsync(glossary, language, key, cancellationToken) is { } holder && holder.Concept.Id != concept.Id)
            {
                return true;
            }
        }

        return false;
    }

    // Leaves for another glossary, or with null comes back from a move that failed. False where it is gone or was merged meanwhile.
    private Task<bool> DepartAsync(string glossary, string id, Departure? departure, string by, string batch, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(stores.Terms, glossary, async () =>
        {
            var transaction = await TermTransaction.BeginAsync(stores.Terms, glossary, cancellationToken);
            if (await concepts.FindAsync(glossary, id, cancellationToken) is not { } found || found.Concept.Stands == (departure is null))
            {
                return false;
            }

            await shaper.ShapeAsync(
                transaction, [new Shaping(id, found, ConceptContent.Of(found.Concept) with { Departure = departure })], by, cancellationToken);
            await transaction.CommitAsync(
                stores.Terms, departure is null ? ChangeKind.MovedIn : ChangeKind.MovedOut, by, null, clock.GetUtcNow(), cancellationToken, batch: batch);
            return true;
        }, cancellationToken);

    private Task<bool> ArriveAsync(string from, string id, string to, string by, string batch, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(stores.Terms, to, async () =>
        {
            var left = (await concepts.FindAsync(from, id, cancellationToken))!.Concept;
            var transaction = await TermTransaction.BeginAsync(stores.Terms, to, cancellationToken);
            var found = await concepts.FindAsync(to, id, cancellationToken);
            if (found is { Concept.Stands: true })
            {
                return false;
            }

            // Relations are between concepts of one glossary: they wait there.
            var content = ConceptContent.Of(left) with { Departure = null, Relations = found?.Concept.Relations ?? [] };
            var wordings = new List<Wording>();
            foreach (var term in content.Terms)
            {
                foreach (var key in KeysOf(term))
                {
                    if (await aliases.ClaimAsync(transaction, to, id, term, key, cancellationToken) && key != term.Key)
                    {
                        wordings.Add(new Wording(term.Language, term.Key, key));
                    }
                }
            }

            await shaper.ShapeAsync(transaction, [new Shaping(id, found, content) { Wordings = wordings }], by, cancellationToken);
            await transaction.CommitAsync(stores.Terms, ChangeKind.MovedIn, by, null, clock.GetUtcNow(), cancellationToken, batch: batch);
            return true;
        }, cancellationToken);

    private static IEnumerable<(string Language, string Key)> Keys(ConceptContent content) =>
        content.Terms.SelectMany(term => KeysOf(term).Select(key => (term.Language, key)));

    private static IEnumerable<string> KeysOf(TermContent term) =>
        new[] { term.Key, TermExtractor.KeyOf(term.Text, term.Language) }.Distinct(StringComparer.Ordinal);
}

/// <summary>What became of a concept that should move.</summary>
public enum MoveOutcome
{
    /// <summary>It stands in the other glossary.</summary>
    Moved,

    /// <summary>The other glossary has one of its terms in another concept.</summary>
    Clashed,

    /// <summary>It is gone, was merged, moved elsewhere or changed meanwhile.</summary>
    Passed,
}
