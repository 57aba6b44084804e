using System.Globalization;
using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Writes what people decide. Each change goes with its log entry, its rows and the counters in one transaction, conditional on what was read.</summary>
public sealed class ConceptEditor(RecordStores stores, TimeProvider clock)
{
    // Concept, two rows of the list, its line of history.
    private const int WritesPerDecision = 4;

    private static readonly int PerTransaction = (IRecordStore.MaximumBatch - 4) / WritesPerDecision;

    private readonly AliasBook aliases = new(stores.Terms);
    private readonly ConceptRecords concepts = new(stores.Terms);
    private readonly ConceptShaper shaper = new(stores.Terms, clock);

    /// <summary>Puts concepts into a state. Done again it changes nothing.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="ids">The concepts.</param>
    /// <param name="decision">The state and the reason.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="batch">Id of the operation that it belongs to, if to one.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    public Task<DecisionOutcome> DecideAsync(
        string glossary, IReadOnlyList<string> ids, Decision decision, string by, string? batch, CancellationToken cancellationToken) =>
        EditAsync(glossary, ids, new BulkEdit(BulkAction.Decide, decision), by, batch, cancellationToken);

    /// <summary>Does the same to many concepts, some dozens in each change. Done again it changes nothing.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="ids">The concepts.</param>
    /// <param name="edit">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="batch">Id of the operation that it belongs to, if to one.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    public async Task<DecisionOutcome> EditAsync(
        string glossary, IReadOnlyList<string> ids, BulkEdit edit, string by, string? batch, CancellationToken cancellationToken)
    {
        var changes = new List<long>();
        var (decided, unchanged, passed) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Chunk(PerTransaction))
        {
            await ConditionalWrites.RepeatAsync(
                stores.Terms,
                glossary,
                async () =>
                {
                    var transaction = await BeginAsync(glossary, cancellationToken);
                    var sorted = (Decided: new List<string>(), Unchanged: new List<string>(), Passed: new List<string>());
                    var shapings = new List<Shaping>();
                    foreach (var (id, found) in chunk.Zip(await concepts.FindAsync(glossary, chunk, cancellationToken)))
                    {
                        if (found is not { Concept.Stands: true })
                        {
                            (edit.Action == BulkAction.Delete && found?.Concept.Departure is { Kind: DepartureKind.Deleted } ? sorted.Unchanged : sorted.Passed).Add(id);
                        }
                        else if (edit.Of(found.Concept, by, clock.GetUtcNow()) is not { } content)
                        {
                            sorted.Unchanged.Add(id);
                        }
                        else if (edit.Decision?.From?.Contains(found.Concept.State) == false || content.Tags?.Count > ConceptTags.Most)
                        {
                            sorted.Passed.Add(id);
                        }
                        else
                        {
                            sorted.Decided.Add(id);
                            shapings.Add(new Shaping(id, found, content));
                        }
                    }

                    await shaper.ShapeAsync(transaction, shapings, by, cancellationToken);
                    await CommitAsync(transaction, edit.Kind, by, cancellationToken, batch: batch);
                    changes.AddRange(transaction.IsEmpty ? [] : [transaction.Number]);
                    decided.AddRange(sorted.Decided);
                    unchanged.AddRange(sorted.Unchanged);
                    passed.AddRange(sorted.Passed);
                    return true;
                },
                cancellationToken);
        }

        return new DecisionOutcome(changes, decided, unchanged, passed);
    }

    /// <summary>Changes the content of a concept.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="id">The concept.</param>
    /// <param name="version">Called with the stored version before anything is done; throws where it is not the one that was read.</param>
    /// <param name="change">Gives the content as it shall be. A new term has an empty key.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Number of the change, or null where nothing changes.</returns>
    /// <exception cref="ApiException">404; 409 where a term belongs to another concept, or the concept was merged into another one.</exception>
    public Task<long?> UpdateAsync(
        string glossary, string id, Action<string> version, Func<ConceptContent, ConceptContent> change, string by, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(stores.Terms, glossary, async () =>
        {
            var transaction = await BeginAsync(glossary, cancellationToken);
            var found = await concepts.StandingAsync(glossary, id, cancellationToken);
            version(found.ETag);
            var before = ConceptContent.Of(found.Concept);
            var (after, wordings) = await aliases.ClaimAsync(transaction, glossary, id, found.Concept, change(before), cancellationToken);
            if (before.Says(after))
            {
                return (long?)null;
            }

            await shaper.ShapeAsync(transaction, [new Shaping(id, found, after) { Wordings = wordings }], by, cancellationToken);
            await CommitAsync(transaction, before.State == after.State ? ChangeKind.Edited : ChangeKind.Decided, by, cancellationToken);
            return transaction.Number;
        }, cancellationToken);

    /// <summary>Makes a concept that a person names.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="content">Its content; terms have empty keys.</param>
    /// <param name="evidence">Makes the place that the person saw it at from the key of its first term; null where there is none.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="ApiException">409 where a term belongs to another concept.</exception>
    public Task<(Concept Concept, long Change)> CreateAsync(
        string glossary, ConceptContent content, Func<string, Evidence>? evidence, string by, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(stores.Terms, glossary, async () =>
        {
            var transaction = await BeginAsync(glossary, cancellationToken);
            var now = clock.GetUtcNow();
            var id = Ulid.NewUlid(now).ToString();
            var claimed = (await aliases.ClaimAsync(transaction, glossary, id, null, content, cancellationToken)).Content;
            var empty = new Concept { Id = id, Terms = [], CreatedAt = now, UpdatedAt = now, EditedBy = by, ChangeNumber = transaction.Number };
            var concept = claimed.ApplyTo(empty, [.. claimed.Terms.Select(term => term.ApplyTo(null))]);
            if (evidence is not null)
            {
                var share = evidence(concept.Head.Key);
                concept = concept with { Documents = 1, Terms = [EvidenceFold.Apply(concept.Head, null, share, []), .. concept.Terms.Skip(1)] };
                transaction.AddEvidence(id, share);
            }

            transaction.Add(RecordWrite.Insert(TermKeys.Concept(id), JsonSerializer.Serialize(concept, StoreJson.Default.Concept)));
            transaction.Index(null, concept);
            transaction.Edit(id, null, claimed);
            await CommitAsync(transaction, ChangeKind.Created, by, cancellationToken);
            return (concept, transaction.Number);
        }, cancellationToken);

    /// <summary>Takes a change of a person back, as a change of its own, which can be taken back as well.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="number">Number of the change.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <param name="batch">Id of the operation that it belongs to, if to one.</param>
    /// <returns>Number of the new change.</returns>
    /// <exception cref="ApiException">404; 409 where a concept was changed since, or the change is none of a person.</exception>
    public Task<long> UndoAsync(string glossary, long number, string by, CancellationToken cancellationToken, string? batch = null) => ConditionalWrites.RepeatAsync(stores.Terms, glossary, async () =>
    {
        var record = await stores.Terms.FindAsync(glossary, TermKeys.Change(number), cancellationToken) ?? throw ApiException.NotFound("such change");
        var change = JsonSerializer.Deserialize(record.Body, StoreJson.Default.Change)!;
        if (change.Edits.Count == 0)
        {
            throw new ApiException(StatusCodes.Status409Conflict, ProblemCodes.Conflict, "This change was made by reading a document; delete or reprocess the document instead.");
        }

        if (change.Kind is ChangeKind.MovedIn or ChangeKind.MovedOut)
        {
            throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.Conflict, "This is one half of a move between glossaries. Take back the operation, or move the concept back.");
        }

        var transaction = await BeginAsync(glossary, cancellationToken);
        var found = await concepts.FindAsync(glossary, [.. change.Edits.Select(edit => edit.ConceptId)], cancellationToken);
        var shapings = new List<Shaping>();
        foreach (var (edit, concept) in change.Edits.Zip(found))
        {
            var isStanding = concept is null ? edit.After is null : edit.After?.Says(ConceptContent.Of(concept.Concept)) == true;
            if (!isStanding)
            {
                throw await ClashAsync(glossary, edit.ConceptId, cancellationToken);
            }

            shapings.Add(new Shaping(edit.ConceptId, concept, edit.Before));
        }

        await ReclaimAsync(transaction, glossary, shapings, cancellationToken);
        await shaper.ShapeAsync(transaction, shapings, by, cancellationToken);
        await CommitAsync(transaction, ChangeKind.Undone, by, cancellationToken, undoes: number, batch: batch);
        return transaction.Number;
    }, cancellationToken);

    /// <summary>Puts the terms of other concepts into one as variants. The others lead to it from then on.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="kept">The concept that stays.</param>
    /// <param name="merged">The others, each once.</param>
    /// <param name="by">Who merges.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Number of the change.</returns>
    /// <exception cref="ApiException">404; 409 where one of them was merged into another one, or they are too many.</exception>
    public Task<long> MergeAsync(
        string glossary, string kept, IReadOnlyList<string> merged, string by, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(stores.Terms, glossary, async () =>
        {
            var transaction = await BeginAsync(glossary, cancellationToken);
            var keeper = await concepts.StandingAsync(glossary, kept, cancellationToken);
            var shapings = new List<Shaping>();
            var content = ConceptContent.Of(keeper.Concept);
            foreach (var id in merged)
            {
                var other = await concepts.StandingAsync(glossary, id, cancellationToken);
                content = content.With(ConceptContent.Of(other.Concept));
                shapings.Add(new Shaping(id, other, ConceptContent.Of(other.Concept) with { Departure = Departure.Into(kept) }));
            }

            if (content.Terms.Count > ConceptContent.MostTerms || content.Definitions.Count > ConceptContent.MostDefinitions || content.Tags?.Count > ConceptTags.Most)
            {
                throw new ApiException(
                    StatusCodes.Status409Conflict, ProblemCodes.Conflict,
                    $"Together they have more than {ConceptContent.MostTerms} terms, {ConceptContent.MostDefinitions} definitions or {ConceptTags.Most} tags. Remove some first.");
            }

            content = content with { Relations = await BetweenOthersAsync(glossary, content.Relations, [kept, .. merged], cancellationToken) };
            await shaper.ShapeAsync(transaction, [new Shaping(kept, keeper, content), .. shapings], by, cancellationToken);
            await CommitAsync(transaction, ChangeKind.Merged, by, cancellationToken);
            return transaction.Number;
        }, cancellationToken);

    /// <summary>Makes some terms of a concept a concept of their own.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="id">The concept.</param>
    /// <param name="version">Called with the stored version before anything is done; throws where it is not the one that was read.</param>
    /// <param name="split">Gives what stays and what goes; the terms of both together are those that the concept has.</param>
    /// <param name="by">Who splits.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Id of the new concept, and number of the change.</returns>
    /// <exception cref="ApiException">404; 409 where the concept was merged into another one, or the terms are too many.</exception>
    public Task<(string ConceptId, long Change)> SplitAsync(
        string glossary, string id, Action<string> version, Func<ConceptContent, (ConceptContent Stays, ConceptContent Goes)> split, string by,
        CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(stores.Terms, glossary, async () =>
        {
            var transaction = await BeginAsync(glossary, cancellationToken);
            var found = await concepts.StandingAsync(glossary, id, cancellationToken);
            version(found.ETag);
            var (stays, goes) = split(ConceptContent.Of(found.Concept));
            var next = Ulid.NewUlid(clock.GetUtcNow()).ToString();
            await shaper.ShapeAsync(transaction, [new Shaping(id, found, stays), new Shaping(next, null, goes)], by, cancellationToken);
            await CommitAsync(transaction, ChangeKind.Split, by, cancellationToken);
            return (next, transaction.Number);
        }, cancellationToken);

    // What is one concept from now on is not related to itself.
    private async Task<IReadOnlyList<Relation>> BetweenOthersAsync(
        string glossary, IReadOnlyList<Relation> relations, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var kept = new List<Relation>(relations.Count);
        foreach (var relation in relations)
        {
            if (!ids.Contains(await concepts.EndOfAsync(glossary, relation.ConceptId, _ => null, cancellationToken)))
            {
                kept.Add(relation);
            }
        }

        return kept;
    }

    // A concept that comes back may find that somebody else has its wording by now.
    private async Task ReclaimAsync(TermTransaction transaction, string glossary, List<Shaping> shapings, CancellationToken cancellationToken)
    {
        var known = shapings.Where(shaping => shaping.IsGiving)
            .SelectMany(shaping => shaping.Found!.Concept.Terms.Concat(shaping.Found.Concept.Former))
            .Select(term => (term.Language, term.Key))
            .ToHashSet();
        foreach (var shaping in shapings.Where(shaping => shaping.IsTaking))
        {
            foreach (var term in shaping.After!.Terms.Where(term => !known.Contains((term.Language, term.Key))))
            {
                await aliases.ClaimAsync(transaction, glossary, shaping.Id, term, term.Key, cancellationToken);
            }
        }
    }

    // Shows what stands against an undo: the concept and its newest change.
    private async Task<ApiException> ClashAsync(string glossary, string conceptId, CancellationToken cancellationToken)
    {
        var newest = await stores.Terms.ListAsync(glossary, TermKeys.AllHistory(conceptId), 1, null, cancellationToken);
        var errors = new Dictionary<string, string[]> { ["concept"] = [conceptId] };
        if (newest.Records.Count > 0)
        {
            errors["change"] = [TermKeys.HistoryNumber(newest.Records[0].Key).ToString(CultureInfo.InvariantCulture)];
        }

        return new ApiException(
            StatusCodes.Status409Conflict, ProblemCodes.Conflict, "The concept was changed again since. Undo the newer change first, or edit it.", errors);
    }

    private Task<TermTransaction> BeginAsync(string glossary, CancellationToken cancellationToken) =>
        TermTransaction.BeginAsync(stores.Terms, glossary, cancellationToken);

    private Task CommitAsync(
        TermTransaction transaction, ChangeKind kind, string by, CancellationToken cancellationToken, long? undoes = null, string? batch = null) =>
        transaction.CommitAsync(stores.Terms, kind, by, null, clock.GetUtcNow(), cancellationToken, undoes, batch);
}
