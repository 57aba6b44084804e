using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Search;

/// <summary>The search over HTTP on a real store.</summary>
public sealed class SearchTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task What_was_read_from_a_document_is_found_with_facets_and_snippets()
    {
        var glossary = await product.CreateAsync("Search of a document");
        await product.SettledAsync(glossary, await product.UploadAsync(glossary, "manual.pdf", Product.Sample("bioreactor-manual.en.pdf")));

        var answer = await FoundAsync(glossary, "q=Peristaltic%20pumps");

        var hit = answer.GetProperty("value")[0];
        Assert.Equal("peristaltic pump", hit.GetProperty("concept").GetProperty("text").GetString());
        var snippet = hit.GetProperty("snippets")[0];
        var match = snippet.GetProperty("matches")[0];
        Assert.Equal(
            ("term", "en", "peristaltic"),
            (snippet.GetProperty("field").GetString(), snippet.GetProperty("language").GetString(),
                snippet.GetProperty("text").GetString()!.Substring(match.GetProperty("start").GetInt32(), match.GetProperty("length").GetInt32())));
        Assert.Equal(
            ["state", "language", "subject", "type", "partOfSpeech", "assignee", "tag", "origin"], answer.GetProperty("facets").EnumerateArray().Select(facet => facet.GetProperty("name").GetString()));
        Assert.Equal("peristaltic pump", (await FoundAsync(glossary, "q=peristatlic%20pump")).GetProperty("didYouMean").GetString());
        var completions = await product.GetAsync($"/api/v1/glossaries/{glossary}/suggest?q=perist");
        Assert.Equal("peristaltic pump", completions.GetProperty("value")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_change_is_found_by_the_next_search()
    {
        var glossary = await product.CreateAsync("Search after changes");
        var valve = await MakeAsync(glossary, "check valve");
        Assert.Equal(["check valve"], Terms(await FoundAsync(glossary, "q=valve")));

        await MakeAsync(glossary, "ball valve");
        Assert.Equal(["ball valve", "check valve"], Terms(await FoundAsync(glossary, "q=valve")));

        var decided = await product.Http.PostAsJsonAsync(
            $"/api/v1/glossaries/{glossary}/concepts:decide", new { ids = new[] { valve }, state = "Approved" }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        var approved = await FoundAsync(glossary, "q=valve&state=Approved");
        Assert.Equal(["check valve"], Terms(approved));
        Assert.True(approved.GetProperty("index").GetProperty("isCurrent").GetBoolean());
    }

    [Fact]
    public async Task Hits_are_paged_by_continuation_and_each_comes_once()
    {
        var glossary = await product.CreateAsync("Search in pages");
        for (var i = 0; i < 7; i++)
        {
            await MakeAsync(glossary, $"valve {i}");
        }

        await FoundAsync(glossary, "q=valve");
        var hits = await product.ListAsync($"/api/v1/glossaries/{glossary}/search?q=valve&$top=3");

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"valve {i}"), hits.Select(hit => hit.GetProperty("concept").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task No_text_is_an_error()
    {
        var glossary = await product.CreateAsync("Search for anything");
        await MakeAsync(glossary, "pH-value");
        await MakeAsync(glossary, "c++");
        await FoundAsync(glossary, "q=x");
        string[] texts =
        [
            "pH-value", "c++", "\"", "(((", "*", "مرحبا", "🧪", "AND", "state:", "~", "\\", "\0", new string('x', 10_000), new string('泵', 10_000),
            string.Concat(Enumerable.Repeat("(\"a* ", 2_000)),
        ];

        foreach (var text in texts)
        {
            foreach (var route in new[] { "search", "suggest" })
            {
                var response = await product.Http.GetAsync($"/api/v1/glossaries/{glossary}/{route}?q={Uri.EscapeDataString(text)}", Cancellation);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{route} of {text[..Math.Min(40, text.Length)]}: {response.StatusCode}");
            }
        }

        Assert.Equal(["pH-value"], Terms(await FoundAsync(glossary, "q=pH-value")));
        Assert.Equal(["c++"], Terms(await FoundAsync(glossary, "q=" + Uri.EscapeDataString("c++"))));
    }

    [Fact]
    public async Task A_filter_that_makes_no_sense_names_itself()
    {
        var glossary = await product.CreateAsync("Search by nonsense");

        var response = await product.Http.GetAsync($"/api/v1/glossaries/{glossary}/search?state=Open", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await Product.JsonAsync(response)).GetProperty("errors").TryGetProperty("state", out _));
    }

    [Theory]
    [InlineData("valve")]
    [InlineData("VALVE ")]
    [InlineData("e v")]
    [InlineData("\"ball\"")]
    public async Task A_bulk_decision_by_text_is_on_just_the_concepts_that_the_list_shows_for_it(string text)
    {
        var glossary = await product.CreateAsync($"Bulk by {text.Trim().Trim('"')} {text.Length}");
        foreach (var term in new[] { "check valve", "ball valve", "valve seat", "Valve block", "shaft", "“ball” bearing", "\"ball\" screw" })
        {
            await MakeAsync(glossary, term);
        }

        var path = $"/api/v1/glossaries/{glossary}/concepts";
        var shown = (await product.ListAsync($"{path}?state=Candidate&q={Uri.EscapeDataString(text)}")).Select(row => row.GetProperty("text").GetString()).ToHashSet();
        var operation = await product.StartAsync($"{path}:bulk", new { state = "Approved", filter = new { q = text } });
        await product.UntilAsync(operation, each => each.GetProperty("state").GetString() == "Succeeded");

        var approved = (await product.ListAsync($"{path}?state=Approved")).Select(row => row.GetProperty("text").GetString()).ToHashSet();
        Assert.Equal(shown, approved);
    }

    private static IEnumerable<string?> Terms(JsonElement answer) =>
        answer.GetProperty("value").EnumerateArray().Select(hit => hit.GetProperty("concept").GetProperty("text").GetString());

    // The first search of a glossary may find its index in the making.
    private Task<JsonElement> FoundAsync(string glossary, string query) => product.UntilAsync(
        $"/api/v1/glossaries/{glossary}/search?{query}", answer => answer.GetProperty("index").GetProperty("isCurrent").GetBoolean());

    private async Task<string> MakeAsync(string glossary, string text)
    {
        var response = await product.Http.PostAsJsonAsync($"/api/v1/glossaries/{glossary}/concepts", new { language = "en", text }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await Product.JsonAsync(response)).GetProperty("id").GetString()!;
    }
}
