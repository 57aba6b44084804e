using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Platform;

namespace Glossary.Benchmarks;

/// <summary>An Azurite of the benchmark's own, on free ports and a folder that goes with it.</summary>
internal sealed class AzuriteRun : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly AzuriteServer server;

    private AzuriteRun(DirectoryInfo folder, AzuriteServer server) => (this.folder, this.server) = (folder, server);

    /// <summary>How to reach it.</summary>
    public string ConnectionString => server.ConnectionString;

    /// <summary>Installs it where it is missing, and starts it.</summary>
    public static async Task<AzuriteRun> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("glossary-benchmark-");
        var package = new AzuritePackage(AzuritePackage.FindFolder(), await NodeToolchain.FindAsync(null, CancellationToken.None));
        await package.InstallAsync(CancellationToken.None);
        return new AzuriteRun(folder, await AzuriteServer.StartOrAttachAsync(package, folder.FullName, AzuritePorts.FindFree(), CancellationToken.None));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(CancellationToken.None);
        folder.Delete(recursive: true);
    }
}
