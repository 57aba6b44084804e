using System.Net;
using System.Net.Http.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Termbases;

/// <summary>Members, repeated calls, bulk edits and exports of the past over HTTP.</summary>
public sealed class MembersTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task Members_are_added_changed_listed_and_removed()
    {
        var members = $"/api/v1/glossaries/{await product.CreateAsync("Members")}/members";

        var added = await product.Http.PutAsJsonAsync($"{members}/bob", new { role = "Reader", name = "Bob" }, Cancellation);
        var changed = await product.Http.PutAsJsonAsync($"{members}/bob", new { role = "Editor", name = "Bob" }, Cancellation);
        var wrong = await product.Http.PutAsJsonAsync($"{members}/eve", new { role = "King" }, Cancellation);
        var listed = Assert.Single(await product.ListAsync(members));
        var removed = await product.Http.DeleteAsync($"{members}/bob", Cancellation);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NoContent),
            (added.StatusCode, changed.StatusCode, wrong.StatusCode, removed.StatusCode));
        Assert.Equal(("bob", "Editor", "local"), (listed.GetProperty("id").GetString(), listed.GetProperty("role").GetString(), listed.GetProperty("addedBy").GetString()));
        Assert.Empty(await product.ListAsync(members));
    }

    [Fact]
    public async Task A_repeated_call_makes_one_concept_and_gets_one_answer()
    {
        var concepts = $"/api/v1/glossaries/{await product.CreateAsync("Repeats")}/concepts";
        var key = Ulid.NewUlid().ToString();

        var first = await SendAsync(concepts, key, "pump");
        var repeat = await SendAsync(concepts, key, "pump");
        var other = await SendAsync(concepts, key, "valve");

        Assert.Equal(
            (HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (first.StatusCode, repeat.StatusCode, other.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await repeat.Content.ReadAsStringAsync(Cancellation));
        Assert.True(repeat.Headers.Contains("Idempotency-Replayed"));
        Assert.Single(await product.ListAsync(concepts));
    }

    [Fact]
    public async Task Named_concepts_are_deleted_in_the_background_and_come_back_with_one_undo()
    {
        var glossary = await product.CreateAsync("Bulk");
        var concepts = $"/api/v1/glossaries/{glossary}/concepts";
        var ids = new List<string>();
        foreach (var text in new[] { "pump", "valve" })
        {
            ids.Add((await Product.JsonAsync(await SendAsync(concepts, Ulid.NewUlid().ToString(), text))).GetProperty("id").GetString()!);
        }

        var preview = await product.Http.PostAsJsonAsync($"{concepts}:preview", new { ids, action = "Delete" }, Cancellation);
        var operation = await product.StartAsync($"{concepts}:bulk", new { ids, action = "Delete" });
        await product.UntilAsync(operation, each => each.GetProperty("state").GetString() == "Succeeded");
        var gone = await product.ListAsync(concepts);
        var results = System.Text.Encoding.UTF8.GetString(await product.FileAsync(operation));
        var undo = await product.StartAsync($"{operation}:undo", new { });
        await product.UntilAsync(undo, each => each.GetProperty("state").GetString() == "Succeeded");

        Assert.Equal(2, (await Product.JsonAsync(preview)).GetProperty("count").GetInt32());
        Assert.Empty(gone);
        Assert.Contains($"{ids[0]},done", results, StringComparison.Ordinal);
        Assert.Equal(2, (await product.ListAsync(concepts)).Count);
        var past = await product.Http.PostAsJsonAsync($"/api/v1/glossaries/{glossary}/exports", new { format = "csv", changeNumber = 99 }, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, past.StatusCode);
        var export = await product.StartAsync($"/api/v1/glossaries/{glossary}/exports", new { format = "csv", changeNumber = 1 });
        await product.UntilAsync(export, each => each.GetProperty("state").GetString() == "Succeeded");
        var csv = System.Text.Encoding.UTF8.GetString(await product.FileAsync(export));
        Assert.Contains("pump", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("valve", csv, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(string concepts, string key, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, concepts) { Content = JsonContent.Create(new { text, language = "en" }) };
        request.Headers.Add("Idempotency-Key", key);
        return await product.Http.SendAsync(request, Cancellation);
    }
}
