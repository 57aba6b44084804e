using Glossary.App.Kernel.Records;
using Glossary.Azure.Records;
using Glossary.Azure.Records.Cosmos;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Records;

public sealed class TableRecordStoreTests(AzuriteFixture azurite) : RecordStoreContract
{
    protected override IRecordStore Store { get; } = new TableRecordStore(azurite.Clients.Tables.GetTableClient(azurite.Setup.TermsTable));
}

public sealed class InMemoryRecordStoreTests : RecordStoreContract
{
    protected override IRecordStore Store { get; } = new InMemoryRecordStore();
}

public sealed class CosmosRecordStoreTests : RecordStoreContract
{
    protected override IRecordStore Store { get; } = new CosmosRecordStore(new FakeCosmosContainer(seed: 4711), new ImmediateClock());
}

public sealed class CosmosAccountRecordStoreTests(CosmosAccountFixture account) : RecordStoreContract, IClassFixture<CosmosAccountFixture>
{
    protected override IRecordStore Store => account.Store;
}
