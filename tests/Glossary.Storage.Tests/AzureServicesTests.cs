using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Settings;
using Glossary.Azure;
using Glossary.Azure.Records;
using Glossary.Azure.Records.Cosmos;
using Microsoft.Extensions.DependencyInjection;

namespace Glossary.Storage.Tests;

public sealed class AzureServicesTests(AzuriteFixture azurite)
{
    private static readonly Uri Blobs = new("https://somewhere.blob.core.windows.net/");
    private static readonly Uri Tables = new("https://somewhere.table.core.windows.net/");

    [Fact]
    public async Task The_registered_stores_use_the_tables_and_containers_of_the_setup()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var provider = new ServiceCollection()
            .AddGlossaryStorage(new StorageOptions { ConnectionString = azurite.Server.ConnectionString }, TermStoreSettings.Default).BuildServiceProvider();
        await provider.GetRequiredService<AzureStorageSetup>().EnsureAsync(cancellation);
        var stores = provider.GetRequiredService<RecordStores>();
        await stores.Terms.CommitAsync("services", [RecordWrite.Put("key", "terms")], cancellation);
        await stores.Registry.CommitAsync("services", [RecordWrite.Put("key", "registry")], cancellation);
        Assert.Equal("terms", (await stores.Terms.FindAsync("services", "key", cancellation))!.Body);
        Assert.Equal("registry", (await stores.Registry.FindAsync("services", "key", cancellation))!.Body);
        Assert.Null(await provider.GetRequiredService<IBlobStore>().FindAsync(BlobContainer.Artefacts, "services/none", cancellation));
    }

    [Fact]
    public void Addresses_with_an_identity_need_no_connection_string()
    {
        using var provider = new ServiceCollection()
            .AddGlossaryStorage(new StorageOptions { BlobServiceUri = Blobs, TableServiceUri = Tables }, TermStoreSettings.Default).BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<RecordStores>());
        Assert.Equal(Blobs, provider.GetRequiredService<StorageClients>().Blobs.Uri);
    }

    [Fact]
    public void Terms_go_to_Cosmos_where_it_is_chosen_and_the_rest_stays_in_tables()
    {
        var cosmos = new CosmosSettings { Endpoint = new Uri("https://somewhere.documents.azure.com/") };
        using var provider = new ServiceCollection()
            .AddGlossaryStorage(
                new StorageOptions { BlobServiceUri = Blobs, TableServiceUri = Tables }, new TermStoreSettings(TermStoreService.Cosmos, cosmos))
            .BuildServiceProvider();
        var stores = provider.GetRequiredService<RecordStores>();
        Assert.IsType<CosmosRecordStore>(stores.Terms);
        Assert.IsType<TableRecordStore>(stores.Registry);
        var reached = provider.GetRequiredService<TermStores>();
        Assert.Same(stores.Terms, reached.Serves);
        Assert.IsType<TableRecordStore>(reached.Reached[TermStoreService.Tables]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountEndpoint=https://a/")]
    [InlineData("AccountEndpoint=a;AccountKey=AAAA")]
    [InlineData("AccountEndpoint=https://a/;AccountKey=!")]
    public void A_connection_string_of_Cosmos_that_cannot_be_read_is_refused_with_a_sentence_that_does_not_repeat_it(string connectionString)
    {
        var refused = Assert.Throws<SettingsException>(() => CosmosTerms.Connect(new CosmosSettings { ConnectionString = connectionString }));
        Assert.StartsWith("Glossary__Cosmos__ConnectionString can't be read.", Assert.Single(refused.Mistakes), StringComparison.Ordinal);
        Assert.DoesNotContain(connectionString, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_or_both_ways_or_half_a_way_are_refused_with_a_sentence()
    {
        StorageOptions[] wrong =
        [
            new(),
            new() { ConnectionString = " " },
            new() { ConnectionString = azurite.Server.ConnectionString, BlobServiceUri = Blobs, TableServiceUri = Tables },
            new() { BlobServiceUri = Blobs },
            new() { BlobServiceUri = new Uri("http://somewhere.blob.core.windows.net/"), TableServiceUri = Tables },
        ];
        Assert.All(wrong, options => Assert.EndsWith(".", Assert.Throws<ArgumentException>(() => StorageClients.Create(options)).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=a;AccountKey=!!")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=???;EndpointSuffix=core.windows.net")]
    public void A_connection_string_that_cannot_be_read_is_refused_with_a_sentence(string connectionString)
    {
        var failure = Assert.Throws<ArgumentException>(() => StorageClients.Create(new StorageOptions { ConnectionString = connectionString }));
        Assert.Contains("connection string", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_missing_is_a_failure_and_not_an_empty_store()
    {
        var missing = new Glossary.Azure.Records.TableRecordStore(azurite.Clients.Tables.GetTableClient("missing"));
        var failure = await Assert.ThrowsAnyAsync<global::Azure.RequestFailedException>(
            async () => await missing.CommitAsync("p", [RecordWrite.Delete("absent")], TestContext.Current.CancellationToken));
        Assert.Equal(404, failure.Status);
    }
}
