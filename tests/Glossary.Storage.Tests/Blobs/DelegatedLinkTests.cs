using System.Globalization;
using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Glossary.App.Kernel.Blobs;
using Glossary.Azure.Blobs;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Blobs;

/// <summary>Links where the account is reached by an identity and not by its key. The service is played: Azurite offers no keys of that kind without TLS.</summary>
public sealed class DelegatedLinkTests : IDisposable
{
    private readonly SettableClock clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly DelegationKeyService service = new();
    private readonly HttpClient transport;
    private readonly AzureBlobStore store;

    public DelegatedLinkTests()
    {
        transport = new HttpClient(service);
        var options = new BlobClientOptions { Transport = new HttpClientTransport(transport) };
        store = new AzureBlobStore(new BlobServiceClient(new Uri("https://somewhere.blob.core.windows.net/"), new FixedToken(), options), clock);
    }

    public void Dispose()
    {
        store.Dispose();
        transport.Dispose();
        service.Dispose();
    }

    [Fact]
    public async Task A_link_is_signed_by_a_delegation_key_for_https_alone()
    {
        var link = await store.CreateReadLinkAsync(
            BlobContainer.Exports, "a b/ü.csv", null, TimeSpan.FromMinutes(15), TestContext.Current.CancellationToken);
        Assert.Equal("https://somewhere.blob.core.windows.net/exports/a%20b/%C3%BC.csv", link.Url.GetLeftPart(UriPartial.Path));
        var query = link.Url.Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));
        Assert.Equal(("r", "b", "https", "2026-03-01T12:15:00Z"), (query["sp"], query["sr"], query["spr"], query["se"]));
        Assert.Equal(DelegationKeyService.ObjectId, query["skoid"]);
        Assert.NotEmpty(query["sig"]);
    }

    [Fact]
    public async Task A_delegation_key_is_asked_for_once_until_it_no_longer_outlives_a_link()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => LinkAsync()));
        clock.Now += TimeSpan.FromHours(11);
        await LinkAsync();
        Assert.Equal(1, service.Asked);
        clock.Now += TimeSpan.FromMinutes(30);
        await LinkAsync();
        Assert.Equal(2, service.Asked);
    }

    private Task<BlobLink> LinkAsync() => store.CreateUploadLinkAsync("a", replaces: false, TimeSpan.FromHours(1), TestContext.Current.CancellationToken);

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
            => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
            => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    private sealed class DelegationKeyService : HttpMessageHandler
    {
        public const string ObjectId = "11111111-1111-1111-1111-111111111111";
        private int asked;

        public int Asked => asked;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.EndsWith("comp=userdelegationkey", request.RequestUri!.Query, StringComparison.Ordinal);
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var number = Interlocked.Increment(ref asked).ToString(CultureInfo.InvariantCulture);
            var answer = $"""
                <?xml version="1.0" encoding="utf-8"?><UserDelegationKey><SignedOid>{ObjectId}</SignedOid><SignedTid>{ObjectId}</SignedTid>
                <SignedStart>{Element(body, "Start")}</SignedStart><SignedExpiry>{Element(body, "Expiry")}</SignedExpiry><SignedService>b</SignedService>
                <SignedVersion>2026-02-06</SignedVersion><Value>{Convert.ToBase64String(Encoding.UTF8.GetBytes("key " + number))}</Value></UserDelegationKey>
                """;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/xml"), RequestMessage = request };
        }

        private static string Element(string xml, string name) => System.Xml.Linq.XDocument.Parse(xml).Descendants(name).Single().Value;
    }
}
