using Glossary.App.Kernel.Records;
using Glossary.Azure.Records;
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
