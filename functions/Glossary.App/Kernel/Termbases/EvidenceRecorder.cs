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
            done += await ConditionalWrites.RepeatAsync(async () =>
            {
                var transaction = new TermTransaction(await HeadAsync(glossary, cancellationToken));
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

                await CommitAsync(transaction, ChangeKind.EvidenceRecorded, document, by, cancellationToken);
                return taken;
            });
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
            done += await ConditionalWrites.RepeatAsync(async () =>
            {
                var transaction = new TermTransaction(await HeadAsync(glossary, cancellationToken));
                var taken = 0;
                while (from + taken < stale.Count && transaction.Fits(WritesPerCandidate))
                {
                    await RemoveAsync(transaction, glossary, document, keep, stale[from + taken], cancellationToken);
                    taken++;
                }

                await CommitAsync(transaction, ChangeKind.EvidenceWithdrawn, document, by, cancellationToken);
                return taken;
            });
        }

        return page.After;
    }

    private static DocumentTermRow Row(StoredRecord record) => JsonSerializer.Deserialize(record.Body, StoreJson.Default.DocumentTermRow)!;

    private async Task CommitAsync(TermTransaction transaction, ChangeKind kind, string document, string by, CancellationToken cancellationToken)
    {
        if (!transaction.IsEmpty)
        {
            await transaction.CommitAsync(stores.Terms, kind, by, document, clock.GetUtcNow(), cancellationToken);
        }
    }

    private async Task<StoredRecord> HeadAsync(string glossary, CancellationToken cancellationToken) =>
        await stores.Terms.FindAsync(glossary, TermKeys.Head, cancellationToken)
            ?? throw new InvalidOperationException($"The glossary “{glossary}” is gone.");

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

        if (found.Evidence is { } known && (known.Revision > revision || (known.Revision == revision && known.Keys.Contains(candidate.Key))))
        {
            // A late step of an older revision, or recorded before.
            return;
        }

        if (found.Evidence?.Revision == revision)
        {
            evidence = found.Evidence.And(evidence);
        }

        var before = found.Concept;
        var after = await FoldAsync(glossary, before, found.Evidence, evidence, transaction.Number, cancellationToken);
        transaction.Touch(before.Id);
        transaction.Add(RecordWrite.Replace(TermKeys.Concept(before.Id), JsonSerializer.Serialize(after, StoreJson.Default.Concept), found.ETag));
        transaction.Index(before, after);
        if (found.Evidence is { } old && TermKeys.DocumentTerm(document, old.Score, before.Id) is var oldRow
            && oldRow != TermKeys.DocumentTerm(document, evidence.Score, before.Id))
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
        transaction.Count(concept.State, +1);
        transaction.Add(RecordWrite.Insert(
            TermKeys.Alias(term.Language, term.Key), JsonSerializer.Serialize(new Alias(concept.Id), StoreJson.Default.Alias)));
        transaction.Add(RecordWrite.Insert(TermKeys.Concept(concept.Id), JsonSerializer.Serialize(concept, StoreJson.Default.Concept)));
        transaction.Index(null, concept);
        transaction.AddEvidence(concept.Id, evidence);
    }

    private async Task RemoveAsync(
        TermTransaction transaction, string glossary, string document, int? keep, StoredRecord row, CancellationToken cancellationToken)
    {
        var conceptId = TermKeys.LastPart(row.Key);
        var evidenceRecord = await stores.Terms.FindAsync(glossary, TermKeys.Evidence(conceptId, document), cancellationToken);
        var evidence = evidenceRecord is null ? null : JsonSerializer.Deserialize(evidenceRecord.Body, StoreJson.Default.Evidence);
        var conceptRecord = await stores.Terms.FindAsync(glossary, TermKeys.Concept(conceptId), cancellationToken);
        transaction.Add(RecordWrite.Delete(row.Key));
        if (evidence is null || conceptRecord is null || evidence.Revision == keep)
        {
            return;
        }

        transaction.Touch(conceptId);
        transaction.Add(RecordWrite.Delete(TermKeys.Evidence(conceptId, document)));
        var before = JsonSerializer.Deserialize(conceptRecord.Body, StoreJson.Default.Concept)!;
        if (before.EditedBy is null && before.Documents <= 1)
        {
            transaction.Count(before.State, -1);
            transaction.Index(before, null);
            transaction.Add(RecordWrite.Delete(TermKeys.Concept(conceptId), conceptRecord.ETag));
            foreach (var term in before.Terms)
            {
                transaction.Add(RecordWrite.Delete(TermKeys.Alias(term.Language, term.Key)));
            }

            return;
        }

        var after = await FoldAsync(glossary, before, evidence, null, transaction.Number, cancellationToken);
        transaction.Add(RecordWrite.Replace(
            TermKeys.Concept(conceptId), JsonSerializer.Serialize(after, StoreJson.Default.Concept), conceptRecord.ETag));
        transaction.Index(before, after);
    }

    private async Task<Concept> FoldAsync(
        string glossary, Concept concept, Evidence? old, Evidence? next, long number, CancellationToken cancellationToken)
    {
        var (language, key) = (next ?? old) is { } share ? (share.Language, share.Key) : throw new ArgumentException("No evidence to fold.");
        var term = concept.Terms.FirstOrDefault(each => each.Language == language && each.Key == key)
            ?? concept.Terms.FirstOrDefault(each => each.Language == language)
            ?? concept.Head;
        IReadOnlyList<Evidence> others = [];
        if (EvidenceFold.NeedsOthers(term, old, next))
        {
            var page = await stores.Terms.ListAsync(glossary, TermKeys.AllEvidence(concept.Id), 1_000, null, cancellationToken);
            others = [.. page.Records
                .Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Evidence)!)
                .Where(evidence => evidence.DocumentId != old!.DocumentId)];
        }

        var folded = EvidenceFold.Apply(term, old, next, others);
        return concept with
        {
            Terms = [.. concept.Terms.Select(each => ReferenceEquals(each, term) ? folded : each)],
            Documents = concept.Documents - (old is null ? 0 : 1) + (next is null ? 0 : 1),
            UpdatedAt = clock.GetUtcNow(),
            ChangeNumber = number,
        };
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
