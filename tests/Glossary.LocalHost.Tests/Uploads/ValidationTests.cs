using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Uploads;

/// <summary>Validation over HTTP: what a program does that works for a person.</summary>
public sealed class ValidationTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task Documents_of_three_kinds_are_evidence_for_one_concept_each_with_its_own_kind_of_place()
    {
        var glossary = await product.CreateAsync("Three kinds");
        var documents = new Dictionary<string, string>();
        foreach (var extension in new[] { "pdf", "docx", "xlsx" })
        {
            documents[extension] = await product.UploadAsync(glossary, "manual." + extension, Product.Sample($"bioreactor-manual.en.{extension}"));
            Assert.Equal("Ready", (await product.SettledAsync(glossary, documents[extension])).GetProperty("state").GetString());
        }

        var concept = await ConceptAsync(glossary, "oxygen uptake rate");
        var places = (await product.ListAsync($"/api/v1/glossaries/{glossary}/concepts/{concept.GetProperty("id").GetString()}/occurrences"))
            .GroupBy(place => place.GetProperty("documentId").GetString()).ToDictionary(group => group.Key!, group => group.First());

        Assert.Equal(3, concept.GetProperty("evidence").GetArrayLength());
        Assert.False(places[documents["pdf"]].TryGetProperty("place", out _));
        Assert.NotEmpty(places[documents["pdf"]].GetProperty("boxes").EnumerateArray());
        Assert.EndsWith("› 1.1 Terms used in this manual, ¶ 1", places[documents["docx"]].GetProperty("place").GetString(), StringComparison.Ordinal);
        Assert.Equal("Operating Manual, B3", places[documents["xlsx"]].GetProperty("place").GetString());
    }

    [Fact]
    public async Task A_concept_is_changed_only_by_who_has_seen_its_newest_version()
    {
        var glossary = await ReadyAsync("Versions");
        var concept = await ConceptAsync(glossary, "peristaltic pump");
        var path = $"/api/v1/glossaries/{glossary}/concepts/{concept.GetProperty("id").GetString()}";
        var etag = concept.GetProperty("etag").GetString();

        var blind = await product.Http.PatchAsJsonAsync(path, new { note = "x" }, Cancellation);
        var seen = await PatchAsync(path, etag!, new { note = "checked", definitions = new[] { new { text = "part that mixes", source = "manual" } } });
        var late = await PatchAsync(path, etag!, new { note = "too late" });
        var cleared = await PatchAsync(path, (await Product.JsonAsync(seen)).GetProperty("etag").GetString()!, new Dictionary<string, string?> { ["note"] = null });

        Assert.Equal(
            (HttpStatusCode.PreconditionRequired, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK),
            (blind.StatusCode, seen.StatusCode, late.StatusCode, cleared.StatusCode));
        var now = await product.GetAsync(path);
        Assert.False(now.TryGetProperty("note", out _));
        Assert.Equal("part that mixes", now.GetProperty("definitions")[0].GetProperty("text").GetString());
        var history = await product.ListAsync($"{path}/history");
        Assert.Equal(["Edited", "Edited"], history.Select(change => change.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("""{"terms":[]}""", "terms")]
    [InlineData("""{"terms":[{"language":"english","text":"x"}]}""", "language")]
    [InlineData("""{"terms":[{"language":"en","text":" "}]}""", "text")]
    [InlineData("""{"terms":[{"language":"en","text":"x","partOfSpeech":"interjection"}]}""", "partOfSpeech")]
    [InlineData("""{"terms":[{"language":"en","text":"x","key":"unknown"}]}""", "terms")]
    public async Task A_change_that_makes_no_sense_names_its_field(string patch, string field)
    {
        var glossary = await ReadyAsync("Rules");
        var concept = await ConceptAsync(glossary, "peristaltic pump");
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/glossaries/{glossary}/concepts/{concept.GetProperty("id").GetString()}")
        {
            Content = new StringContent(patch, System.Text.Encoding.UTF8, "application/merge-patch+json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        var response = await product.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await Product.JsonAsync(response)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Approved_terms_come_out_in_every_format_and_rejected_ones_in_none()
    {
        var glossary = await ReadyAsync("Out");
        await DecideAsync(glossary, "oxygen transfer rate", "Approved");
        await DecideAsync(glossary, "peristaltic pump", "Rejected");

        foreach (var format in new[] { "csv", "tbx", "json" })
        {
            var content = await product.ExportAsync(glossary, format, "Approved");
            Assert.Contains("oxygen transfer rate", content, StringComparison.Ordinal);
            Assert.DoesNotContain(">peristaltic pump<", content, StringComparison.Ordinal);
            Assert.DoesNotContain(",peristaltic pump,", content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_term_that_the_extraction_missed_is_made_with_its_place()
    {
        var glossary = await ReadyAsync("Missed");
        var document = (await product.ListAsync($"/api/v1/glossaries/{glossary}/documents"))[0].GetProperty("id").GetString();
        var text = (await product.GetAsync($"/api/v1/glossaries/{glossary}/documents/{document}/text?page=2")).GetProperty("text").GetString()!;
        var start = text.IndexOf("safety goggles", StringComparison.Ordinal);

        var made = await product.Http.PostAsJsonAsync(
            $"/api/v1/glossaries/{glossary}/concepts",
            new { text = "pair of safety goggles", language = "en", approve = true, place = new { documentId = document, page = 2, start, length = 14 } }, Cancellation);
        var id = (await Product.JsonAsync(made)).GetProperty("id").GetString();
        var again = await product.Http.PostAsJsonAsync($"/api/v1/glossaries/{glossary}/concepts", new { text = "pairs of safety goggles", language = "en" }, Cancellation);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (made.StatusCode, again.StatusCode));
        Assert.Equal(id, (await Product.JsonAsync(again)).GetProperty("errors").GetProperty("concept")[0].GetString());
        var place = Assert.Single(await product.ListAsync($"/api/v1/glossaries/{glossary}/concepts/{id}/occurrences"));
        Assert.Equal("safety goggles", place.GetProperty("text").GetString());
        var concept = await product.GetAsync($"/api/v1/glossaries/{glossary}/concepts/{id}");
        Assert.Contains("Wear safety goggles", concept.GetProperty("terms")[0].GetProperty("contexts")[0].GetProperty("text").GetString());
    }

    private async Task<string> ReadyAsync(string name)
    {
        var own = RunningHost.Own(name);
        var response = await product.Http.PostAsJsonAsync("/api/v1/glossaries", new { name = own }, Cancellation);
        var slug = response.IsSuccessStatusCode ? (await Product.JsonAsync(response)).GetProperty("slug").GetString()! : own.ToLowerInvariant();
        if (response.IsSuccessStatusCode)
        {
            await product.SettledAsync(slug, await product.UploadAsync(slug, "manual.pdf", Product.Sample("bioreactor-manual.en.pdf")));
        }

        return slug;
    }

    private async Task<JsonElement> ConceptAsync(string glossary, string text)
    {
        var row = (await product.ListAsync($"/api/v1/glossaries/{glossary}/concepts?q={Uri.EscapeDataString(text)}")).First(each => each.GetProperty("text").GetString() == text);
        return await product.GetAsync($"/api/v1/glossaries/{glossary}/concepts/{row.GetProperty("id").GetString()}");
    }

    private async Task DecideAsync(string glossary, string text, string state)
    {
        var id = (await ConceptAsync(glossary, text)).GetProperty("id").GetString();
        var response = await product.Http.PostAsJsonAsync($"/api/v1/glossaries/{glossary}/concepts:decide", new { ids = new[] { id }, state }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PatchAsync(string path, string etag, object patch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(patch) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{etag}\"");
        return await product.Http.SendAsync(request, Cancellation);
    }
}
