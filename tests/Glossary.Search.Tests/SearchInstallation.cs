using System.Globalization;
using Glossary.App;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Termbases;
using Glossary.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glossary.Search.Tests;

/// <summary>What two or more instances share: the stores, and a clock that stands until a test moves it.</summary>
public sealed class SharedStores : IDisposable
{
    public SharedStores() => Blobs = new InMemoryBlobStore(Clock);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public RecordStores Records { get; } = new(new InMemoryRecordStore(), new InMemoryRecordStore());

    public InMemoryBlobStore Blobs { get; }

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("glossary-search-");

    public void Dispose() => Folder.Delete(recursive: true);
}

/// <summary>An instance of the core with the search engine.</summary>
public sealed class SearchInstallation : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public SearchInstallation(SharedStores shared, SearchSettings? settings = null, IBlobStore? blobs = null, RecordStores? records = null) =>
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(shared.Clock)
            .AddSingleton(records ?? shared.Records)
            .AddSingleton(blobs ?? shared.Blobs)
            .AddGlossary(new GlossarySettings { Search = settings ?? new SearchSettings() }, new ApiLimits())
            .AddGlossarySearch(shared.Folder.FullName)
            .BuildServiceProvider();

    public SearchIndexes Indexes => services.GetRequiredService<SearchIndexes>();

    public ConceptEditor Editor => services.GetRequiredService<ConceptEditor>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task CreateAsync(string glossary, params string[] terms)
    {
        var termbases = services.GetRequiredService<TermbaseStore>();
        await termbases.EnsureAsync(glossary, glossary, Cancellation);
        foreach (var text in terms)
        {
            await AddAsync(glossary, text);
        }
    }

    public async Task<string> AddAsync(string glossary, string text)
    {
        var term = new TermContent { Language = "en", Key = string.Empty, Text = text, PartOfSpeech = "noun", Origin = TermOrigin.Typed };
        var (concept, _) = await Editor.CreateAsync(glossary, new ConceptContent { Terms = [term] }, null, "ada", Cancellation);
        return concept.Id;
    }

    public async Task<SearchIndexUse> UseAsync(string glossary) =>
        await Indexes.UseAsync(await services.GetRequiredService<TermbaseStore>().GetAsync(glossary, Cancellation), Cancellation);

    /// <summary>The head terms found, in the order of the alphabet.</summary>
    public async Task<string[]> FindAsync(string glossary, string text)
    {
        using var use = await UseAsync(glossary);
        return [.. use.Index!.Search(new SearchRequest { Text = text, Top = 100 }, Cancellation).Hits.Select(hit => hit.Concept.Text).Order(StringComparer.Ordinal)];
    }

    public async Task<string[]> SnapshotsAsync(string glossary)
    {
        var names = new List<string>();
        await foreach (var blob in services.GetRequiredService<IBlobStore>().ListAsync(BlobContainer.Artefacts, $"{glossary}/search/", Cancellation))
        {
            names.Add(long.Parse(Path.GetFileNameWithoutExtension(blob.Name), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        }

        return [.. names];
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
