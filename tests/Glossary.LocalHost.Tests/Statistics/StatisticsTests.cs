using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Statistics;

/// <summary>The statistics over HTTP.</summary>
public sealed class StatisticsTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task What_a_glossary_holds_and_what_was_decided_is_counted()
    {
        var glossary = await product.CreateAsync("Statistics");
        Assert.Equal(0, (await ReportAsync(glossary)).GetProperty("activity").GetProperty("days").GetArrayLength());

        await product.SettledAsync(glossary, await product.UploadAsync(glossary, "manual.pdf", Product.Sample("bioreactor-manual.en.pdf")));
        var concepts = (await product.ListAsync($"/api/v1/glossaries/{glossary}/concepts")).ConvertAll(concept => concept.GetProperty("id").GetString()!);
        await DecideAsync(glossary, new { ids = concepts[..2], state = "Approved" });
        await DecideAsync(glossary, new { ids = concepts[2..3], state = "Rejected", reason = "Fragment" });

        // On a busy machine the index comes a little later, and the report says so.
        var report = await product.UntilAsync(
            $"/api/v1/glossaries/{glossary}/statistics",
            each => each.GetProperty("facetsToChange") is { ValueKind: JsonValueKind.Number } facets && facets.GetInt64() == each.GetProperty("activity").GetProperty("toChange").GetInt64());
        Assert.Equal(
            (2, 1, concepts.Count - 3, 1),
            (Number(report, "concepts", "approved"), Number(report, "concepts", "rejected"), Number(report, "concepts", "candidates"), Number(report, "documents", "ready")));
        var languages = report.GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("name").GetString() == "language").GetProperty("values");
        Assert.Equal(("en", concepts.Count), (languages[0].GetProperty("value").GetString(), languages[0].GetProperty("count").GetInt32()));
        var activity = report.GetProperty("activity");
        var work = Assert.Single(activity.GetProperty("people").EnumerateArray()).GetProperty("work");
        Assert.Equal((2, 1), (work.GetProperty("approved").GetInt32(), work.GetProperty("rejected").GetInt32()));
        Assert.Equal("Fragment", activity.GetProperty("rejectionReasons")[0].GetProperty("reason").GetString());
    }

    private Task<JsonElement> ReportAsync(string glossary) => product.GetAsync($"/api/v1/glossaries/{glossary}/statistics");

    private async Task DecideAsync(string glossary, object decision)
    {
        using var answer = await product.Http.PostAsJsonAsync($"/api/v1/glossaries/{glossary}/concepts:decide", decision, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static int Number(JsonElement report, string part, string name) => report.GetProperty(part).GetProperty(name).GetInt32();
}
