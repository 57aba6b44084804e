using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Hosting;
using Glossary.LocalHost.Platform;
using Glossary.LocalHost.Web;

namespace Glossary.LocalHost.Commands;

/// <summary>Prepares what is missing, starts the store, serves page and API, and stops what it started.</summary>
public static class ServeCommand
{
    /// <summary>Runs until it is cancelled.</summary>
    /// <returns>0 after an orderly end, 1 where something has to be mended first.</returns>
    public static Task<int> RunAsync(ServeOptions options, CancellationToken cancellationToken) =>
        PreparedCommand.RunAsync(token => ServeAsync(options, token), cancellationToken);

    private static async Task ServeAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        var layout = RepositoryLayout.Find();
        var data = Path.GetFullPath(options.Data ?? layout.Data);
        using var claim = DataFolderClaim.Take(data);
        var address = SiteAddress.Choose(options.Urls);
        var useAzurite = options.Connection is null;
        var toolchain = useAzurite || !options.NoWeb ? await NodeToolchain.FindAsync(null, cancellationToken) : null;
        var azurite = await PrepareAsync(options, layout, data, toolchain, cancellationToken);
        try
        {
            var connection = options.Connection ?? azurite!.ConnectionString;
            await using var app = await LocalHostApplication.StartAsync(
                new LocalHostOptions
                {
                    Data = data,
                    Address = address,
                    ConnectionString = connection,
                    IsLocalStore = useAzurite,
                    WebRoot = options.NoWeb ? null : layout.WebOutput,
                    SiteConfiguration = Path.Combine(layout.Web, "staticwebapp.config.json"),
                },
                cancellationToken);
            claim.Announce(address);
            Welcome.Print(address, data, azurite?.ConnectionString, options.NoWeb);
            if (options.Open && !LocalPlatform.OpenBrowser(address))
            {
                Console.WriteLine("  No browser could be opened; open the address yourself.");
            }

            await app.WaitForShutdownAsync(cancellationToken);
        }
        finally
        {
            if (azurite is not null)
            {
                Console.WriteLine("Stopping. The store saves what it holds …");
                await azurite.StopAsync(CancellationToken.None);
            }
        }
    }

    // The store and the page are made ready side by side: on a fresh machine each takes half a minute.
    private static async Task<AzuriteServer?> PrepareAsync(
        ServeOptions options, RepositoryLayout layout, string data, NodeToolchain? toolchain, CancellationToken cancellationToken)
    {
        var web = options.NoWeb ? Task.CompletedTask : new WebBuild(layout.Web, toolchain!).EnsureAsync(cancellationToken);
        try
        {
            return options.Connection is null ? await StartAzuriteAsync(data, toolchain!, cancellationToken) : null;
        }
        finally
        {
            await web;
        }
    }

    private static async Task<AzuriteServer> StartAzuriteAsync(string data, NodeToolchain toolchain, CancellationToken cancellationToken)
    {
        var package = new AzuritePackage(AzuritePackage.FindFolder(), toolchain);
        if (await package.IsOutdatedAsync(cancellationToken))
        {
            Console.WriteLine("Installing the local store (Azurite); this takes about half a minute the first time …");
        }

        await package.InstallAsync(cancellationToken);
        return await AzuriteServer.StartOrAttachAsync(package, data, null, cancellationToken);
    }
}
