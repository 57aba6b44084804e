using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;

namespace Glossary.App.Tests.Termbases;

public sealed class TermbaseStoreTests : IDisposable
{
    private readonly Installation installation = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TermbaseStore Termbases => installation.Termbases;

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task A_glossary_is_found_under_its_slug()
    {
        await Termbases.CreateAsync("pumps", "Pumps", "en", Cancellation);

        var found = await Termbases.GetAsync("pumps", Cancellation);

        Assert.Equal(("pumps", "Pumps", "en", 0L), (found.Slug, found.Name, found.SourceLanguage, found.ChangeNumber));
        Assert.Equal(installation.Clock.GetUtcNow(), found.CreatedAt);
    }

    [Theory]
    [InlineData("valves")]
    [InlineData("")]
    [InlineData("../pumps")]
    [InlineData("Pumps")]
    public async Task A_slug_that_no_glossary_has_is_not_found(string slug)
    {
        await Termbases.CreateAsync("pumps", "Pumps", "en", Cancellation);

        var exception = await Assert.ThrowsAsync<ApiException>(() => Termbases.GetAsync(slug, Cancellation));

        Assert.Equal((404, ProblemCodes.NotFound), (exception.Status, exception.Code));
    }

    [Fact]
    public async Task A_taken_slug_is_refused_and_the_glossary_stays_as_it_is()
    {
        await Termbases.CreateAsync("pumps", "Pumps", "en", Cancellation);

        var exception = await Assert.ThrowsAsync<ApiException>(() => Termbases.CreateAsync("pumps", "Other", "de", Cancellation));

        Assert.Equal((409, ProblemCodes.GlossaryExists), (exception.Status, exception.Code));
        Assert.Equal("Pumps", (await Termbases.GetAsync("pumps", Cancellation)).Name);
    }

    [Fact]
    public async Task Settings_that_several_people_change_at_once_are_all_kept()
    {
        await Termbases.CreateAsync("pumps", "Pumps", "en", Cancellation, "exhaustive");
        Assert.Equal("exhaustive", (await Termbases.GetAsync("pumps", Cancellation)).Profile.Name);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => Termbases.UpdateAsync("pumps", each => each with { TargetLanguages = [.. each.TargetLanguages, $"x-{i}"] }, Cancellation), Cancellation)));

        Assert.Equal(8, (await Termbases.GetAsync("pumps", Cancellation)).TargetLanguages.Count);
        Assert.Equal(404, (await Assert.ThrowsAsync<ApiException>(() => Termbases.UpdateAsync("valves", each => each, Cancellation))).Status);
    }

    [Fact]
    public async Task Ensured_at_once_by_many_it_is_made_once()
    {
        var termbases = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => Termbases.EnsureAsync("pumps", $"Pumps {i}", Cancellation), Cancellation)));

        Assert.Single(termbases.Select(termbase => termbase.Name).Distinct());
        Assert.Single((await Termbases.ListAsync(100, null, Cancellation)).Termbases);
    }

    [Fact]
    public async Task Page_by_page_all_glossaries_come_in_the_order_of_their_slugs()
    {
        foreach (var i in Enumerable.Range(0, 70).Reverse())
        {
            await Termbases.CreateAsync($"g{i:D2}", "G", "auto", Cancellation);
        }

        var slugs = new List<string>();
        string? after = null;
        do
        {
            (var page, after) = await Termbases.ListAsync(30, after, Cancellation);
            slugs.AddRange(page.Select(termbase => termbase.Slug));
        }
        while (after is not null);
        Assert.Equal(Enumerable.Range(0, 70).Select(i => $"g{i:D2}"), slugs);
    }

    [Fact]
    public async Task A_glossary_that_a_fault_left_unlisted_is_listed_by_whoever_creates_it_again()
    {
        await Termbases.CreateAsync("pumps", "Pumps", "en", Cancellation);
        await installation.Stores.Registry.CommitAsync("glossaries", [RecordWrite.Delete("s|pumps")], Cancellation);

        await Termbases.EnsureAsync("pumps", "Pumps", Cancellation);
        await Assert.ThrowsAsync<ApiException>(() => Termbases.CreateAsync("pumps", "Pumps", "en", Cancellation));

        Assert.Single((await Termbases.ListAsync(100, null, Cancellation)).Termbases);
    }
}
