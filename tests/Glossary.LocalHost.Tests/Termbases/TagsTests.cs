using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Termbases;

/// <summary>Tags of concepts over HTTP.</summary>
public sealed class TagsTests(HostFixture host) : IDisposable
{
    private static readonly string[] New = ["new"];
    private static readonly string[] NewTwice = ["new", "NEW"];
    private static readonly string[] Late = ["late"];
    private static readonly string[] Two = ["a,b"];

    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task A_concept_gets_tags_when_it_is_made_and_by_a_patch_and_is_found_and_exported_by_them()
    {
        var slug = await product.CreateAsync("Tags");
        var glossary = $"/api/v1/glossaries/{slug}";
        var (pump, valve) = (await MakeAsync(glossary, "pump", " To translate ", "new"), await MakeAsync(glossary, "valve"));

        var set = await PatchAsync($"{glossary}/concepts/{valve}", new { tags = NewTwice });
        var wrong = await PatchAsync($"{glossary}/concepts/{valve}", new { tags = Two });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (set.StatusCode, wrong.StatusCode));
        Assert.Equal(["To translate", "new"], Tags(await product.GetAsync($"{glossary}/concepts/{pump}")));
        Assert.Equal(["new"], Tags(await product.GetAsync($"{glossary}/concepts/{valve}")));
        Assert.Equal("pump", Assert.Single(await product.ListAsync($"{glossary}/concepts?tag=to%20translate,other")).GetProperty("text").GetString());
        Assert.Equal(2, (await product.ListAsync($"{glossary}/concepts?tag=new")).Count);
        var found = await product.UntilAsync($"{glossary}/search?tag=new", answer => answer.TryGetProperty("count", out _));
        Assert.Equal(2, found.GetProperty("count").GetInt32());
        Assert.Contains(found.GetProperty("facets").EnumerateArray(), facet => facet.GetProperty("name").GetString() == "tag"
            && facet.GetProperty("values")[0].GetRawText() == """{"value":"new","count":2}""");
        Assert.Contains("To translate | new", await product.ExportAsync(slug, "csv"), StringComparison.Ordinal);
        Assert.Contains("<note>Tags: To translate, new</note>", await product.ExportAsync(slug, "tbx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_concepts_are_tagged_at_once_counted_before_and_one_undo_takes_it_back()
    {
        var glossary = $"/api/v1/glossaries/{await product.CreateAsync("Tagging")}";
        var (pump, valve) = (await MakeAsync(glossary, "pump", "new"), await MakeAsync(glossary, "valve"));
        var tag = new { action = "Tag", tags = Late, filter = new { tags = New } };

        var count = await Product.JsonAsync(await product.Http.PostAsJsonAsync($"{glossary}/concepts:preview", tag, Cancellation));
        var tagging = await product.StartAsync($"{glossary}/concepts:bulk", tag);
        await product.UntilAsync(tagging, each => each.GetProperty("state").GetString() == "Succeeded");
        Assert.Equal(["new", "late"], Tags(await product.GetAsync($"{glossary}/concepts/{pump}")));
        var untagging = await product.StartAsync($"{glossary}/concepts:bulk", new { action = "Untag", tags = NewTwice, ids = new[] { pump, valve } });
        await product.UntilAsync(untagging, each => each.GetProperty("state").GetString() == "Succeeded");
        Assert.Equal(["late"], Tags(await product.GetAsync($"{glossary}/concepts/{pump}")));
        await product.UntilAsync(await product.StartAsync($"{untagging}:undo", new { }), each => each.GetProperty("state").GetString() == "Succeeded");

        Assert.Equal(1, count.GetProperty("count").GetInt32());
        Assert.Equal(["new", "late"], Tags(await product.GetAsync($"{glossary}/concepts/{pump}")));
        Assert.Empty(Tags(await product.GetAsync($"{glossary}/concepts/{valve}")));
        var without = await product.Http.PostAsJsonAsync($"{glossary}/concepts:bulk", new { action = "Tag", filter = new { } }, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
    }

    private static IEnumerable<string?> Tags(JsonElement concept) => concept.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString());

    private async Task<string> MakeAsync(string glossary, string text, params string[] tags)
    {
        var made = await product.Http.PostAsJsonAsync($"{glossary}/concepts", new { text, language = "en", tags }, Cancellation);
        return (await Product.JsonAsync(made)).GetProperty("id").GetString()!;
    }

    private async Task<HttpResponseMessage> PatchAsync(string path, object patch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(patch) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await product.Http.SendAsync(request, Cancellation);
    }
}
