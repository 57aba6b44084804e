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
    private const int ParallelReads = 16;

    private static readonly int PerTransaction = (IRecordStore.MaximumBatch - 4) / WritesPerDecision;

    private readonly AliasBook aliases = new(stores.Terms);

    /// <summary>Puts concepts into a state. Done again it changes nothing.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="ids">The concepts.</param>
    /// <param name="decision">The state and the reason.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="batch">Id of the operation that it belongs to, if to one.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    public async Task<DecisionOutcome> DecideAsync(
        string glossary, IReadOnlyList<string> ids, Decision decision, string by, string? batch, CancellationToken cancellationToken)
    {
        var changes = new List<long>();
        var (decided, unchanged, passed) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Chunk(PerTransaction))
        {
            await ConditionalWrites.RepeatAsync(async () =>
            {
                var transaction = await BeginAsync(glossary, cancellationToken);
                var sorted = (Decided: new List<string>(), Unchanged: new List<string>(), Passed: new List<string>());
                foreach (var (id, found) in await ReadAsync(glossary, chunk, cancellationToken))
                {
                    (found is null ? sorted.Passed
                        : found.Value.Concept.State == decision.State ? sorted.Unchanged
                        : decision.From?.Contains(found.Value.Concept.State) == false ? sorted.Passed
                        : Decide(transaction, found.Value, decision, by, sorted.Decided)).Add(id);
                }

                await CommitAsync(transaction, ChangeKind.Decided, by, cancellationToken, batch: batch);
                changes.AddRange(transaction.IsEmpty ? [] : [transaction.Number]);
                decided.AddRange(sorted.Decided);
                unchanged.AddRange(sorted.Unchanged);
                passed.AddRange(sorted.Passed);
                return true;
            });
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
    /// <exception cref="ApiException">404, 409 where a term belongs to another concept.</exception>
    public Task<long?> UpdateAsync(
        string glossary, string id, Action<string> version, Func<ConceptContent, ConceptContent> change, string by, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(async () =>
        {
            var transaction = await BeginAsync(glossary, cancellationToken);
            var found = (await ReadAsync(glossary, [id], cancellationToken))[0].Found ?? throw ApiException.NotFound("such concept");
            version(found.ETag);
            var before = ConceptContent.Of(found.Concept);
            var after = await aliases.ClaimAsync(transaction, glossary, id, before, change(before), cancellationToken);
            if (before.Says(after))
            {
                return (long?)null;
            }

            Write(transaction, found, after, by);
            await CommitAsync(transaction, before.State == after.State ? ChangeKind.Edited : ChangeKind.Decided, by, cancellationToken);
            return transaction.Number;
        });

    /// <summary>Makes a concept that a person names.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="content">Its content; terms have empty keys.</param>
    /// <param name="evidence">Makes the place that the person saw it at from the key of its first term; null where there is none.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="ApiException">409 where a term belongs to another concept.</exception>
    public Task<(Concept Concept, long Change)> CreateAsync(
        string glossary, ConceptContent content, Func<string, Evidence>? evidence, string by, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(async () =>
        {
            var transaction = await BeginAsync(glossary, cancellationToken);
            var now = clock.GetUtcNow();
            var id = Ulid.NewUlid(now).ToString();
            var claimed = await aliases.ClaimAsync(transaction, glossary, id, null, content, cancellationToken);
            var empty = new Concept { Id = id, Terms = [], CreatedAt = now, UpdatedAt = now, EditedBy = by, ChangeNumber = transaction.Number };
            var concept = claimed.ApplyTo(empty);
            if (evidence is not null)
            {
                var share = evidence(concept.Head.Key);
                concept = concept with { Documents = 1, Terms = [EvidenceFold.Apply(concept.Head, null, share, []), .. concept.Terms.Skip(1)] };
                transaction.AddEvidence(id, share);
            }

            transaction.Add(RecordWrite.Insert(TermKeys.Concept(id), JsonSerializer.Serialize(concept, StoreJson.Default.Concept)));
            transaction.Count(concept.State, +1);
            transaction.Index(null, concept);
            transaction.Edit(id, null, claimed);
            await CommitAsync(transaction, ChangeKind.Created, by, cancellationToken);
            return (concept, transaction.Number);
        });

    /// <summary>Takes a change of a person back, as a change of its own, which can be taken back as well.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="number">Number of the change.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <param name="batch">Id of the operation that it belongs to, if to one.</param>
    /// <returns>Number of the new change.</returns>
    /// <exception cref="ApiException">404; 409 where a concept was changed since, or the change is none of a person.</exception>
    public Task<long> UndoAsync(string glossary, long number, string by, CancellationToken cancellationToken, string? batch = null) => ConditionalWrites.RepeatAsync(async () =>
    {
        var record = await stores.Terms.FindAsync(glossary, TermKeys.Change(number), cancellationToken) ?? throw ApiException.NotFound("such change");
        var change = JsonSerializer.Deserialize(record.Body, StoreJson.Default.Change)!;
        if (change.Edits.Count == 0)
        {
            throw Conflict("This change was made by reading a document; delete or reprocess the document instead.");
        }

        var transaction = await BeginAsync(glossary, cancellationToken);
        var found = await ReadAsync(glossary, [.. change.Edits.Select(edit => edit.ConceptId)], cancellationToken);
        for (var i = 0; i < found.Count; i++)
        {
            var edit = change.Edits[i];
            if (found[i].Found is not { } known || edit.After is null || !ConceptContent.Of(known.Concept).Says(edit.After))
            {
                throw Conflict("The concept was changed again since. Undo the newer change first, or edit it.");
            }

            if (edit.Before is { } before)
            {
                Write(transaction, known, before, by);
            }
            else
            {
                await RemoveAsync(transaction, glossary, known, cancellationToken);
            }
        }

        await CommitAsync(transaction, ChangeKind.Undone, by, cancellationToken, undoes: number, batch: batch);
        return transaction.Number;
    });

    private List<string> Decide(TermTransaction transaction, (Concept Concept, string ETag) found, Decision decision, string by, List<string> decided)
    {
        var rejection = decision.State == TermState.Rejected ? new Rejection(decision.Reason, decision.Note, by, clock.GetUtcNow()) : null;
        Write(transaction, found, ConceptContent.Of(found.Concept).In(decision.State, rejection), by);
        return decided;
    }

    private void Write(TermTransaction transaction, (Concept Concept, string ETag) found, ConceptContent content, string by)
    {
        var before = found.Concept;
        var after = content.ApplyTo(before) with { EditedBy = by, UpdatedAt = clock.GetUtcNow(), ChangeNumber = transaction.Number };
        transaction.Add(RecordWrite.Replace(TermKeys.Concept(before.Id), JsonSerializer.Serialize(after, StoreJson.Default.Concept), found.ETag));
        transaction.Index(before, after);
        transaction.Edit(before.Id, ConceptContent.Of(before), content);
        if (before.State != after.State)
        {
            transaction.Count(before.State, -1);
            transaction.Count(after.State, +1);
        }
    }

    // What a person made by mistake goes without a trace in the lists; the log keeps it.
    private async Task RemoveAsync(TermTransaction transaction, string glossary, (Concept Concept, string ETag) found, CancellationToken cancellationToken)
    {
        var concept = found.Concept;
        var evidence = await stores.Terms.ListAsync(glossary, TermKeys.AllEvidence(concept.Id), 10, null, cancellationToken);
        if (evidence.Records.Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Evidence)!).Any(share => share.Spans.Count == 0))
        {
            throw Conflict("Documents show this term meanwhile. Reject it instead.");
        }

        transaction.Add(RecordWrite.Delete(TermKeys.Concept(concept.Id), found.ETag));
        transaction.Index(concept, null);
        transaction.Count(concept.State, -1);
        transaction.Edit(concept.Id, ConceptContent.Of(concept), null);
        foreach (var term in concept.Terms)
        {
            transaction.Add(RecordWrite.Delete(TermKeys.Alias(term.Language, term.Key)));
        }

        foreach (var share in evidence.Records.Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Evidence)!))
        {
            transaction.Add(RecordWrite.Delete(TermKeys.Evidence(concept.Id, share.DocumentId)));
            transaction.Add(RecordWrite.Delete(TermKeys.DocumentTerm(share.DocumentId, share.Score, concept.Id)));
        }
    }

    private static ApiException Conflict(string message) => new(StatusCodes.Status409Conflict, ProblemCodes.Conflict, message);

    private async Task<TermTransaction> BeginAsync(string glossary, CancellationToken cancellationToken) =>
        new(await stores.Terms.FindAsync(glossary, TermKeys.Head, cancellationToken) ?? throw ApiException.NotFound($"glossary “{glossary}”"));

    private async Task<IReadOnlyList<(string Id, (Concept Concept, string ETag)? Found)>> ReadAsync(
        string glossary, string[] ids, CancellationToken cancellationToken)
    {
        var found = new (string, (Concept, string)?)[ids.Length];
        await Parallel.ForAsync(
            0, ids.Length, new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (i, token) => found[i] = (ids[i], await stores.Terms.FindAsync(glossary, TermKeys.Concept(ids[i]), token) is { } record
                ? (JsonSerializer.Deserialize(record.Body, StoreJson.Default.Concept)!, record.ETag)
                : null));
        return found;
    }

    private async Task CommitAsync(
        TermTransaction transaction, ChangeKind kind, string by, CancellationToken cancellationToken, long? undoes = null, string? batch = null)
    {
        if (!transaction.IsEmpty)
        {
            await transaction.CommitAsync(stores.Terms, kind, by, null, clock.GetUtcNow(), cancellationToken, undoes, batch);
        }
    }
}
