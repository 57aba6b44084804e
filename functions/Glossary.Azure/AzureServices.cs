using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Settings;
using Glossary.Azure.Blobs;
using Glossary.Azure.Records;
using Glossary.Azure.Records.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Glossary.Azure;

/// <summary>Registers the adapters.</summary>
public static class AzureServices
{
    /// <summary>
    /// Registers <see cref="RecordStores"/>, <see cref="TermStores"/>, <see cref="IBlobStore"/>, <see cref="AzureStorageSetup"/> and their
    /// clients as singletons. Nothing is sent before the first call on one of them.
    /// </summary>
    /// <exception cref="ArgumentException">The options say no storage, or one that can't be understood.</exception>
    /// <exception cref="SettingsException">The account of the terms can't be understood.</exception>
    public static IServiceCollection AddGlossaryStorage(this IServiceCollection services, StorageOptions options, TermStoreSettings terms)
    {
        var clients = StorageClients.Create(options);
        var cosmos = terms.Cosmos is { } account ? CosmosTerms.Connect(account) : null;
        var setup = new AzureStorageSetup(clients, cosmos);
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(clients)
            .AddSingleton(setup)
            .AddSingleton(provider => Reach(terms.Service, clients, setup, cosmos, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new RecordStores(
                Terms: provider.GetRequiredService<TermStores>().Serves,
                Registry: new TableRecordStore(clients.Tables.GetTableClient(setup.RegistryTable))))
            .AddSingleton<IBlobStore>(provider => new AzureBlobStore(clients.Blobs, provider.GetRequiredService<TimeProvider>()));
    }

    private static TermStores Reach(
        TermStoreService serving, StorageClients clients, AzureStorageSetup setup, CosmosTerms? cosmos, TimeProvider clock)
    {
        var reached = new Dictionary<TermStoreService, IRecordStore>
        {
            [TermStoreService.Tables] = new TableRecordStore(clients.Tables.GetTableClient(setup.TermsTable)),
        };
        if (cosmos is not null)
        {
            reached.Add(TermStoreService.Cosmos, new CosmosRecordStore(cosmos.Container, clock));
        }

        return new TermStores(serving, reached);
    }
}
