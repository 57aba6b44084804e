using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Hosting;
using Glossary.LocalHost.Platform;
using Glossary.LocalHost.Tests.Hosts;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(HostFixture))]

namespace Glossary.LocalHost.Tests.Hosts;

/// <summary>One host with its own store for the tests that share it; each test works in a glossary of its own.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-host-");
    private AzuriteServer? azurite;
    private WebApplication? application;

    public string Data => folder.FullName;

    public string ConnectionString => azurite!.ConnectionString;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var package = new AzuritePackage(AzuritePackage.FindFolder(), await NodeToolchain.FindAsync(null, cancellation));
        await package.InstallAsync(cancellation);
        azurite = await AzuriteServer.StartOrAttachAsync(package, Data, AzuritePorts.FindFree(), cancellation);
        Address = new Uri($"http://127.0.0.1:{AzuritePorts.FindFree().Blob}");
        var layout = RepositoryLayout.Find();
        var page = folder.CreateSubdirectory("page");
        await File.WriteAllTextAsync(Path.Combine(page.FullName, "index.html"), "<!doctype html><title>Glossary</title>", cancellation);
        await File.WriteAllTextAsync(Path.Combine(page.CreateSubdirectory("assets").FullName, "app-1a2b.js"), "export {}", cancellation);
        application = await LocalHostApplication.StartAsync(
            new LocalHostOptions
            {
                Data = Data,
                Address = Address,
                ConnectionString = ConnectionString,
                IsLocalStore = true,
                WebRoot = page.FullName,
                SiteConfiguration = Path.Combine(layout.Web, "staticwebapp.config.json"),
            },
            cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            await application.StopAsync(CancellationToken.None);
            await application.DisposeAsync();
        }

        if (azurite is not null)
        {
            await azurite.StopAsync(CancellationToken.None);
        }

        folder.Delete(recursive: true);
    }
}
