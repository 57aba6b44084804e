using System.Text;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.SignIn;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Tests.SignIn;

public sealed class ClientPrincipalTests
{
    private const string Ada = """{"identityProvider":"aad","userId":"ada","userDetails":"ada@example.org","userRoles":["anonymous","authenticated"]}""";

    [Theory]
    [InlineData("ada", Role.Admin)]
    [InlineData("ADA", Role.Admin)]
    [InlineData("bob", null)]
    public void Who_is_signed_in_has_the_role_that_the_settings_give(string admin, Role? role)
    {
        var person = Find(Encoded(Ada), SignInSource.Platform, admin);

        Assert.Equal(("ada", "ada@example.org", "aad", role), (person!.Id, person.Name, person.Provider, person.Role));
    }

    [Fact]
    public void The_directory_s_id_goes_before_that_of_the_site()
    {
        var header = Ada.Replace("\"userRoles\"", """
            "claims":[{"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"4711"}],"userRoles"
            """.Trim(), StringComparison.Ordinal);

        Assert.Equal("4711", Find(Encoded(header), SignInSource.Platform, "4711")?.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64!")]
    [InlineData("bm8ganNvbg==")]
    [InlineData("bnVsbA==")]
    [InlineData("W10=")]
    public void A_header_that_is_malformed_is_nobody(string header) => Assert.Null(Find(header, SignInSource.Platform));

    [Theory]
    [InlineData("""{"identityProvider":"aad","userId":"ada","userRoles":["anonymous"]}""")]
    [InlineData("""{"identityProvider":"aad","userId":"","userRoles":["authenticated"]}""")]
    [InlineData("""{"identityProvider":"aad","userRoles":["authenticated"]}""")]
    [InlineData("""{"userId":"ada"}""")]
    public void A_header_that_signs_nobody_in_is_nobody(string json) => Assert.Null(Find(Encoded(json), SignInSource.Platform));

    [Fact]
    public void A_header_that_is_far_too_long_is_nobody() => Assert.Null(Find(Encoded(Ada + new string(' ', 20_000)), SignInSource.Platform));

    [Fact]
    public void Nobody_is_believed_unless_the_settings_say_so() => Assert.Null(Find(Encoded(Ada), SignInSource.None));

    [Theory]
    [InlineData("/api/health/live")]
    [InlineData("/runtime/webhooks/blobs")]
    public void A_path_that_the_platform_lets_through_is_not_believed(string path) => Assert.Null(Find(Encoded(Ada), SignInSource.Platform, path: path));

    [Theory]
    [InlineData("localhost:7071", true)]
    [InlineData("127.0.0.1:7071", true)]
    [InlineData("glossary.example.org", false)]
    public void In_development_this_machine_alone_is_believed(string host, bool believed) =>
        Assert.Equal(believed, Find(Encoded(Ada), SignInSource.Development, host: host) is not null);

    private static string Encoded(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));

    private static Principal? Find(string header, SignInSource source, string admin = "ada", string path = "/api/v1/me", string host = "site.example.org")
    {
        var http = new DefaultHttpContext();
        http.Request.Headers[ClientPrincipal.Header] = header;
        http.Request.Path = path;
        http.Request.Host = new HostString(host);
        return ClientPrincipal.Find(http, new SignInSettings(source, new HashSet<string>([admin], StringComparer.OrdinalIgnoreCase)));
    }
}
