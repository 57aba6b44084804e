using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Termbases;

/// <summary>
/// Writes concepts with the contents that people give them. A term keeps its figures and its keys in whichever of the concepts it stands
/// afterwards, and the aliases of its keys lead there. What documents say is never rewritten for it.
/// </summary>
internal sealed class ConceptShaper(IRecordStore terms, TimeProvider clock)
{
    private const int HistoryPage = 100;

    private readonly ConceptRecords concepts = new(terms);
    private readonly HierarchyGuard hierarchy = new(terms);

    /// <summary>Adds to a transaction what gives concepts their contents.</summary>
    /// <param name="transaction">Receives the writes.</param>
    /// <param name="shapings">The concepts, each once; terms move among these alone.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="ApiException">409 where documents show a concept that shall be gone or another one leads to it, the change is too large for one transaction, or a concept would stand above itself.</exception>
    public async Task ShapeAsync(TermTransaction transaction, IReadOnlyList<Shaping> shapings, string by, CancellationToken cancellationToken)
    {
        await hierarchy.CheckAsync(transaction.Termbase.Slug, shapings, cancellationToken);
        var ends = await EndsAsync(transaction.Termbase.Slug, shapings, cancellationToken);
        var placement = new TermPlacement(shapings, ends);
        foreach (var shaping in shapings)
        {
            if (shaping.After is null)
            {
                await RemoveAsync(transaction, shaping.Found!, placement.FormerIn(shaping.Id), cancellationToken);
            }
            else
            {
                await WriteAsync(transaction, shaping, placement, ends, by, cancellationToken);
            }
        }

        if (shapings.Any(shaping => shaping.After?.Relations.Count > Relation.MostOfConcept))
        {
            throw Conflict($"A concept has at most {Relation.MostOfConcept} relations. Remove some first.");
        }

        if (!transaction.Fits(0))
        {
            throw Conflict("These concepts have too many terms to be changed at once. Take fewer of them.");
        }
    }

    private async Task WriteAsync(
        TermTransaction transaction, Shaping shaping, TermPlacement placement, IReadOnlyDictionary<string, string> ends, string by,
        CancellationToken cancellationToken)
    {
        var before = shaping.Found?.Concept;
        var now = clock.GetUtcNow();
        var present = Lead(transaction, shaping, placement.PresentIn(shaping.Id), ends);
        var after = shaping.After!.ApplyTo(before ?? new Concept { Id = shaping.Id, Terms = [], CreatedAt = now, UpdatedAt = now }, present) with
        {
            Former = Lead(transaction, shaping, placement.FormerIn(shaping.Id), ends),
            EditedBy = by,
            UpdatedAt = now,
            ChangeNumber = transaction.Number,
        };
        after = await ApartAsync(transaction.Termbase.Slug, after, cancellationToken);
        after = await CountedAsync(transaction.Termbase.Slug, before, after, cancellationToken);
        var body = JsonSerializer.Serialize(after, StoreJson.Default.Concept);
        transaction.Add(shaping.Found is { } found
            ? RecordWrite.Replace(TermKeys.Concept(shaping.Id), body, found.ETag)
            : RecordWrite.Insert(TermKeys.Concept(shaping.Id), body));
        transaction.Index(before, after);
        transaction.Edit(shaping.Id, before is null ? null : ConceptContent.Of(before), shaping.After);
    }

    private async Task<IReadOnlyDictionary<string, string>> EndsAsync(
        string glossary, IReadOnlyList<Shaping> shapings, CancellationToken cancellationToken)
    {
        var homes = shapings.Where(shaping => shaping.IsGiving)
            .SelectMany(shaping => shaping.Found!.Concept.Terms.Concat(shaping.Found.Concept.Former).Select(term => term.Home ?? shaping.Id))
            .Distinct(StringComparer.Ordinal);
        var ends = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var home in homes)
        {
            ends[home] = await concepts.EndOfAsync(glossary, home, id => shapings.FirstOrDefault(shaping => shaping.Id == id), cancellationToken);
        }

