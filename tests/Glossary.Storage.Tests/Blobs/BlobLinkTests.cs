using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Glossary.App.Kernel.Blobs;
using Glossary.Azure.Blobs;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Blobs;

public sealed class BlobLinkTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private readonly HttpClient browser = new();
    private readonly AzureBlobStore store = new(azurite.Clients.Blobs, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        browser.Dispose();
        store.Dispose();
    }

    [Fact]
    public async Task An_upload_link_creates_its_blob_by_a_plain_put()
    {
        const string name = "links/Prüfbericht #1 (50 %).pdf";
        var link = await store.CreateUploadLinkAsync(name, replaces: false, FiveMinutes, Cancellation);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(link.Url, "content"));
        Assert.Equal(7, (await store.FindAsync(BlobContainer.Uploads, name, Cancellation))!.Size);
    }

    [Fact]
    public async Task An_upload_link_cannot_overwrite()
    {
        var link = await store.CreateUploadLinkAsync("links/twice.pdf", replaces: false, FiveMinutes, Cancellation);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(link.Url, "first"));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(link.Url, "second"));
        Assert.Equal("first", await ReadAsync("links/twice.pdf"));
    }

    [Fact]
    public async Task A_replacing_link_overwrites_its_blob_and_no_other()
    {
        var first = await store.CreateUploadLinkAsync("links/again.pdf", replaces: false, FiveMinutes, Cancellation);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(first.Url, "first"));
        var second = await store.CreateUploadLinkAsync("links/again.pdf", replaces: true, FiveMinutes, Cancellation);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(second.Url, "second"));
        Assert.Equal("second", await ReadAsync("links/again.pdf"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, second.Url));
    }

    [Fact]
    public async Task An_upload_link_cannot_read_list_delete_or_write_another_blob()
    {
        var link = await store.CreateUploadLinkAsync("links/mine.pdf", replaces: false, FiveMinutes, Cancellation);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(link.Url, "mine"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, link.Url));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Delete, link.Url));
        var container = azurite.Clients.Blobs.GetBlobContainerClient("uploads").Uri;
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, new Uri($"{container}{link.Url.Query}&restype=container&comp=list")));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(new Uri($"{container}/links/other.pdf{link.Url.Query}"), "other"));
    }

    [Fact]
    public async Task An_expired_link_does_nothing()
    {
        var past = new SettableClock(TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1));
        using var yesterday = new AzureBlobStore(azurite.Clients.Blobs, past);
        var upload = await yesterday.CreateUploadLinkAsync("links/late.pdf", replaces: false, FiveMinutes, Cancellation);
        Assert.Equal(past.Now + FiveMinutes, upload.ExpiresAt);
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(upload.Url, "late"));
        await WriteAsync("links/old.pdf", "old");
        var read = await yesterday.CreateReadLinkAsync(BlobContainer.Uploads, "links/old.pdf", null, FiveMinutes, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, read.Url));
    }

    [Fact]
    public async Task A_link_says_no_more_than_it_must_and_allows_plain_http_on_loopback_only()
    {
        var local = await store.CreateUploadLinkAsync("a", replaces: false, FiveMinutes, Cancellation);
        Assert.Contains("sp=c&", local.Url.Query + "&", StringComparison.Ordinal);
        Assert.Contains("sr=b&", local.Url.Query + "&", StringComparison.Ordinal);
        Assert.Contains("spr=https,http&", local.Url.Query + "&", StringComparison.Ordinal);

        var account = new BlobServiceClient("DefaultEndpointsProtocol=https;AccountName=somewhere;AccountKey=bm8ga2V5;EndpointSuffix=core.windows.net");
        using var cloud = new AzureBlobStore(account, TimeProvider.System);
        var link = await cloud.CreateUploadLinkAsync("a", replaces: false, FiveMinutes, Cancellation);
        Assert.Contains("spr=https&", link.Url.Query + "&", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_link_reads_by_range_and_cannot_write()
    {
        await WriteAsync("links/read.pdf", "0123456789");
        var link = await store.CreateReadLinkAsync(BlobContainer.Uploads, "links/read.pdf", null, FiveMinutes, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, link.Url) { Headers = { Range = new RangeHeaderValue(2, 4) } };
        using var answer = await browser.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("234", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(link.Url, "changed"));
    }

    [Theory]
    [InlineData("Begriffe 2026.csv", "Begriffe 2026.csv")]
    [InlineData("Prüfbericht „A“.pdf", "Prüfbericht „A“.pdf")]
    [InlineData("報告😀.json", "報告😀.json")]
    [InlineData("a\"; filename=\"evil.exe", "a_; filename=_evil.exe")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "a__Set-Cookie_ x=1.pdf")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("..\\..\\boot.ini", "_.._boot.ini")]
    [InlineData("invoice\u202Efdp.exe", "invoice_fdp.exe")]
    [InlineData(" . ", "download")]
    public async Task A_download_is_saved_under_its_name_and_a_hostile_name_does_no_harm(string name, string saved)
    {
        await WriteAsync("links/download", "content");
        var link = await store.CreateReadLinkAsync(BlobContainer.Uploads, "links/download", name, FiveMinutes, Cancellation);
        using var answer = await browser.GetAsync(link.Url, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Equal(saved, disposition.FileNameStar ?? disposition.FileName!.Trim('"'));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_long_download_name_keeps_its_ending()
    {
        await WriteAsync("links/long", "content");
        var link = await store.CreateReadLinkAsync(BlobContainer.Uploads, "links/long", new string('ä', 5000) + ".xlsx", FiveMinutes, Cancellation);
        using var answer = await browser.GetAsync(link.Url, Cancellation);
        Assert.Equal(new string('ä', 195) + ".xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task A_page_of_the_site_may_upload_and_read_by_ranges()
    {
        var link = await store.CreateUploadLinkAsync("links/preflight.pdf", replaces: false, FiveMinutes, Cancellation);
        using var answer = await PreflightAsync(link.Url, AzuriteFixture.Origin, "PUT", "content-type,x-ms-blob-type");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([AzuriteFixture.Origin], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        using var range = await PreflightAsync(link.Url, AzuriteFixture.Origin, "GET", "range,if-match");
        Assert.Equal(HttpStatusCode.OK, range.StatusCode);
    }

    [Fact]
    public async Task A_page_of_the_site_sees_what_reading_by_ranges_needs()
    {
        await WriteAsync("links/ranges.pdf", "0123456789");
        var link = await store.CreateReadLinkAsync(BlobContainer.Uploads, "links/ranges.pdf", null, FiveMinutes, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, link.Url) { Headers = { { "Origin", AzuriteFixture.Origin } } };
        using var answer = await browser.SendAsync(request, Cancellation);
        var exposed = string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers")).Split(',', StringSplitOptions.TrimEntries);
        Assert.All(["accept-ranges", "content-length", "content-range"], header => Assert.Contains(header, exposed, StringComparer.OrdinalIgnoreCase));
        Assert.Equal("bytes", Assert.Single(answer.Headers.AcceptRanges));
    }

    [Theory]
    [InlineData("http://evil.example", "PUT")]
    [InlineData(AzuriteFixture.Origin, "DELETE")]
    public async Task A_page_from_elsewhere_or_another_method_is_refused(string origin, string method)
    {
        var link = await store.CreateUploadLinkAsync("links/preflight.pdf", replaces: false, FiveMinutes, Cancellation);
        using var answer = await PreflightAsync(link.Url, origin, method, "x-ms-blob-type");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Allowing_other_origins_replaces_the_own_rule_and_leaves_what_others_made()
    {
        var foreign = new BlobCorsRule
        {
            AllowedOrigins = "https://portal.example", AllowedMethods = "GET", AllowedHeaders = "*", ExposedHeaders = "*", MaxAgeInSeconds = 60,
        };
        BlobServiceProperties before = await azurite.Clients.Blobs.GetPropertiesAsync(Cancellation);
        before.Cors = [.. before.Cors, foreign];
        await azurite.Clients.Blobs.SetPropertiesAsync(before, Cancellation);

        await azurite.Setup.AllowOriginsAsync(["http://127.0.0.1:5081", "http://127.0.0.1:5082"], Cancellation);
        await azurite.Setup.AllowOriginsAsync([AzuriteFixture.Origin], Cancellation);
        await azurite.Setup.AllowOriginsAsync([AzuriteFixture.Origin], Cancellation);

        BlobServiceProperties after = await azurite.Clients.Blobs.GetPropertiesAsync(Cancellation);
        Assert.Equal(["https://portal.example", AzuriteFixture.Origin], after.Cors.Select(rule => rule.AllowedOrigins));
    }

    private async Task WriteAsync(string name, string content) => await store.WriteAsync(
        BlobContainer.Uploads, name, new MemoryStream(Encoding.UTF8.GetBytes(content)), "application/pdf", false, Cancellation);

    private async Task<string> ReadAsync(string name)
    {
        using var reader = new StreamReader(await store.OpenReadAsync(BlobContainer.Uploads, name, null, Cancellation));
        return await reader.ReadToEndAsync(Cancellation);
    }

    private async Task<HttpStatusCode> PutAsync(Uri link, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, link)
        {
            Headers = { { "x-ms-blob-type", "BlockBlob" } },
            Content = new StringContent(content, Encoding.UTF8, "application/pdf"),
        };
        using var answer = await browser.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, Uri link)
    {
        using var request = new HttpRequestMessage(method, link);
        using var answer = await browser.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> PreflightAsync(Uri link, string origin, string method, string headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, link)
        {
            Headers =
            {
                { "Origin", origin },
                { "Access-Control-Request-Method", method },
                { "Access-Control-Request-Headers", headers },
            },
        };
        return await browser.SendAsync(request, Cancellation);
    }
}
