using System.Globalization;
using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Operations;

/// <summary>The operations of the installation, with a row for each that is not finished and a list per glossary.</summary>
public sealed class OperationStore(RecordStores stores)
{
    private const string Partition = "operations";

    /// <summary>An operation, or null.</summary>
    public async Task<Operation?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync(id, cancellationToken))?.Operation;

    /// <summary>An operation; 404 where there is none.</summary>
    public async Task<Operation> GetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw ApiException.NotFound("such operation");

    /// <summary>Stores a new operation; one of the same id is left as it is.</summary>
    public async Task AddAsync(Operation operation, CancellationToken cancellationToken)
    {
        try
        {
            await stores.Registry.CommitAsync(
                Partition,
                [
                    RecordWrite.Insert(Key(operation.Id), Body(operation)),
                    RecordWrite.Put(ActiveKey(operation.Id), "{}"),
                    RecordWrite.Put(ListKey(operation), "{}"),
                ],
                cancellationToken);
        }
        catch (RecordConflictException)
        {
            // It was started before: the same request, told twice.
        }
    }

    /// <summary>Changes an operation as it stands at that moment; repeated when somebody else was first.</summary>
    /// <param name="id">The operation.</param>
    /// <param name="change">Gives the operation as it shall be, or null to leave it as it is.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The operation as it is now, or null where it is gone or was left as it is.</returns>
    public Task<Operation?> UpdateAsync(string id, Func<Operation, Operation?> change, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(async () =>
        {
            if (await ReadAsync(id, cancellationToken) is not { } stored || change(stored.Operation) is not { } changed)
            {
                return null;
            }

            var writes = new List<RecordWrite> { RecordWrite.Replace(Key(id), Body(changed), stored.ETag) };
            if (changed.IsFinished)
            {
                writes.Add(RecordWrite.Delete(ActiveKey(id)));
            }

            await stores.Registry.CommitAsync(Partition, writes, cancellationToken);
            return changed;
        });

    /// <summary>Ids of the operations that are not finished, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> ActiveAsync(CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = await stores.Registry.ListAsync(Partition, KeyRange.Prefix("a|"), 1_000, after, cancellationToken);
            ids.AddRange(page.Records.Select(record => record.Key[2..]));
            after = page.After;
        }
        while (after is not null);
        return ids;
    }

    /// <summary>A page of a glossary's operations of one kind, newest first.</summary>
    public async Task<(IReadOnlyList<Operation> Operations, string? After)> ListAsync(
        string glossary, OperationKind kind, int top, string? after, CancellationToken cancellationToken)
    {
        var page = await stores.Registry.ListAsync(Partition, KeyRange.Prefix($"g|{glossary}|{kind}|"), top, after, cancellationToken);
        var found = await Task.WhenAll(page.Records.Select(record => FindAsync(record.Key[(record.Key.LastIndexOf('|') + 1)..], cancellationToken)));
        return ([.. found.OfType<Operation>()], page.After);
    }

    private static string Key(string id) => $"o|{id}";

    private static string ActiveKey(string id) => $"a|{id}";

    private static string ListKey(Operation operation) => string.Create(
        CultureInfo.InvariantCulture,
        $"g|{operation.Glossary}|{operation.Kind}|{DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - operation.CreatedAt.ToUnixTimeMilliseconds():D15}|{operation.Id}");

    private static string Body(Operation operation) => JsonSerializer.Serialize(operation, StoreJson.Default.Operation);

    private async Task<(Operation Operation, string ETag)?> ReadAsync(string id, CancellationToken cancellationToken) =>
        await stores.Registry.FindAsync(Partition, Key(id), cancellationToken) is { } record
            ? (JsonSerializer.Deserialize(record.Body, StoreJson.Default.Operation)!, record.ETag)
            : null;
}