        return ends;
    }

    // Aliases are written only where the way from the concept that they name does not lead here anyhow.
    private static List<Term> Lead(
        TermTransaction transaction, Shaping shaping, IReadOnlyList<Term> placed, IReadOnlyDictionary<string, string> ends)
    {
        var led = new List<Term>(placed.Count);
        foreach (var term in placed)
        {
            var home = term.Home == shaping.Id ? null : term.Home;
            if (home is not null && ends[home] != shaping.Id)
            {
                home = null;
                foreach (var key in term.Keys)
                {
                    transaction.Lead(TermKeys.Alias(term.Language, key), shaping.Id);
                }
            }

            var wordings = shaping.Wordings.Where(wording => wording.Language == term.Language && wording.Term == term.Key);
            led.Add(term with { Home = home, LaterKeys = [.. term.LaterKeys, .. wordings.Select(wording => wording.Key)] });
        }

        return led;
    }

    // What was a wording of one term may be a term of its own by now: it takes its key, where that leads, and what documents say under it.
    private async Task<Concept> ApartAsync(string glossary, Concept concept, CancellationToken cancellationToken)
    {
        var firsts = concept.Terms.Concat(concept.Former).Select(term => (term.Language, term.Key)).ToHashSet();
        var taken = concept.Terms.Concat(concept.Former)
            .SelectMany(term => term.LaterKeys.Select(key => (Name: (term.Language, key), term.Home)))
            .Where(wording => firsts.Contains(wording.Name))
            .ToDictionary(wording => wording.Name, wording => wording.Home);
        return taken.Count == 0 ? concept : concept with
        {
            Terms = await Task.WhenAll(concept.Terms.Select(AnewAsync)),
            Former = await Task.WhenAll(concept.Former.Select(AnewAsync)),
        };

        async Task<Term> AnewAsync(Term term)
        {
            var isTaker = taken.TryGetValue((term.Language, term.Key), out var home);
            var next = term with
            {
                Home = isTaker ? home : term.Home,
                LaterKeys = [.. term.LaterKeys.Where(key => !taken.ContainsKey((term.Language, key)))],
            };
            return next.LaterKeys.Count == term.LaterKeys.Count && !isTaker
                ? term
                : EvidenceFold.Anew(next, await concepts.EvidenceAsync(glossary, next.Keys.Select(key => (next.Language, key)), cancellationToken));
        }
    }

    // A document counts once, under however many keys it shows the concept: other keys mean another count.
    private async Task<Concept> CountedAsync(string glossary, Concept? before, Concept after, CancellationToken cancellationToken)
    {
        if (after.Departure is { Kind: DepartureKind.Merged })
        {
            return after with { Documents = 0 };
        }

        var shown = Shown(after);
        if (before is { Departure: not { Kind: DepartureKind.Merged } } && shown.SetEquals(Shown(before)))
        {
            return after;
        }

        var evidence = await concepts.EvidenceAsync(glossary, shown, cancellationToken);
        return after with { Documents = evidence.Select(share => share.DocumentId).Distinct(StringComparer.Ordinal).Count() };
    }

    private static HashSet<(string Language, string Key)> Shown(Concept concept) =>
        [.. concept.Terms.Where(term => term.Frequency > 0).SelectMany(term => term.Keys.Select(key => (term.Language, key)))];

    // What a person made by mistake goes without a trace in the lists; the log keeps it.
    private async Task RemoveAsync(
        TermTransaction transaction, StoredConcept found, IReadOnlyList<Term> left, CancellationToken cancellationToken)
    {
        var concept = found.Concept;
        var keys = left.SelectMany(term => term.Keys.Select(key => (term.Language, Key: key))).ToList();
        var evidence = await concepts.EvidenceAsync(transaction.Termbase.Slug, keys, cancellationToken);
        if (evidence.Any(share => share.Spans.Count == 0))
        {
            throw Conflict("Documents show this term meanwhile. Reject it instead.");
        }

        if (await IsMergedIntoAsync(transaction.Termbase.Slug, concept.Id, cancellationToken))
        {
            throw Conflict("Another concept was merged into this one since, and its id leads here. Take that merge back first.");
        }

        transaction.Add(RecordWrite.Delete(TermKeys.Concept(concept.Id), found.ETag));
        transaction.Index(concept, null);
        transaction.Edit(concept.Id, ConceptContent.Of(concept), null);
        foreach (var (language, key) in keys)
        {
            transaction.Add(RecordWrite.Delete(TermKeys.Alias(language, key)));
        }

        foreach (var share in evidence)
        {
            transaction.RemoveEvidence(share);
        }
    }

    // Who was merged into a concept stands in the changes of that concept; whether it still is, with itself.
    private async Task<bool> IsMergedIntoAsync(string glossary, string id, CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await terms.ListAsync(glossary, TermKeys.AllHistory(id), HistoryPage, after, cancellationToken);
            foreach (var line in page.Records)
            {
                var record = await terms.FindAsync(glossary, TermKeys.Change(TermKeys.HistoryNumber(line.Key)), cancellationToken);
                var change = JsonSerializer.Deserialize(record!.Body, StoreJson.Default.Change)!;
                var merged = change.Edits.Where(edit => IsInto(edit.After?.Departure)).Select(edit => edit.ConceptId).ToList();
                if ((await concepts.FindAsync(glossary, merged, cancellationToken)).Any(found => IsInto(found?.Concept.Departure)))
                {
                    return true;
                }
            }

            after = page.After;
        }
        while (after is not null);
        return false;

        bool IsInto(Departure? departure) => departure is { Kind: DepartureKind.Merged } && departure.ConceptId == id;
    }

    private static ApiException Conflict(string message) => new(StatusCodes.Status409Conflict, ProblemCodes.Conflict, message);
}
