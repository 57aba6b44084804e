using Glossary.Azure;
using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Platform;
using Glossary.Storage.Tests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Glossary.Storage.Tests;

/// <summary>One Azurite for all tests, on free ports and a folder of its own, started by the local host's own code.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    public const string Origin = "http://127.0.0.1:5080";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-storage-");

    public AzuritePackage Package { get; private set; } = null!;

    public AzuriteServer Server { get; private set; } = null!;

    public StorageClients Clients { get; private set; } = null!;

    public AzureStorageSetup Setup { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Package = new AzuritePackage(AzuritePackage.FindFolder(), await NodeToolchain.FindAsync(null, cancellation));
        await Package.InstallAsync(cancellation);
        Server = await AzuriteServer.StartOrAttachAsync(Package, folder.FullName, AzuritePorts.FindFree(), cancellation);
        Clients = StorageClients.Create(new StorageOptions { ConnectionString = Server.ConnectionString });
        Setup = new AzureStorageSetup(Clients);
        await Setup.EnsureAsync(cancellation);
        await Setup.AllowOriginsAsync([Origin], cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.StopAsync(CancellationToken.None);
        folder.Delete(recursive: true);
    }
}
