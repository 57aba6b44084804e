using Glossary.App.Kernel.Blobs;
using Glossary.Azure.Blobs;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Blobs;

public sealed class AzureBlobStoreTests(AzuriteFixture azurite) : BlobStoreContract, IDisposable
{
    private readonly AzureBlobStore store = new(azurite.Clients.Blobs, TimeProvider.System);

    protected override IBlobStore Store => store;

    public void Dispose() => store.Dispose();
}

public sealed class InMemoryBlobStoreTests : BlobStoreContract
{
    protected override IBlobStore Store { get; } = new InMemoryBlobStore(new SettableClock(DateTimeOffset.UnixEpoch));
}
