using System.Net;
using System.Net.Http.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Termbases;

/// <summary>Relations over HTTP.</summary>
public sealed class RelationsTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task A_relation_is_proposed_reviewed_and_removed_and_seen_from_both_ends()
    {
        var concepts = $"/api/v1/glossaries/{await product.CreateAsync("Relations")}/concepts";
        var (pump, valve) = (await MakeAsync(concepts, "pump"), await MakeAsync(concepts, "valve"));
        var wish = new
        {
            kind = "HasPart", concept = valve, confidence = 0.6, state = "Proposed", evidence = new[] { new { documentId = "d1", page = 2, sentence = "The pump has a valve." } },
        };

        var added = await product.Http.PostAsJsonAsync($"{concepts}/{pump}/relations", wish, Cancellation);
        var again = await product.Http.PostAsJsonAsync($"{concepts}/{pump}/relations", wish, Cancellation);
        var blind = await product.Http.PatchAsJsonAsync($"{concepts}/{pump}/relations/HasPart/{valve}", new { state = "Accepted" }, Cancellation);
        var etag = (await product.GetAsync($"{concepts}/{pump}")).GetProperty("etag").GetString()!;
        var reviewed = await SendAsync(HttpMethod.Patch, $"{concepts}/{pump}/relations/hasPart/{valve}", etag, new { state = "Accepted" });
        var seen = Assert.Single(await product.ListAsync($"{concepts}/{valve}/relations?state=Accepted"));
        var circle = await product.Http.PostAsJsonAsync($"{concepts}/{valve}/relations", new { kind = "HasPart", concept = pump }, Cancellation);
        var removed = await SendAsync(HttpMethod.Delete, $"{concepts}/{valve}/relations/PartOf/{pump}", "*", null);

        Assert.Equal(
            (HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.PreconditionRequired, HttpStatusCode.OK, HttpStatusCode.OK),
            (added.StatusCode, again.StatusCode, blind.StatusCode, reviewed.StatusCode, removed.StatusCode));
        Assert.Equal(
            ("PartOf", "HasPart", pump, "pump", 0.6, "The pump has a valve."),
            (seen.GetProperty("kind").GetString(), seen.GetProperty("inverse").GetString(), seen.GetProperty("concept").GetString(), seen.GetProperty("text").GetString(),
                seen.GetProperty("confidence").GetDouble(), seen.GetProperty("evidence")[0].GetProperty("sentence").GetString()));
        Assert.Equal((HttpStatusCode.Conflict, "hierarchy-cycle"), (circle.StatusCode, (await Product.JsonAsync(circle)).GetProperty("code").GetString()));
        Assert.Empty(await product.ListAsync($"{concepts}/{pump}/relations"));
        var history = await product.ListAsync($"{concepts}/{valve}/history");
        Assert.Equal(["Related", "Related", "Related", "Created"], history.Select(change => change.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("""{"kind":"Likes","concept":"x"}""")]
    [InlineData("""{"kind":"Uses"}""")]
    [InlineData("""{"kind":"Uses","concept":"x","confidence":1.5}""")]
    [InlineData("""{"kind":"Uses","concept":"x","evidence":[{"documentId":"d","page":0,"sentence":"s"}]}""")]
    public async Task A_relation_that_makes_no_sense_is_refused(string wish)
    {
        var concepts = $"/api/v1/glossaries/{await product.CreateAsync($"Relation rules {wish.Length}")}/concepts";
        using var content = new StringContent(wish, System.Text.Encoding.UTF8, "application/json");

        var response = await product.Http.PostAsync($"{concepts}/{await MakeAsync(concepts, "pump")}/relations", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<string> MakeAsync(string concepts, string text)
    {
        var made = await product.Http.PostAsJsonAsync(concepts, new { text, language = "en" }, Cancellation);
        return (await Product.JsonAsync(made)).GetProperty("id").GetString()!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string etag, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", etag == "*" ? etag : $"\"{etag}\"");
        return await product.Http.SendAsync(request, Cancellation);
    }
}
