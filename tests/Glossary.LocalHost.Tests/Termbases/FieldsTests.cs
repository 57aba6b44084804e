using System.Net;
using System.Net.Http.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Termbases;

/// <summary>Custom fields, assignees, comments and types of documents over HTTP.</summary>
public sealed class FieldsTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task A_field_that_the_glossary_declares_takes_values_of_its_type_and_no_others()
    {
        var glossary = $"/api/v1/glossaries/{await product.CreateAsync("Fields")}";
        var fields = new object[]
        {
            new { name = "unit", label = "Unit", labelDe = "Einheit", type = "Choice", choices = new[] { "bar", "Pa" } },
            new { name = "since", label = "Since", type = "Date" },
            new { name = "level", label = "Level", type = "Number" },
        };
        var declared = await product.Http.PatchAsJsonAsync(glossary, new { customFields = fields }, Cancellation);
        var concept = $"{glossary}/concepts/{await MakeAsync(glossary, "pressure")}";

        var set = await PatchAsync(concept, new { customFields = new { unit = "bar", since = "2026-01-31", level = "2.50" }, assignee = "bob" });
        var removed = await PatchAsync(concept, new { customFields = new Dictionary<string, string?> { ["since"] = null } });
        var wrong = await Task.WhenAll(
            PatchAsync(concept, new { customFields = new { unit = "psi" } }), PatchAsync(concept, new { customFields = new { since = "yesterday" } }),
            PatchAsync(concept, new { customFields = new { level = "high" } }), PatchAsync(concept, new { customFields = new { colour = "red" } }));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (declared.StatusCode, set.StatusCode, removed.StatusCode));
        Assert.All(wrong, response => Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode));
        var now = await product.GetAsync(concept);
        Assert.Equal("""{"level":"2.50","unit":"bar"}""", now.GetProperty("customFields").GetRawText());
        Assert.Equal("bob", now.GetProperty("assignee").GetString());
        var newest = (await product.ListAsync($"{concept}/history"))[0].GetProperty("number").GetInt64();
        await product.Http.PostAsync($"{glossary}/changes/{newest}:undo", null, Cancellation);
        Assert.Equal("2026-01-31", (await product.GetAsync(concept)).GetProperty("customFields").GetProperty("since").GetString());
    }

    [Fact]
    public async Task A_field_that_makes_no_sense_is_not_declared()
    {
        var glossary = $"/api/v1/glossaries/{await product.CreateAsync("Field rules")}";
        foreach (var field in new object[]
        {
            new { name = "Unit!", label = "Unit", type = "Text" }, new { name = "unit", label = string.Empty, type = "Text" },
            new { name = "unit", label = "Unit", type = "Choice" }, new { name = "unit", label = "Unit", type = "Text", choices = new[] { "a" } },
        })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await product.Http.PatchAsJsonAsync(glossary, new { customFields = new[] { field } }, Cancellation)).StatusCode);
        }
    }

    [Fact]
    public async Task Comments_stand_in_their_order_and_follow_a_merge()
    {
        var glossary = $"/api/v1/glossaries/{await product.CreateAsync("Comments")}";
        var (pump, booster) = (await MakeAsync(glossary, "pump"), await MakeAsync(glossary, "booster"));
        foreach (var (id, text) in new[] { (pump, "first"), (booster, "second"), (pump, "third") })
        {
            var said = await product.Http.PostAsJsonAsync($"{glossary}/concepts/{id}/comments", new { text }, Cancellation);
            Assert.Equal(HttpStatusCode.Created, said.StatusCode);
        }

        await product.Http.PostAsJsonAsync($"{glossary}/concepts:merge", new { into = pump, concepts = new[] { booster } }, Cancellation);

        var paged = await product.ListAsync($"{glossary}/concepts/{booster}/comments?$top=1");
        Assert.Equal(["second", "first", "third"], paged.Select(comment => comment.GetProperty("text").GetString()));
        Assert.Equal("local", paged[0].GetProperty("by").GetString());
        var empty = await product.Http.PostAsJsonAsync($"{glossary}/concepts/{pump}/comments", new { text = " " }, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
    }

    [Fact]
    public async Task There_are_eight_types_of_documents_in_two_languages_until_an_admin_sets_others()
    {
        const string path = "/api/v1/document-types";
        var first = await product.GetAsync(path);
        var types = first.GetProperty("value").EnumerateArray().Select(type => type.Clone()).ToList();
        Assert.True(types.Count >= 8);
        Assert.Equal("Handbuch", types.Single(type => type.GetProperty("code").GetString() == "manual").GetProperty("labelDe").GetString());

        var own = RunTypes(types.Select(type => (object)type));
        var stale = await PutAsync(path, "0000", own);
        var set = await PutAsync(path, first.GetProperty("etag").GetString()!, own);

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.OK), (stale.StatusCode, set.StatusCode));
        Assert.Contains((await product.GetAsync(path)).GetProperty("value").EnumerateArray(), type => type.GetProperty("code").GetString() == "data-sheet");
        var glossary = await product.CreateAsync("Typed documents");
        var document = $"/api/v1/glossaries/{glossary}/documents/{await product.UploadAsync(glossary, "manual.pdf", Product.Sample("bioreactor-manual.en.pdf"))}";
        await product.SettledAsync(glossary, document.Split('/')[^1]);
        var typed = await PatchAsync(document, new { type = "data-sheet", number = "DS-17", link = "https://example.org/ds-17" });
        var unknown = await PatchAsync(document, new { type = "novel" });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (typed.StatusCode, unknown.StatusCode));
        Assert.Equal(("data-sheet", "DS-17"), ((await product.GetAsync(document)).GetProperty("type").GetString(), (await product.GetAsync(document)).GetProperty("number").GetString()));
    }

    private static object RunTypes(IEnumerable<object> types) => new { value = types.Append(new { code = "data-sheet", label = "Data sheet", labelDe = "Datenblatt" }) };

    private async Task<string> MakeAsync(string glossary, string text)
    {
        var made = await product.Http.PostAsJsonAsync($"{glossary}/concepts", new { text, language = "en" }, Cancellation);
        return (await Product.JsonAsync(made)).GetProperty("id").GetString()!;
    }

    private Task<HttpResponseMessage> PatchAsync(string path, object patch) => SendAsync(HttpMethod.Patch, path, "*", patch);

    private Task<HttpResponseMessage> PutAsync(string path, string etag, object body) => SendAsync(HttpMethod.Put, path, $"\"{etag}\"", body);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string etag, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await product.Http.SendAsync(request, Cancellation);
    }
}
