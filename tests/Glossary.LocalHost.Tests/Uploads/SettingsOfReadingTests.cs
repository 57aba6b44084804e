using System.Net;
using System.Text.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Uploads;

/// <summary>What a person sets for the reading of documents: the language of one, and the profile of a glossary.</summary>
public sealed class SettingsOfReadingTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task A_document_is_read_again_in_the_language_that_a_person_sets_and_its_terms_follow()
    {
        var glossary = await product.CreateAsync("Language set");
        var document = await product.UploadAsync(glossary, "handbuch.docx", Product.Sample("bioreactor-manual.de.docx"));
        var read = await product.SettledAsync(glossary, document);
        Assert.Equal("de", read.GetProperty("language").GetString());
        Assert.False(read.TryGetProperty("languageOverride", out _));
        Assert.Contains("de", await LanguagesAsync(glossary));

        var path = $"/api/v1/glossaries/{glossary}/documents/{document}";
        Assert.Equal(HttpStatusCode.OK, (await PatchAsync(path, """{"languageOverride":"en"}""")).StatusCode);
        read = await product.SettledAsync(glossary, document);
        Assert.Equal(
            ("Ready", "en", "en", 2),
            (read.GetProperty("state").GetString(), read.GetProperty("language").GetString(), read.GetProperty("languageOverride").GetString(), read.GetProperty("revision").GetInt32()));
        Assert.Equal(["en"], await LanguagesAsync(glossary));

        Assert.Equal(HttpStatusCode.OK, (await PatchAsync(path, """{"languageOverride":"auto"}""")).StatusCode);
        read = await product.SettledAsync(glossary, document);
        Assert.Equal("de", read.GetProperty("language").GetString());
        Assert.Contains("de", await LanguagesAsync(glossary));

        var wrong = await PatchAsync(path, """{"languageOverride":"fr"}""");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.True((await Product.JsonAsync(wrong)).GetProperty("errors").TryGetProperty("languageOverride", out _));
    }

    [Fact]
    public async Task A_glossary_has_a_profile_that_holds_from_the_next_reading_on()
    {
        var glossary = await product.CreateAsync("Profile set");
        var path = $"/api/v1/glossaries/{glossary}";
        Assert.Equal("balanced", (await product.GetAsync(path)).GetProperty("profile").GetString());
        var document = await product.UploadAsync(glossary, "manual.pdf", Product.Sample("bioreactor-manual.en.pdf"));
        var balanced = Candidates(await product.SettledAsync(glossary, document));

        Assert.Equal("precise", (await Product.JsonAsync(await PatchAsync(path, """{"profile":"precise"}"""))).GetProperty("profile").GetString());
        Assert.Equal(balanced, Candidates(await product.SettledAsync(glossary, document)));

        await product.UntilAsync(
            await product.StartAsync($"{path}/documents/{document}:reprocess", new { }), each => each.GetProperty("state").GetString() == "Succeeded");
        Assert.InRange(Candidates(await product.SettledAsync(glossary, document)), 1, balanced - 1);

        var wrong = await PatchAsync(path, """{"profile":"greedy"}""");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.True((await Product.JsonAsync(wrong)).GetProperty("errors").TryGetProperty("profile", out _));
    }

    private static int Candidates(JsonElement document) => document.GetProperty("counts").GetProperty("candidates").GetInt32();

    private async Task<List<string?>> LanguagesAsync(string glossary) =>
        [.. (await product.ListAsync($"/api/v1/glossaries/{glossary}/concepts?$top=200")).Select(concept => concept.GetProperty("language").GetString()).Distinct().Order()];

    private async Task<HttpResponseMessage> PatchAsync(string path, string patch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path)
        {
            Content = new StringContent(patch, System.Text.Encoding.UTF8, "application/merge-patch+json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await product.Http.SendAsync(request, Cancellation);
    }
}
