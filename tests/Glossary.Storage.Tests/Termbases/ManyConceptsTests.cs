using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;
using Glossary.Azure.Records.Cosmos;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Termbases;

/// <summary>A glossary of many concepts, imported once for all tests of the class.</summary>
public sealed class ManyConcepts : IAsyncLifetime
{
    public const string Glossary = "many";

    private const int Count = 20_000;

    public RecordStores Stores { get; } =
        new(new CosmosRecordStore(new FakeCosmosContainer(seed: 2026), new ImmediateClock()), new InMemoryRecordStore());

    /// <summary>What a list shows of each of them.</summary>
    public List<ConceptRow> Rows { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await new TermbaseStore(Stores, TimeProvider.System).CreateAsync(Glossary, "Many", "auto", CancellationToken.None);
        var import = new ConceptImport(Stores.Terms, Glossary, TimeProvider.System);
        var generator = new ConceptGenerator(seed: 20);
        while (import.Ids.Count < Count)
        {
            await import.AddAsync(Enumerable.Range(0, Count - import.Ids.Count).Select(_ => generator.Next()), CancellationToken.None);
        }

        var concepts = new ConceptList(Stores);
        foreach (var id in import.Ids)
        {
            Rows.Add(ConceptRow.Of((await concepts.FindAsync(Glossary, id, CancellationToken.None))!.Concept));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class ManyConceptsTests(ManyConcepts many) : IClassFixture<ManyConcepts>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<ConceptFilter> Filters =>
    [
        ConceptFilter.All,
        new ConceptFilter { States = [TermState.Approved] },
        new ConceptFilter { States = [TermState.Candidate, TermState.Rejected], Language = "de" },
        new ConceptFilter { Language = "fr" },
        new ConceptFilter { MinimumScore = 0.3, MaximumScore = 0.4 },
        new ConceptFilter { Text = "ING" },
        new ConceptFilter { Text = "e t", Language = "en", MinimumScore = 0.2 },
    ];

    [Fact]
    public async Task An_import_in_bulk_writes_what_the_product_would_have_written()
    {
        var store = new InMemoryRecordStore();
        await new TermbaseStore(new RecordStores(store, store), TimeProvider.System).CreateAsync("few", "Few", "auto", Cancellation);
        var generator = new ConceptGenerator(seed: 4);
        var import = new ConceptImport(store, "few", TimeProvider.System);
        await import.AddAsync(Enumerable.Range(0, 400).Select(_ => generator.Next()), Cancellation);
        Assert.InRange(import.Ids.Count, 300, 400);
        Assert.Empty(await GlossaryInvariants.BrokenAsync(store, "few", Cancellation));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Of_twenty_thousand_concepts_a_list_has_page_by_page_what_the_filter_admits_the_best_first(ConceptFilter filter)
    {
        var listed = new List<ConceptRow>();
        string? after = null;
        do
        {
            (var rows, after) = await new ConceptList(many.Stores).ListAsync(ManyConcepts.Glossary, filter, 250, after, Cancellation);
            listed.AddRange(rows);
        }
        while (after is not null);
        Assert.Equal(many.Rows.Where(filter.Admits).Select(row => row.Id).Order(StringComparer.Ordinal), listed.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Equal(listed.Select(row => row.Score).OrderDescending(), listed.Select(row => row.Score));
    }
}
