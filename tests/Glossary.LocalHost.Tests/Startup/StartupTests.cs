using System.Net;
using System.Net.Sockets;
using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Hosting;
using Glossary.LocalHost.Platform;
using Glossary.LocalHost.Tests.Recovery;
using Glossary.LocalHost.Web;

namespace Glossary.LocalHost.Tests.Startup;

public sealed class StartupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-startup-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_next_port_is_taken_where_the_usual_one_is_not_free()
    {
        var first = SiteAddress.Choose(null);
        using var listener = new TcpListener(IPAddress.Loopback, first.Port);
        listener.Start();
        Assert.True(SiteAddress.Choose(null).Port > first.Port);
        Assert.Equal("port-taken", Assert.Throws<StartupException>(() => SiteAddress.Choose($"http://127.0.0.1:{first.Port}")).Code);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", "not-loopback")]
    [InlineData("http://example.org:5080", "not-loopback")]
    [InlineData("5080", "bad-address")]
    [InlineData("https://127.0.0.1:5080", "bad-address")]
    [InlineData("http://127.0.0.1:5080/path", "bad-address")]
    public void An_address_that_is_no_good_is_refused(string address, string code) =>
        Assert.Equal(code, Assert.Throws<StartupException>(() => SiteAddress.Choose(address)).Code);

    [Fact]
    public void A_folder_serves_one_host_at_a_time()
    {
        using (var first = DataFolderClaim.Take(folder.FullName))
        {
            first.Announce(new Uri("http://127.0.0.1:5123"));
            var refused = Assert.Throws<StartupException>(() => DataFolderClaim.Take(folder.FullName));
            Assert.Equal("already-running", refused.Code);
            Assert.Contains("http://127.0.0.1:5123", refused.Message);
        }

        DataFolderClaim.Take(folder.FullName).Dispose();
    }

    [Fact]
    public async Task A_fault_at_the_start_is_a_sentence_and_no_trace()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var host = HostProcess.Start(folder.FullName, new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
        Assert.Equal(1, await host.EndAsync(Cancellation));
        Assert.Contains("Glossary can't start (port-taken): Port", host.Output);
        Assert.DoesNotContain("   at ", host.Output);
    }

    [Fact]
    public async Task A_storage_account_that_can_not_be_reached_is_a_sentence_too()
    {
        var port = AzuritePorts.FindFree().Blob;
        var connection = $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:{port}/a;TableEndpoint=http://127.0.0.1:{port}/a;QueueEndpoint=http://127.0.0.1:{port}/a;";
        await using var host = HostProcess.Start(folder.FullName, new Uri($"http://127.0.0.1:{AzuritePorts.FindFree().Blob}"), "--connection", connection);
        Assert.Equal(1, await host.EndAsync(Cancellation));
        Assert.Contains("Glossary can't start (", host.Output);
        Assert.DoesNotContain("   at ", host.Output);
    }

    [Fact]
    public async Task The_page_is_built_anew_only_when_its_sources_have_changed()
    {
        var web = folder.CreateSubdirectory("web").FullName;
        await File.WriteAllTextAsync(Path.Combine(web, "package.json"), """{"name":"page","version":"1.0.0","scripts":{"build":"node build.mjs"}}""", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(web, "package-lock.json"), """{"name":"page","version":"1.0.0","lockfileVersion":3,"packages":{"":{"name":"page","version":"1.0.0"}}}""", Cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(web, "build.mjs"),
            "import { appendFileSync, mkdirSync } from 'node:fs';\nmkdirSync('dist', { recursive: true });\nappendFileSync('dist/builds', 'x');\n",
            Cancellation);
        var build = new WebBuild(web, await NodeToolchain.FindAsync(null, Cancellation));

        await build.EnsureAsync(Cancellation);
        await build.EnsureAsync(Cancellation);
        Assert.Equal("x", await File.ReadAllTextAsync(Path.Combine(web, "dist", "builds"), Cancellation));

        await File.AppendAllTextAsync(Path.Combine(web, "build.mjs"), "// changed\n", Cancellation);
        await build.EnsureAsync(Cancellation);
        Assert.Equal("xx", await File.ReadAllTextAsync(Path.Combine(web, "dist", "builds"), Cancellation));

        await File.WriteAllTextAsync(Path.Combine(web, "build.mjs"), "throw new Error('no such colour');\n", Cancellation);
        var failed = await Assert.ThrowsAsync<StartupException>(() => build.EnsureAsync(Cancellation));
        Assert.Equal("web-build-failed", failed.Code);
        Assert.Contains("no such colour", failed.Message);
    }
}
