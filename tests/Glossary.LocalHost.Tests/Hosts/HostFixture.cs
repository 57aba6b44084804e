using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Hosting;
using Glossary.LocalHost.Platform;
using Glossary.LocalHost.Tests.Hosts;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(HostFixture))]

namespace Glossary.LocalHost.Tests.Hosts;

/// <summary>
/// One host for the tests that share it, each of which works in a glossary of its own: one that is started here with its own store,
/// or the one that <see cref="RunningHost"/> names.
/// </summary>
public sealed class HostFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-host-");
    private AzuriteServer? azurite;
    private WebApplication? application;

    public string Data => folder.FullName;

    /// <summary>The store's connection string, or null where it is not known.</summary>
    public string? ConnectionString => RunningHost.Address is null ? azurite!.ConnectionString : RunningHost.Storage;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (RunningHost.Address is { } running)
        {
            Address = running;
            return;
        }

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
                ConnectionString = azurite.ConnectionString,
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
