using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;

namespace Glossary.App.Tests.Termbases;

public sealed class ConceptListTests : IAsyncLifetime
{
    private const string Glossary = "pumps";
    private readonly Installation installation = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await installation.Termbases.CreateAsync(Glossary, "Pumps", "auto", Cancellation);
        await installation.Recorder.RecordAsync(Glossary, "d1", 1, Made.Candidates(180), "op", Cancellation);
        await installation.Recorder.RecordAsync(Glossary, "d1", 1, [Made.Candidate("ventil", language: "de", score: 0.95)], "op", Cancellation);
        for (var i = 0; i < 180; i += 3)
        {
            await installation.DecideAsync(Glossary, $"term {i:D4}", i % 2 == 0 ? TermState.Approved : TermState.Rejected);
        }
    }

    public ValueTask DisposeAsync()
    {
        installation.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(1000)]
    public async Task Page_by_page_every_concept_of_all_states_comes_once_by_descending_score(int top)
    {
        var rows = await AllAsync(ConceptFilter.All, top);

        Assert.Equal(181, rows.Count);
        Assert.Distinct(rows.Select(row => row.Id));
        Assert.Equal(rows.Select(row => row.Score).OrderDescending(), rows.Select(row => row.Score));
        Assert.Equal(3, rows.Select(row => row.State).Distinct().Count());
    }

    [Theory]
    [InlineData(TermState.Candidate, 121)]
    [InlineData(TermState.Approved, 30)]
    [InlineData(TermState.Rejected, 30)]
    public async Task One_state_is_listed_alone(TermState state, int count)
    {
        var rows = await AllAsync(new ConceptFilter { States = [state] }, 20);

        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.Equal(state, row.State));
    }

    [Fact]
    public async Task Rows_can_be_chosen_by_language_score_and_text()
    {
        Assert.Equal("ventil", Assert.Single(await AllAsync(new ConceptFilter { Language = "de" }, 20)).Text);
        Assert.Equal(["term 0017"], (await AllAsync(new ConceptFilter { Text = "M 0017" }, 20)).Select(row => row.Text));
        var best = await AllAsync(new ConceptFilter { MinimumScore = 0.5 }, 20);
        Assert.InRange(best.Count, 50, 130);
        Assert.All(best, row => Assert.True(row.Score >= 0.5));
        Assert.Equal((await AllAsync(ConceptFilter.All, 1000)).Count(row => row.Score >= 0.5), best.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(1000)]
    public async Task Page_by_page_every_term_of_a_document_comes_once(int top)
    {
        await installation.Recorder.RecordAsync(Glossary, "d2", 1, [Made.Candidate("term 0005", score: 0.2), Made.Candidate("other", score: 0.9)], "op", Cancellation);

        Assert.Equal(["other", "term 0005"], (await OfDocumentAsync("d2", ConceptFilter.All, top)).Select(pair => pair.Concept.Text));
        Assert.Equal(181, (await OfDocumentAsync("d1", ConceptFilter.All, top)).Select(pair => pair.Concept.Id).Distinct().Count());
        Assert.Equal(30, (await OfDocumentAsync("d1", new ConceptFilter { States = [TermState.Approved] }, top)).Count);
        Assert.Empty(await OfDocumentAsync("d3", ConceptFilter.All, top));
    }

    private async Task<List<ConceptRow>> AllAsync(ConceptFilter filter, int top)
    {
        var all = new List<ConceptRow>();
        string? after = null;
        do
        {
            (var rows, after) = await installation.Concepts.ListAsync(Glossary, filter, top, after, Cancellation);
            Assert.True(rows.Count <= top);
            all.AddRange(rows);
        }
        while (after is not null);
        return all;
    }

    private async Task<List<(DocumentTermRow Row, ConceptRow Concept)>> OfDocumentAsync(string document, ConceptFilter filter, int top)
    {
        var all = new List<(DocumentTermRow, ConceptRow)>();
        string? after = null;
        do
        {
            (var rows, after) = await installation.Concepts.DocumentTermsAsync(Glossary, document, filter, top, after, Cancellation);
            Assert.True(rows.Count <= top);
            all.AddRange(rows);
        }
        while (after is not null);
        return all;
    }
}
