using System.Net;
using System.Net.Http.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Site;

public sealed class SiteTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/g/anything/terms")]
    public async Task Every_address_of_the_application_is_its_page(string path)
    {
        Assert.SkipWhen(RunningHost.IsUsed, RunningHost.NeedsLocalHost);
        var response = await product.Http.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
        Assert.Contains("<title>Glossary", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_file_with_a_hash_in_its_name_is_kept_for_ever()
    {
        Assert.SkipWhen(RunningHost.IsUsed, RunningHost.NeedsLocalHost);
        var response = await product.Http.GetAsync("/assets/app-1a2b.js", Cancellation);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString());
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/glossaries")]
    public async Task Every_answer_has_the_headers_that_guard_it(string path)
    {
        Assert.SkipWhen(RunningHost.IsUsed, RunningHost.NeedsLocalHost);
        var response = await product.Http.GetAsync(path, Cancellation);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'", policy);
        Assert.Contains(new Uri(host.ConnectionString!.Split("BlobEndpoint=")[1].Split(';')[0]).GetLeftPart(UriPartial.Authority), policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("__BLOB_ORIGIN__", policy);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/api/nothing", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/v1/glossaries/no-such-glossary", HttpStatusCode.NotFound, "not-found")]
    public async Task What_is_not_there_is_a_problem_with_a_code(string path, HttpStatusCode status, string code)
    {
        var response = await product.Http.GetAsync(path, Cancellation);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, (await Product.JsonAsync(response)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_role_that_a_person_looks_through_is_the_one_that_counts()
    {
        Assert.SkipWhen(RunningHost.IsUsed, RunningHost.NeedsLocalHost);
        var switched = await product.Http.PostAsJsonAsync("/.auth/local/role", new { role = "Reader" }, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, switched.StatusCode);
        Assert.Equal("Reader", (await product.GetAsync("/api/v1/me")).GetProperty("role").GetString());

        var refused = await product.Http.PostAsJsonAsync("/api/v1/glossaries", new { name = "Not mine" }, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await product.Http.PostAsJsonAsync("/.auth/local/role", new { role = "Owner" }, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_changes_nothing()
    {
        using var form = new Product(host.Address).Http;
        form.DefaultRequestHeaders.Remove("x-glossary-client");
        Assert.Equal(HttpStatusCode.Forbidden, (await form.PostAsJsonAsync("/api/v1/glossaries", new { name = "Forged" }, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_changes_no_role()
    {
        Assert.SkipWhen(RunningHost.IsUsed, RunningHost.NeedsLocalHost);
        using var form = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.Forbidden, (await form.PostAsJsonAsync("/.auth/local/role", new { role = "Reader" }, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_name_that_leads_here_from_elsewhere_is_refused()
    {
        Assert.SkipWhen(RunningHost.IsUsed, RunningHost.NeedsLocalHost);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.Host = "attacker.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await product.Http.SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_nothing_and_on_this_machine_everybody_is()
    {
        using var nobody = new HttpClient { BaseAddress = host.Address };
        var expected = RunningHost.Credential is null ? HttpStatusCode.OK : HttpStatusCode.Unauthorized;
        Assert.Equal(expected, (await nobody.GetAsync("/api/v1/me", Cancellation)).StatusCode);
        var ready = await Product.JsonAsync(await nobody.GetAsync("/api/health/ready", Cancellation));
        Assert.Equal(RunningHost.Credential is null, ready.TryGetProperty("components", out _));
    }

    [Fact]
    public async Task It_says_that_it_is_well()
    {
        Assert.Equal(HttpStatusCode.OK, (await product.Http.GetAsync("/api/health/live", Cancellation)).StatusCode);
        var ready = await product.GetAsync("/api/health/ready");
        Assert.Equal(
            ["term-store", "registry", "blobs", "search-index", "disk", "memory"],
            ready.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()));
        Assert.NotEmpty((await product.GetAsync("/api/v1/version")).GetProperty("version").GetString()!);
    }
}
