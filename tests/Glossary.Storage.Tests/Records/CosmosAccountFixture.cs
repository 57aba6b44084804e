using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Settings;
using Glossary.Azure.Records.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Glossary.Storage.Tests.Records;

/// <summary>
/// A database of the run's own in the account or emulator that <c>GLOSSARY_TEST_COSMOS</c> names by its connection string; it is deleted in the
/// end. Without the variable the tests over it are skipped.
/// </summary>
public sealed class CosmosAccountFixture : IAsyncLifetime
{
    private const string Variable = "GLOSSARY_TEST_COSMOS";

    private readonly string? connectionString = Environment.GetEnvironmentVariable(Variable);
    private readonly string database = $"glossary-contract-{Ulid.NewUlid()}";
    private IRecordStore? store;

    public IRecordStore Store
    {
        get
        {
            Assert.SkipWhen(store is null, $"{Variable} names no account of Azure Cosmos DB.");
            return store;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!string.IsNullOrEmpty(connectionString))
        {
            var terms = CosmosTerms.Connect(new CosmosSettings { ConnectionString = connectionString, Database = database });
            await terms.EnsureAsync(TestContext.Current.CancellationToken);
            store = new CosmosRecordStore(terms.Container, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null)
        {
            using var client = new CosmosClient(connectionString, new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway, LimitToEndpoint = true });
            await client.GetDatabase(database).DeleteAsync();
        }
    }
}
