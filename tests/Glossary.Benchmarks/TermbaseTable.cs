using Glossary.App;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Settings;
using Glossary.Azure;
using Glossary.Azure.Records.Cosmos;
using Glossary.Search;
using Glossary.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Glossary.Benchmarks;

/// <summary>
/// What people wait for in a large glossary: opening a concept, the first page of a list by each filter, a change and its undo; on Azurite, and
/// on the double of Azure Cosmos DB, which throttles one request in twelve and cuts pages short, without the time of a network.
/// </summary>
internal static class TermbaseTable
{
    /// <summary>Prints the table.</summary>
    /// <param name="onAzurite">Concepts of the glossary on Azurite.</param>
    /// <param name="onCosmos">Concepts of the glossary on the double.</param>
    public static async Task PrintAsync(int onAzurite, int onCosmos)
    {
        var azurite = onAzurite == 0 ? null : await OnAzuriteAsync(onAzurite);
        var cosmos = onCosmos == 0 ? null : await OnCosmosAsync(onCosmos);
        Console.WriteLine(FormattableString.Invariant($"| what | Azurite, {onAzurite:N0} concepts | double of Cosmos DB, {onCosmos:N0} concepts |"));
        Console.WriteLine("| --- | ---: | ---: |");
        foreach (var what in (azurite ?? cosmos ?? []).Keys)
        {
            Console.WriteLine($"| {what} | {azurite?[what] ?? "–"} | {cosmos?[what] ?? "–"} |");
        }
    }

    private static async Task<OrderedDictionary<string, string>> OnAzuriteAsync(int concepts)
    {
        await using var azurite = await AzuriteRun.StartAsync();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddGlossary(Settings(), new ApiLimits())
            .AddGlossaryStorage(new StorageOptions { ConnectionString = azurite.ConnectionString }, new TermStoreSettings(TermStoreService.Tables, null))
            .AddGlossarySearch(SearchFolder)
            .BuildServiceProvider();
        await services.GetRequiredService<AzureStorageSetup>().EnsureAsync(CancellationToken.None);
        return await new TermbaseFigures(services).MeasureAsync(concepts);
    }

    private static async Task<OrderedDictionary<string, string>> OnCosmosAsync(int concepts)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddGlossary(Settings(), new ApiLimits())
            .AddSingleton(new RecordStores(new CosmosRecordStore(new FakeCosmosContainer(seed: 8), new ImmediateClock()), new InMemoryRecordStore()))
            .AddSingleton<IBlobStore>(new InMemoryBlobStore(TimeProvider.System))
            .AddGlossarySearch(SearchFolder)
            .BuildServiceProvider();
        return await new TermbaseFigures(services).MeasureAsync(concepts);
    }

    private static string SearchFolder => Path.Combine(Path.GetTempPath(), "glossary-benchmark-search");

    private static GlossarySettings Settings() => new() { Search = new SearchSettings() };
}
