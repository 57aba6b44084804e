using System.Diagnostics;
using Glossary.App;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Termbases;
using Glossary.Azure;
using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Platform;
using Glossary.Search;
using Glossary.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Glossary.Benchmarks;

/// <summary>
/// A new process that is asked for a glossary whose index another one has published: it downloads the index, catches up with what changed
/// since, and answers. All of it over Azurite. Then how long a change takes to be found.
/// </summary>
internal static class ColdStart
{
    private const string Glossary = "cold";
    private const int Concepts = 100_000;
    private const int ChangesSince = 200;
    private const int Runs = 5;
    private const int Changes = 100;

    /// <summary>Prints the rows of the table.</summary>
    public static async Task PrintAsync(Action<string, string> row)
    {
        var folder = Directory.CreateTempSubdirectory("glossary-benchmark-");
        var package = new AzuritePackage(AzuritePackage.FindFolder(), await NodeToolchain.FindAsync(null, CancellationToken.None));
        await package.InstallAsync(CancellationToken.None);
        var azurite = await AzuriteServer.StartOrAttachAsync(package, folder.FullName, AzuritePorts.FindFree(), CancellationToken.None);
        await using (var services = Services(azurite.ConnectionString))
        {
            var size = await PublishAsync(services);
            var times = new List<double>();
            for (var run = 0; run < Runs; run++)
            {
                times.Add(double.Parse(await ChildProcess.AgainAsync(["cold", azurite.ConnectionString]), System.Globalization.CultureInfo.InvariantCulture));
            }

            row(
                FormattableString.Invariant($"cold start: a new process with the published index of {Concepts:N0} concepts ({size / 1e6:0} MB), {ChangesSince} changes behind, to its first answer, on Azurite"),
                FormattableString.Invariant($"{times.Min():0.0}–{times.Max():0.0} s"));
            row($"a change of one concept until it is found, {Changes} of them, on Azurite", await FreshAsync(services));
        }

        await azurite.StopAsync(CancellationToken.None);
        folder.Delete(recursive: true);
    }

    /// <summary>The child: prints the seconds since the start of the process.</summary>
    public static async Task MeasureAsync(string connection)
    {
        await using var services = Services(connection);
        using var use = await UseAsync(services);
        var answer = use.Index!.Search(new SearchRequest { Text = "new concept", Top = 20 }, CancellationToken.None);
        if (answer.Total < ChangesSince || use.Index.Concepts != Concepts + ChangesSince)
        {
            throw new InvalidOperationException("The index lacks concepts.");
        }

        var started = Process.GetCurrentProcess().StartTime.ToUniversalTime();
        Console.WriteLine((TimeProvider.System.GetUtcNow().UtcDateTime - started).TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static ServiceProvider Services(string connection) => new ServiceCollection()
        .AddLogging()
        .AddGlossary(new GlossarySettings { Search = new SearchSettings { Patience = TimeSpan.FromMinutes(1) } }, new ApiLimits())
        .AddGlossaryStorage(new StorageOptions { ConnectionString = connection }, new TermStoreSettings(TermStoreService.Tables, null))
        .AddGlossarySearch(Path.Combine(Path.GetTempPath(), "glossary-benchmark-search"))
        .BuildServiceProvider();

    private static async Task<long> PublishAsync(IServiceProvider services)
    {
        await services.GetRequiredService<AzureStorageSetup>().EnsureAsync(CancellationToken.None);
        var termbases = services.GetRequiredService<TermbaseStore>();
        await termbases.CreateAsync(Glossary, Glossary, "auto", CancellationToken.None);
        // The concepts themselves are in the index alone: a cold start must not need them.
        await termbases.UpdateAsync(Glossary, termbase => termbase with { ChangeNumber = 1 }, CancellationToken.None);
        var generator = new ConceptGenerator(Concepts);
        using (var index = services.GetRequiredService<ITermIndexFactory>().Create())
        {
            for (var i = 0; i < Concepts; i++)
            {
                index.Add(generator.Next());
            }

            index.Complete(1);
            await services.GetRequiredService<IndexSnapshots>().PublishAsync(Glossary, index, CancellationToken.None);
        }

        for (var i = 0; i < ChangesSince; i++)
        {
            await CreateAsync(services, $"new concept {i}");
        }

        await foreach (var blob in services.GetRequiredService<App.Kernel.Blobs.IBlobStore>()
            .ListAsync(App.Kernel.Blobs.BlobContainer.Artefacts, Glossary, CancellationToken.None))
        {
            return blob.Size;
        }

        throw new InvalidOperationException("The index was not published.");
    }

    private static async Task<string> FreshAsync(IServiceProvider services)
    {
        (await UseAsync(services)).Dispose();
        var times = new List<double>();
        for (var i = 0; i < Changes; i++)
        {
            await CreateAsync(services, $"freshly made {i}");
            var changed = Stopwatch.GetTimestamp();
            using var use = await UseAsync(services);
            if (use.Index!.Search(new SearchRequest { Text = $"\"freshly made {i}\"", Top = 20 }, CancellationToken.None).Total != 1)
            {
                throw new InvalidOperationException("The change was not found.");
            }

            times.Add(Stopwatch.GetElapsedTime(changed).TotalMilliseconds);
        }

        return SearchTable.Percentiles(times);
    }

    private static async Task<SearchIndexUse> UseAsync(IServiceProvider services) => await services.GetRequiredService<SearchIndexes>().UseAsync(
        await services.GetRequiredService<TermbaseStore>().GetAsync(Glossary, CancellationToken.None), CancellationToken.None);

    private static async Task CreateAsync(IServiceProvider services, string text)
    {
        var term = new TermContent { Language = "en", Key = string.Empty, Text = text, PartOfSpeech = "noun", Origin = TermOrigin.Typed };
        await services.GetRequiredService<ConceptEditor>().CreateAsync(
            Glossary, new ConceptContent { Terms = [term] }, null, "benchmark", CancellationToken.None);
    }
}
