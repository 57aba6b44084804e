using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Records;
using Glossary.Azure.Blobs;
using Glossary.Azure.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Glossary.Azure;

/// <summary>Registers the adapters.</summary>
public static class AzureServices
{
    /// <summary>
    /// Registers <see cref="RecordStores"/>, <see cref="IBlobStore"/>, <see cref="AzureStorageSetup"/> and their clients as singletons.
    /// Nothing is sent before the first call on one of them.
    /// </summary>
    /// <exception cref="ArgumentException">The options say no storage, or one that can't be understood.</exception>
    public static IServiceCollection AddGlossaryStorage(this IServiceCollection services, StorageOptions options)
    {
        var clients = StorageClients.Create(options);
        var setup = new AzureStorageSetup(clients);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(clients);
        services.AddSingleton(setup);
        services.AddSingleton(new RecordStores(
            Terms: new TableRecordStore(clients.Tables.GetTableClient(setup.TermsTable)),
            Registry: new TableRecordStore(clients.Tables.GetTableClient(setup.RegistryTable))));
        services.AddSingleton<IBlobStore>(provider => new AzureBlobStore(clients.Blobs, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
