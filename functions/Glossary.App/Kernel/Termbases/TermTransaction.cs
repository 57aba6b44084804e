using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Termbases;

/// <summary>
/// Collects the writes of one change: concepts with their rows, the change's log entry and the glossary's counters go in one
/// batch or not at all.
/// </summary>
internal sealed class TermTransaction(StoredRecord head)
{
    // The head and the log entry take two of the hundred writes a batch may hold.
    private const int Capacity = IRecordStore.MaximumBatch - 2;

    private readonly List<RecordWrite> writes = [];
    private readonly List<string> conceptIds = [];
    private readonly List<ConceptEdit> edits = [];
    private readonly HashSet<string> claimed = new(StringComparer.Ordinal);
    private ConceptCounts? counts;

    /// <summary>Begins a change of a glossary as it stands; 404 where there is none.</summary>
    public static async Task<TermTransaction> BeginAsync(IRecordStore store, string glossary, CancellationToken cancellationToken) =>
        new(await store.FindAsync(glossary, TermKeys.Head, cancellationToken) ?? throw ApiException.NotFound($"glossary “{glossary}”"));

    /// <summary>The glossary as it was read.</summary>
    public Termbase Termbase { get; } = JsonSerializer.Deserialize(head.Body, StoreJson.Default.Termbase)!;

    /// <summary>True where nothing was collected.</summary>
    public bool IsEmpty => writes.Count == 0;

    /// <summary>Number that the change will have.</summary>
    public long Number => Termbase.ChangeNumber + 1;

    /// <summary>Whether so many more writes fit.</summary>
    public bool Fits(int more) => writes.Count + more <= Capacity;

    public void Touch(string conceptId) => conceptIds.Add(conceptId);

    /// <summary>Whether the change has touched a concept already.</summary>
    public bool HasTouched(string conceptId) => conceptIds.Contains(conceptId);

    /// <summary>Notes what a person changed, with a line in the concept's history.</summary>
    public void Edit(string conceptId, ConceptContent? before, ConceptContent? after)
    {
        Touch(conceptId);
        edits.Add(new ConceptEdit(conceptId, before, after));
        Add(RecordWrite.Put(TermKeys.History(conceptId, Number), "{}"));
    }

    /// <summary>Lets a key lead to a concept; nobody may have it yet.</summary>
    /// <returns>False where this change has let it lead there already.</returns>
    public bool Claim(string alias, string conceptId)
    {
        if (!claimed.Add(alias))
        {
            return false;
        }

        Add(RecordWrite.Insert(alias, JsonSerializer.Serialize(new Alias(conceptId), StoreJson.Default.Alias)));
        return true;
    }

    /// <summary>Lets a key lead to another concept than before.</summary>
    public void Lead(string alias, string conceptId) =>
        Add(RecordWrite.Put(alias, JsonSerializer.Serialize(new Alias(conceptId), StoreJson.Default.Alias)));

    /// <summary>Writes what a document says under a key, with its row in the list of the document's terms.</summary>
    public void AddEvidence(string conceptId, Evidence evidence)
    {
        var row = new DocumentTermRow(conceptId, evidence.Language, evidence.Key, evidence.Revision, evidence.Frequency, evidence.Pages);
        Add(RecordWrite.Put(
            TermKeys.Evidence(evidence.Language, evidence.Key, evidence.DocumentId), JsonSerializer.Serialize(evidence, StoreJson.Default.Evidence)));
        Add(RecordWrite.Put(
            TermKeys.DocumentTerm(evidence.DocumentId, evidence.Score, evidence.Language, evidence.Key),
            JsonSerializer.Serialize(row, StoreJson.Default.DocumentTermRow)));
    }

    /// <summary>Takes back what a document says under a key, with its row.</summary>
    public void RemoveEvidence(Evidence evidence)
    {
        Add(RecordWrite.Delete(TermKeys.Evidence(evidence.Language, evidence.Key, evidence.DocumentId)));
        Add(RecordWrite.Delete(TermKeys.DocumentTerm(evidence.DocumentId, evidence.Score, evidence.Language, evidence.Key)));
    }

    public void Add(RecordWrite write) => writes.Add(write);

    /// <summary>Moves a concept's row of the list by state and score to where it belongs now, and counts it there.</summary>
    public void Index(Concept? before, Concept? after)
    {
        var from = before is { Stands: true } ? TermKeys.IndexRow(before.State, before.Score, before.Id) : null;
        var to = after is { Stands: true } ? TermKeys.IndexRow(after.State, after.Score, after.Id) : null;
        if (from is not null && from != to)
        {
            Add(RecordWrite.Delete(from));
        }

        if (to is not null)
        {
            Add(RecordWrite.Put(to, JsonSerializer.Serialize(ConceptRow.Of(after!), StoreJson.Default.ConceptRow)));
        }

        Count(before, -1);
        Count(after, +1);
    }

    private void Count(Concept? concept, int difference)
    {
        if (concept is { Stands: true })
        {
            counts = (counts ?? Termbase.Counts).Add(concept.State, difference);
        }
    }

    /// <summary>Writes everything, if there is anything. Throws <see cref="RecordConflictException"/> where somebody else was first.</summary>
    public async Task CommitAsync(
        IRecordStore store, ChangeKind kind, string by, string? documentId, DateTimeOffset at, CancellationToken cancellationToken,
        long? undoes = null, string? batch = null)
    {
        if (IsEmpty)
        {
            return;
        }

        if (batch is not null)
        {
            Add(RecordWrite.Put(TermKeys.BatchChange(batch, Number), "{}"));
        }

        var change = new Change { Number = Number, Kind = kind, At = at, By = by, DocumentId = documentId, ConceptIds = conceptIds, Edits = edits, Undoes = undoes, Batch = batch };
        var next = Termbase with { ChangeNumber = Number, UpdatedAt = at, Counts = counts ?? Termbase.Counts };
        RecordWrite[] all =
        [
            RecordWrite.Replace(TermKeys.Head, JsonSerializer.Serialize(next, StoreJson.Default.Termbase), head.ETag),
            RecordWrite.Insert(TermKeys.Change(Number), JsonSerializer.Serialize(change, StoreJson.Default.Change)),
            .. writes,
        ];
        await store.CommitAsync(Termbase.Slug, all, cancellationToken);
    }
}
