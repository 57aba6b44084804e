using Glossary.App.Kernel.Records;

namespace Glossary.App.Tests.Workflows;

/// <summary>A store that fails after so many batches: once, before or after it has written.</summary>
internal sealed class FaultyRecordStore(IRecordStore store, int batches, bool written) : IRecordStore
{
    private int left = batches;

    public ValueTask<StoredRecord?> FindAsync(string partition, string key, CancellationToken cancellationToken) =>
        store.FindAsync(partition, key, cancellationToken);

    public ValueTask<RecordPage> ListAsync(string partition, KeyRange range, int limit, string? after, CancellationToken cancellationToken) =>
        store.ListAsync(partition, range, limit, after, cancellationToken);

    public async ValueTask CommitAsync(string partition, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        var fails = left-- == 0;
        if (!fails || written)
        {
            await store.CommitAsync(partition, writes, cancellationToken);
        }

        if (fails)
        {
            throw new StoreUnavailableException("cosmos", new TimeoutException());
        }
    }
}
