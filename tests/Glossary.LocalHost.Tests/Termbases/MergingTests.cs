using System.Net;
using System.Net.Http.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Termbases;

/// <summary>Merging, splitting and duplicates over HTTP.</summary>
public sealed class MergingTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task The_id_of_a_merged_concept_is_answered_with_the_address_of_the_kept_one_until_the_merge_is_taken_back()
    {
        var concepts = $"/api/v1/glossaries/{await product.CreateAsync("Merging")}/concepts";
        var (pump, booster) = (await MakeAsync(concepts, "pump"), await MakeAsync(concepts, "booster"));

        var merged = await product.Http.PostAsJsonAsync($"{concepts}:merge", new { into = pump, concepts = new[] { booster } }, Cancellation);
        var old = await product.Http.GetAsync($"{concepts}/{booster}", Cancellation);
        var places = await product.Http.GetAsync($"{concepts}/{booster}/occurrences?$top=5", Cancellation);
        var late = await PatchAsync($"{concepts}/{booster}", new { note = "late" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PermanentRedirect), (merged.StatusCode, old.StatusCode));
        Assert.Equal(($"{concepts}/{pump}", $"{concepts}/{pump}/occurrences?$top=5"), (old.Headers.Location!.ToString(), places.Headers.Location!.ToString()));
        Assert.True(old.Headers.CacheControl!.NoCache);
        Assert.Equal(["pump", "booster"], (await product.GetAsync(old.Headers.Location.ToString())).GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("text").GetString()));
        Assert.Equal((HttpStatusCode.Conflict, "concept-merged"), (late.StatusCode, (await Product.JsonAsync(late)).GetProperty("code").GetString()));

        var change = (await Product.JsonAsync(merged)).GetProperty("change").GetInt64();
        var undone = await product.Http.PostAsync($"{concepts[..^"/concepts".Length]}/changes/{change}:undo", null, Cancellation);

        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal("booster", (await product.GetAsync($"{concepts}/{booster}")).GetProperty("terms")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_split_needs_the_newest_version_and_terms_that_the_concept_has()
    {
        var concepts = $"/api/v1/glossaries/{await product.CreateAsync("Splitting")}/concepts";
        var pump = await MakeAsync(concepts, "pump");
        await PatchAsync($"{concepts}/{pump}", new { terms = new object[] { new { language = "en", text = "pump", key = "pump" }, new { language = "de", text = "Pumpe" } } });
        var concept = await product.GetAsync($"{concepts}/{pump}");
        var german = concept.GetProperty("terms")[1].GetProperty("key").GetString();

        var blind = await SplitAsync($"{concepts}/{pump}", null, german!);
        var wrong = await SplitAsync($"{concepts}/{pump}", concept.GetProperty("etag").GetString(), "no such key");
        var split = await SplitAsync($"{concepts}/{pump}", concept.GetProperty("etag").GetString(), german!);

        Assert.Equal(
            (HttpStatusCode.PreconditionRequired, HttpStatusCode.BadRequest, HttpStatusCode.Created), (blind.StatusCode, wrong.StatusCode, split.StatusCode));
        var made = await product.GetAsync($"{concepts}/{(await Product.JsonAsync(split)).GetProperty("id").GetString()}");
        Assert.Equal("Pumpe", Assert.Single(made.GetProperty("terms").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(1, (await product.GetAsync($"{concepts}/{pump}")).GetProperty("terms").GetArrayLength());
    }

    [Fact]
    public async Task The_id_of_a_moved_concept_is_answered_with_its_address_in_the_other_glossary_until_the_move_is_taken_back()
    {
        var (from, to) = (await product.CreateAsync("Moving from"), await product.CreateAsync("Moving to"));
        var concepts = $"/api/v1/glossaries/{from}/concepts";
        var pump = await MakeAsync(concepts, "pump");

        var operation = await product.StartAsync($"{concepts}:move", new { ids = new[] { pump }, to });
        await product.UntilAsync(operation, each => each.GetProperty("state").GetString() == "Succeeded");
        var old = await product.Http.GetAsync($"{concepts}/{pump}", Cancellation);

        Assert.Equal(HttpStatusCode.PermanentRedirect, old.StatusCode);
        Assert.Equal(to, (await product.GetAsync(old.Headers.Location!.ToString())).GetProperty("glossary").GetString());
        var undo = await product.StartAsync($"{operation}:undo", new { });
        await product.UntilAsync(undo, each => each.GetProperty("state").GetString() == "Succeeded");
        Assert.Equal(from, (await product.GetAsync($"{concepts}/{pump}")).GetProperty("glossary").GetString());
    }

    [Fact]
    public async Task Spellings_of_one_term_are_proposed_as_duplicates()
    {
        var glossary = await product.CreateAsync("Duplicates");
        var concepts = $"/api/v1/glossaries/{glossary}/concepts";
        await MakeAsync(concepts, "fill level");
        await MakeAsync(concepts, "fill-level");

        var pair = Assert.Single(await product.ListAsync($"/api/v1/glossaries/{glossary}/duplicates"));

        Assert.Equal("Hyphenation", pair.GetProperty("reason").GetString());
    }

    private async Task<string> MakeAsync(string concepts, string text)
    {
        var made = await product.Http.PostAsJsonAsync(concepts, new { text, language = "en" }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return (await Product.JsonAsync(made)).GetProperty("id").GetString()!;
    }

    private Task<HttpResponseMessage> SplitAsync(string concept, string? etag, string key) =>
        SendAsync(HttpMethod.Post, concept + ":split", etag, new { terms = new[] { new { language = "de", key } } });

    private Task<HttpResponseMessage> PatchAsync(string concept, object patch) => SendAsync(HttpMethod.Patch, concept, "*", patch);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? etag, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag == "*" ? etag : $"\"{etag}\"");
        }

        return await product.Http.SendAsync(request, Cancellation);
    }
}
