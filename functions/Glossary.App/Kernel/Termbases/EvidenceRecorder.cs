using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Glossary.Formats.Artefacts;

namespace Glossary.App.Kernel.Termbases;

/// <summary>
/// Writes what a document says about terms into its glossary, and takes it back. Both can run twice with the same result:
/// a share is known by document and revision, and a concept is found by its alias alone.
/// </summary>
public sealed class EvidenceRecorder(RecordStores stores, TimeProvider clock)
{
    // Writes of one candidate: alias, concept, evidence, and the rows of two lists with the ones they replace.
    private const int WritesPerCandidate = 7;

    private readonly ConceptResolver resolver = new(stores.Terms);
    private readonly ConceptRecords concepts = new(stores.Terms);

    /// <summary>Records candidates of one revision of a document. Concepts that people decided on get new figures and nothing else.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="document">The document.</param>
    /// <param name="revision">Its revision.</param>
    /// <param name="candidates">Candidates of one language in ordinal order of their keys.</param>
    /// <param name="by">Id of the operation.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    public async Task RecordAsync(
        string glossary, string document, int revision, IReadOnlyList<StoredCandidate> candidates, string by, CancellationToken cancellationToken)
    {
        for (var done = 0; done < candidates.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = done;
            done += await ConditionalWrites.RepeatAsync(stores.Terms, glossary, async () =>
            {
                var transaction = await TermTransaction.BeginAsync(stores.Terms, glossary, cancellationToken);
                var chunk = candidates.Skip(from).Take((IRecordStore.MaximumBatch - 2) / WritesPerCandidate * 2).ToList();
                var known = await resolver.ResolveAsync(transaction.Termbase, document, chunk, cancellationToken);
                var taken = 0;
                foreach (var candidate in chunk)
                {
                    // Two keys of one concept can't go into one batch: the second one waits for the next.
                    if (!transaction.Fits(WritesPerCandidate)
                        || (known.TryGetValue((candidate.Language, candidate.Key), out var found) && transaction.HasTouched(found.Concept.Id)))
                    {
                        break;
                    }

                    await AddAsync(transaction, glossary, document, revision, candidate, known, cancellationToken);
                    taken++;
                }

                await transaction.CommitAsync(stores.Terms, ChangeKind.EvidenceRecorded, by, document, clock.GetUtcNow(), cancellationToken);
                return taken;
            }, cancellationToken);
        }
    }

    /// <summary>Takes back what revisions other than <paramref name="keep"/> said. Candidates that nothing else supports disappear; decided concepts stay.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="document">The document.</param>
    /// <param name="keep">Revision whose evidence stays, or null to take all back.</param>
    /// <param name="after">Where the step before stopped, or null.</param>
    /// <param name="by">Id of the operation.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    /// <returns>Where to go on, or null when done.</returns>
    public async Task<string?> WithdrawAsync(
        string glossary, string document, int? keep, string? after, string by, CancellationToken cancellationToken)
    {
        var page = await stores.Terms.ListAsync(glossary, TermKeys.AllDocumentTerms(document), 500, after, cancellationToken);
        var stale = page.Records.Where(record => Row(record).Revision != keep).ToList();
        for (var done = 0; done < stale.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = done;
            done += await ConditionalWrites.RepeatAsync(stores.Terms, glossary, async () =>
            {
                var transaction = await TermTransaction.BeginAsync(stores.Terms, glossary, cancellationToken);
                var taken = 0;
                while (from + taken < stale.Count && transaction.Fits(WritesPerCandidate)
                    && await RemoveAsync(transaction, glossary, document, keep, stale[from + taken], cancellationToken))
                {
                    taken++;
                }

                await transaction.CommitAsync(stores.Terms, ChangeKind.EvidenceWithdrawn, by, document, clock.GetUtcNow(), cancellationToken);
                return taken;
            }, cancellationToken);
        }

        return page.After;
    }

    private static DocumentTermRow Row(StoredRecord record) => JsonSerializer.Deserialize(record.Body, StoreJson.Default.DocumentTermRow)!;

    private async Task AddAsync(
        TermTransaction transaction, string glossary, string document, int revision, StoredCandidate candidate,
        IReadOnlyDictionary<(string, string), KnownConcept> resolved, CancellationToken cancellationToken)
    {
        var evidence = EvidenceOf(document, revision, candidate);
        if (!resolved.TryGetValue((candidate.Language, candidate.Key), out var found))
        {
            Create(transaction, candidate, evidence);
            return;
        }

        if (found.Evidence?.Revision >= revision)
        {
            // A late step of an older revision, or recorded before.
            return;
        }

        var before = found.Concept;
        var after = await FoldAsync(glossary, before, found.Evidence, evidence, transaction.Number, cancellationToken);
        transaction.Touch(before.Id);
        transaction.Add(RecordWrite.Replace(TermKeys.Concept(before.Id), JsonSerializer.Serialize(after, StoreJson.Default.Concept), found.ETag));
        transaction.Index(before, after);
        if (found.Evidence is { } old && TermKeys.DocumentTerm(document, old.Score, old.Language, old.Key) is var oldRow
            && oldRow != TermKeys.DocumentTerm(document, evidence.Score, evidence.Language, evidence.Key))
        {
            transaction.Add(RecordWrite.Delete(oldRow));
        }

        transaction.AddEvidence(before.Id, evidence);
    }

    private void Create(TermTransaction transaction, StoredCandidate candidate, Evidence evidence)
    {
        var now = clock.GetUtcNow();
        var term = new Term
        {
            Language = candidate.Language,
            Text = candidate.Text,
            Key = candidate.Key,
            PartOfSpeech = candidate.PartOfSpeech,
            Type = candidate.Type,
            FullForm = candidate.FullForm,
            Abbreviation = candidate.Abbreviation,
            Origin = TermOrigin.Extracted,
        };
        var concept = new Concept
        {
            Id = Ulid.NewUlid(now).ToString(),
            Terms = [EvidenceFold.Apply(term, null, evidence, [])],
            Documents = 1,
            CreatedAt = now,
            UpdatedAt = now,
            ChangeNumber = transaction.Number,
        };
        transaction.Touch(concept.Id);
        transaction.Add(RecordWrite.Insert(
            TermKeys.Alias(term.Language, term.Key), JsonSerializer.Serialize(new Alias(concept.Id), StoreJson.Default.Alias)));
        transaction.Add(RecordWrite.Insert(TermKeys.Concept(concept.Id), JsonSerializer.Serialize(concept, StoreJson.Default.Concept)));
        transaction.Index(null, concept);
        transaction.AddEvidence(concept.Id, evidence);
    }

    // False where the concept was touched by this transaction already: the row waits for the next one.
    private async Task<bool> RemoveAsync(
        TermTransaction transaction, string glossary, string document, int? keep, StoredRecord record, CancellationToken cancellationToken)
    {
        var row = Row(record);
        var evidence = (await concepts.EvidenceAsync(glossary, document, [(row.Language, row.Key)], cancellationToken)).SingleOrDefault();
        var found = await concepts.OfKeyAsync(glossary, row.Language, row.Key, cancellationToken);
        if (evidence is null || found is null || evidence.Revision == keep)
        {
            // A row that nothing stands behind.
            transaction.Add(RecordWrite.Delete(record.Key));
            return true;
        }

        var before = found.Concept;
        if (transaction.HasTouched(before.Id))
        {
            return false;
        }

        transaction.Touch(before.Id);
        transaction.RemoveEvidence(evidence);
        if (before.EditedBy is null && before.Documents <= 1)
        {
            transaction.Index(before, null);
            transaction.Add(RecordWrite.Delete(TermKeys.Concept(before.Id), found.ETag));
            foreach (var (language, key) in before.Keys)
            {
                transaction.Add(RecordWrite.Delete(TermKeys.Alias(language, key)));
            }

            return true;
        }

        var after = await FoldAsync(glossary, before, evidence, null, transaction.Number, cancellationToken);
        transaction.Add(RecordWrite.Replace(TermKeys.Concept(before.Id), JsonSerializer.Serialize(after, StoreJson.Default.Concept), found.ETag));
        transaction.Index(before, after);
        return true;
    }

    private async Task<Concept> FoldAsync(
        string glossary, Concept concept, Evidence? old, Evidence? next, long number, CancellationToken cancellationToken)
    {
        var share = next ?? old ?? throw new ArgumentException("No evidence to fold.");
        var term = concept.HolderOf(share.Language, share.Key)
            ?? throw new InvalidOperationException($"The key “{share.Key}” leads to the concept {concept.Id}, which does not have it.");
        IReadOnlyList<Evidence> others = EvidenceFold.NeedsOthers(term, old, next)
            ? [.. (await concepts.EvidenceAsync(glossary, term.Keys.Select(key => (term.Language, key)), cancellationToken))
                .Where(evidence => evidence.DocumentId != share.DocumentId || evidence.Key != share.Key)]
            : [];
        var folded = EvidenceFold.Apply(term, old, next, others);
        return concept with
        {
            Terms = [.. concept.Terms.Select(each => ReferenceEquals(each, term) ? folded : each)],
            Former = [.. concept.Former.Select(each => ReferenceEquals(each, term) ? folded : each)],
            Documents = concept.Documents + await DifferenceAsync(glossary, concept, old, next, cancellationToken),
            UpdatedAt = clock.GetUtcNow(),
            ChangeNumber = number,
        };
    }

    // A document counts once for a concept, under however many of its keys it shows it.
    private async Task<int> DifferenceAsync(string glossary, Concept concept, Evidence? old, Evidence? next, CancellationToken cancellationToken)
    {
        var share = (next ?? old)!;
        if ((old is null) == (next is null) || !concept.Keys.Contains((share.Language, share.Key)))
        {
            return 0;
        }

        var others = concept.Keys.Where(each => each != (share.Language, share.Key)).ToList();
        return (await concepts.EvidenceAsync(glossary, share.DocumentId, others, cancellationToken)).Count > 0 ? 0 : next is null ? -1 : +1;
    }

    private static Evidence EvidenceOf(string document, int revision, StoredCandidate candidate) => new()
    {
        DocumentId = document,
        Revision = revision,
        Language = candidate.Language,
        Key = candidate.Key,
        Frequency = candidate.Frequency,
        Pages = candidate.Pages,
        Score = candidate.Score,
        Parts = candidate.Parts,
        Forms = candidate.Forms,
        Contexts = [.. candidate.Contexts.Select(context => new TermContext(
            document, context.Page, context.Start, context.Text, context.TermStart - context.Start, context.TermLength, context.Place))],
    };
}
