using System.Text.Json;
using Azure.Storage.Blobs;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Uploads;

public sealed class MainJobTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Theory]
    [InlineData("en", "oxygen transfer rate", "OTR")]
    [InlineData("de", "Sauerstofftransferrate", "OTR")]
    public async Task A_document_goes_in_and_its_terms_come_out_with_their_places(string language, string term, string abbreviation)
    {
        var glossary = await product.CreateAsync($"Main job {language}");
        var document = await product.UploadAsync(glossary, "manual.pdf", Product.Sample($"bioreactor-manual.{language}.pdf"));

        var settled = await product.SettledAsync(glossary, document);

        Assert.Equal("Ready", settled.GetProperty("state").GetString());
        Assert.Equal(language, settled.GetProperty("language").GetString());
        var concepts = await product.ListAsync($"/api/v1/glossaries/{glossary}/concepts?$top=40");
        Assert.Equal(settled.GetProperty("counts").GetProperty("candidates").GetInt32(), concepts.Count);
        Assert.Equal(concepts.Count, concepts.Select(concept => concept.GetProperty("id").GetString()).Distinct().Count());
        var scores = concepts.Select(concept => concept.GetProperty("score").GetDouble()).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Contains(concepts, concept => concept.GetProperty("text").GetString() == term);
        Assert.Contains(concepts, concept => concept.GetProperty("text").GetString() == abbreviation);

        var places = await OccurrencesHoldAsync(glossary, document, concepts);
        Assert.Equal(settled.GetProperty("counts").GetProperty("occurrences").GetInt32(), places);

        Assert.Contains($",{term},{language},", await product.ExportAsync(glossary, "csv", "Candidate"));
        var json = JsonDocument.Parse(await product.ExportAsync(glossary, "json", "Candidate")).RootElement;
        Assert.Equal(concepts.Count, json.GetProperty("concepts").GetArrayLength());
    }

    [Fact]
    public async Task A_file_that_any_tool_puts_into_the_storage_is_read_without_a_call()
    {
        Assert.SkipWhen(host.ConnectionString is null, RunningHost.NeedsStorage);
        var glossary = RunningHost.Own("plain-put");
        var uploads = new BlobContainerClient(host.ConnectionString, "uploads");
        await uploads.GetBlobClient($"{glossary}/manual.pdf").UploadAsync(new BinaryData(Product.Sample("bioreactor-manual.en.pdf")), Cancellation);

        var settled = await product.FirstDocumentAsync(glossary);

        Assert.Equal("Ready", settled.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_file_that_is_copied_into_the_inbox_is_read()
    {
        Assert.SkipWhen(RunningHost.IsUsed, RunningHost.NeedsLocalHost);
        var folder = Directory.CreateDirectory(Path.Combine(host.Data, "inbox", "From the inbox"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "handbuch.pdf"), Product.Sample("bioreactor-manual.de.pdf"), Cancellation);

        var settled = await product.FirstDocumentAsync("from-the-inbox");

        Assert.Equal("Ready", settled.GetProperty("state").GetString());
        Assert.Equal("From the inbox", (await product.GetAsync("/api/v1/glossaries/from-the-inbox")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_file_without_a_folder_waits_until_a_person_says_where_it_belongs()
    {
        Assert.SkipWhen(host.ConnectionString is null, RunningHost.NeedsStorage);
        var stray = RunningHost.Own("stray") + ".pdf";
        var uploads = new BlobContainerClient(host.ConnectionString, "uploads");
        await uploads.GetBlobClient(stray).UploadAsync(new BinaryData(Product.Sample("bioreactor-manual.en.pdf")), Cancellation);
        await product.UntilAsync(
            "/api/v1/unassigned", each => each.GetProperty("value").EnumerateArray().Any(blob => blob.GetProperty("blobName").GetString() == stray));

        var glossary = await product.CreateAsync("Found");
        using var content = System.Net.Http.Json.JsonContent.Create(new { blobName = stray, glossary });
        var assigned = await product.Http.PostAsync("/api/v1/unassigned:assign", content, Cancellation);

        Assert.True(assigned.IsSuccessStatusCode);
        Assert.Equal("Ready", (await product.FirstDocumentAsync(glossary)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_broken_file_says_what_is_wrong_with_it_and_the_next_one_is_read()
    {
        var glossary = await product.CreateAsync("Broken");
        var broken = await product.SettledAsync(glossary, await product.UploadAsync(glossary, "broken.pdf", "%PDF-1.7\nno more"u8.ToArray()));
        var good = await product.SettledAsync(glossary, await product.UploadAsync(glossary, "good.pdf", Product.Sample("bioreactor-manual.en.pdf")));

        Assert.Equal("Failed", broken.GetProperty("state").GetString());
        Assert.Equal("damaged", broken.GetProperty("failure").GetProperty("code").GetString());
        Assert.Equal("Ready", good.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_deleted_document_takes_the_candidates_along_that_it_alone_supported()
    {
        var glossary = await product.CreateAsync("Deleted");
        var document = await product.UploadAsync(glossary, "manual.pdf", Product.Sample("bioreactor-manual.en.pdf"));
        var etag = (await product.SettledAsync(glossary, document)).GetProperty("etag").GetString();

        using var delete = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/glossaries/{glossary}/documents/{document}");
        delete.Headers.TryAddWithoutValidation("If-Match", $"\"{etag}\"");
        var response = await product.Http.SendAsync(delete, Cancellation);
        await product.UntilAsync(
            response.Headers.GetValues("Operation-Location").Single(), each => each.GetProperty("state").GetString() == "Succeeded");

        Assert.Empty(await product.ListAsync($"/api/v1/glossaries/{glossary}/documents"));
        Assert.Empty(await product.ListAsync($"/api/v1/glossaries/{glossary}/concepts"));
    }

    // Every place that is stored is read again on its page.
    private async Task<int> OccurrencesHoldAsync(string glossary, string document, List<JsonElement> concepts)
    {
        var pages = new Dictionary<int, string>();
        var count = 0;
        foreach (var concept in concepts)
        {
            var id = concept.GetProperty("id").GetString();
            var forms = (await product.GetAsync($"/api/v1/glossaries/{glossary}/concepts/{id}")).GetProperty("terms")[0].GetProperty("forms")
                .EnumerateArray().Select(form => form.GetProperty("text").GetString()).ToHashSet();
            foreach (var place in await product.ListAsync($"/api/v1/glossaries/{glossary}/concepts/{id}/occurrences?document={document}"))
            {
                var number = place.GetProperty("page").GetInt32();
                if (!pages.TryGetValue(number, out var text))
                {
                    text = pages[number] = (await product.GetAsync($"/api/v1/glossaries/{glossary}/documents/{document}/text?page={number}"))
                        .GetProperty("text").GetString()!;
                }

                Assert.Contains(text.Substring(place.GetProperty("start").GetInt32(), place.GetProperty("length").GetInt32()), forms);
                count++;
            }
        }

        return count;
    }
}
