using Glossary.App.Kernel.Records;
using Glossary.Azure.Records;
using Glossary.Azure.Records.Cosmos;
using Glossary.Storage.Tests.Records;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Termbases;

public sealed class TableTermbaseTests(AzuriteFixture azurite) : TermbaseContract
{
    protected override IRecordStore Store { get; } = new TableRecordStore(azurite.Clients.Tables.GetTableClient(azurite.Setup.TermsTable));
}

public sealed class CosmosTermbaseTests : TermbaseContract
{
    protected override IRecordStore Store { get; } = new CosmosRecordStore(new FakeCosmosContainer(seed: 815), new ImmediateClock());
}

public sealed class CosmosAccountTermbaseTests(CosmosAccountFixture account) : TermbaseContract, IClassFixture<CosmosAccountFixture>
{
    protected override IRecordStore Store => account.Store;
}
