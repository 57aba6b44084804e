using System.Globalization;
using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Documents;

/// <summary>The documents of glossaries, one partition of the registry each, with the count of each state beside them.</summary>
public sealed class DocumentStore(RecordStores stores)
{
    private const string CountsKey = "n";

    /// <summary>A document with its version, or null.</summary>
    public async Task<StoredDocument?> FindAsync(string glossary, string id, CancellationToken cancellationToken) =>
        await stores.Registry.FindAsync(Partition(glossary), Key(id), cancellationToken) is { } record ? Stored(record) : null;

    /// <summary>A document; 404 where there is none.</summary>
    public async Task<StoredDocument> GetAsync(string glossary, string id, CancellationToken cancellationToken) =>
        await FindAsync(glossary, id, cancellationToken) ?? throw ApiException.NotFound("such document");

    /// <summary>A page of the documents, newest first.</summary>
    public async Task<(IReadOnlyList<StoredDocument> Documents, string? After)> ListAsync(
        string glossary, int top, string? after, CancellationToken cancellationToken)
    {
        var page = await stores.Registry.ListAsync(Partition(glossary), KeyRange.Prefix("r|"), top, after, cancellationToken);
        var found = await Task.WhenAll(page.Records.Select(record => FindAsync(glossary, record.Key[(record.Key.LastIndexOf('|') + 1)..], cancellationToken)));
        return ([.. found.OfType<StoredDocument>()], page.After);
    }

    /// <summary>How many documents are in each state.</summary>
    public async Task<DocumentCounts> CountsAsync(string glossary, CancellationToken cancellationToken) =>
        (await CountsRecordAsync(glossary, cancellationToken)).Counts;

    /// <summary>Registers a document that must not exist yet; false where it does.</summary>
    public Task<bool> TryAddAsync(Document document, CancellationToken cancellationToken) => ConditionalWrites.RepeatAsync(async () =>
    {
        if (await FindAsync(document.Glossary, document.Id, cancellationToken) is not null)
        {
            return false;
        }

        var counts = await CountsRecordAsync(document.Glossary, cancellationToken);
        await stores.Registry.CommitAsync(
            Partition(document.Glossary),
            [
                RecordWrite.Insert(Key(document.Id), Body(document)),
                RecordWrite.Put(ListKey(document), "{}"),
                counts.Write(counts.Counts.Add(document.State, 1)),
            ],
            cancellationToken);
        return true;
    });

    /// <summary>Changes a document as it stands at that moment; repeated when somebody else was first.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="id">The document.</param>
    /// <param name="change">Gives the document as it shall be, or null to leave it as it is.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The document as it is now, or null where it is gone or was left as it is.</returns>
    public Task<Document?> UpdateAsync(string glossary, string id, Func<Document, Document?> change, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(async () =>
        {
            if (await FindAsync(glossary, id, cancellationToken) is not { } stored || change(stored.Document) is not { } changed)
            {
                return null;
            }

            var writes = new List<RecordWrite> { RecordWrite.Replace(Key(id), Body(changed), stored.ETag) };
            if (changed.State != stored.Document.State)
            {
                var counts = await CountsRecordAsync(glossary, cancellationToken);
                writes.Add(counts.Write(counts.Counts.Add(stored.Document.State, -1).Add(changed.State, 1)));
            }

            if (ListKey(changed) != ListKey(stored.Document))
            {
                writes.Add(RecordWrite.Delete(ListKey(stored.Document)));
                writes.Add(RecordWrite.Put(ListKey(changed), "{}"));
            }

            await stores.Registry.CommitAsync(Partition(glossary), writes, cancellationToken);
            return changed;
        });

    /// <summary>Removes a document's record; one that is gone is no error.</summary>
    public Task RemoveAsync(string glossary, string id, CancellationToken cancellationToken) => ConditionalWrites.RepeatAsync(async () =>
    {
        if (await FindAsync(glossary, id, cancellationToken) is not { } stored)
        {
            return false;
        }

        var counts = await CountsRecordAsync(glossary, cancellationToken);
        await stores.Registry.CommitAsync(
            Partition(glossary),
            [
                RecordWrite.Delete(Key(id), stored.ETag),
                RecordWrite.Delete(ListKey(stored.Document)),
                counts.Write(counts.Counts.Add(stored.Document.State, -1)),
            ],
            cancellationToken);
        return true;
    });

    private static string Partition(string glossary) => $"documents|{glossary}";

    private static string Key(string id) => $"d|{id}";

    // Newest first: the key counts down.
    private static string ListKey(Document document) => string.Create(
        CultureInfo.InvariantCulture, $"r|{DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - document.ReceivedAt.ToUnixTimeMilliseconds():D15}|{document.Id}");

    private static string Body(Document document) => JsonSerializer.Serialize(document, StoreJson.Default.Document);

    private static StoredDocument Stored(StoredRecord record) =>
        new(JsonSerializer.Deserialize(record.Body, StoreJson.Default.Document)!, record.ETag);

    private async Task<CountsRecord> CountsRecordAsync(string glossary, CancellationToken cancellationToken) =>
        await stores.Registry.FindAsync(Partition(glossary), CountsKey, cancellationToken) is { } record
            ? new CountsRecord(JsonSerializer.Deserialize(record.Body, StoreJson.Default.DocumentCounts)!, record.ETag)
            : new CountsRecord(new DocumentCounts(), null);

    private sealed record CountsRecord(DocumentCounts Counts, string? ETag)
    {
        public RecordWrite Write(DocumentCounts next)
        {
            var body = JsonSerializer.Serialize(next, StoreJson.Default.DocumentCounts);
            return ETag is null ? RecordWrite.Insert(CountsKey, body) : RecordWrite.Replace(CountsKey, body, ETag);
        }
    }
}

/// <summary>A document with the version it was read in.</summary>
/// <param name="Document">The document.</param>
/// <param name="ETag">Its version in the store.</param>
public sealed record StoredDocument(Document Document, string ETag);

/// <summary>Documents of a glossary per state.</summary>
public sealed record DocumentCounts
{
    /// <summary>Seen, not begun.</summary>
    public int Received { get; init; }

    /// <summary>Being extracted.</summary>
    public int Extracting { get; init; }

    /// <summary>Ready.</summary>
    public int Ready { get; init; }

    /// <summary>Failed.</summary>
    public int Failed { get; init; }

    /// <summary>All of them.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Total => Received + Extracting + Ready + Failed;

    /// <summary>The counts after so many documents of a state came or went.</summary>
    public DocumentCounts Add(DocumentState state, int count) => state switch
    {
        DocumentState.Received => this with { Received = Received + count },
        DocumentState.Extracting => this with { Extracting = Extracting + count },
        DocumentState.Ready => this with { Ready = Ready + count },
        _ => this with { Failed = Failed + count },
    };
}
