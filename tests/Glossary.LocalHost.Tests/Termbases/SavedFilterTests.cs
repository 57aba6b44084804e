using System.Net;
using System.Net.Http.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Termbases;

/// <summary>The filters that people keep.</summary>
public sealed class SavedFilterTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task A_filter_is_kept_under_its_name_replaced_and_removed()
    {
        var glossary = await product.CreateAsync("Saved filters");
        var path = $"/api/v1/glossaries/{glossary}/filters";

        await PutAsync($"{path}/To%20define", "?state=Approved&q=ventil%20%22a%22");
        await PutAsync($"{path}/Ärger%201", "minScore=0.5");
        await PutAsync($"{path}/To%20define", "state=Approved");

        var kept = await product.ListAsync(path);
        Assert.Equal(
            [("To define", "state=Approved"), ("Ärger 1", "minScore=0.5")],
            kept.Select(filter => (filter.GetProperty("name").GetString(), filter.GetProperty("query").GetString())).OrderBy(filter => filter.Item1, StringComparer.Ordinal));

        using var removed = await product.Http.DeleteAsync($"{path}/To%20define", Cancellation);
        using var again = await product.Http.DeleteAsync($"{path}/To%20define", Cancellation);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (removed.StatusCode, again.StatusCode));
        Assert.Single(await product.ListAsync(path));
    }

    [Theory]
    [InlineData("a", null)]
    [InlineData("%20", "q=x")]
    [InlineData("a%0Ab", "q=x")]
    [InlineData("a%2Fb", "q=x")]
    public async Task What_is_no_filter_is_refused(string name, string? query)
    {
        var glossary = (await product.ListAsync("/api/v1/glossaries")).Select(each => each.GetProperty("slug").GetString()).FirstOrDefault() ?? await product.CreateAsync("Refused filters");
        using var answer = await product.Http.PutAsJsonAsync($"/api/v1/glossaries/{glossary}/filters/{name}", new { query }, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task PutAsync(string path, string query)
    {
        using var answer = await product.Http.PutAsJsonAsync(path, new { query }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
