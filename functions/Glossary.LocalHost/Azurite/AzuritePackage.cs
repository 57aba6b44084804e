using System.ComponentModel;
using Glossary.LocalHost.Platform;

namespace Glossary.LocalHost.Azurite;

/// <summary>The pinned npm package of Azurite, and how it is started.</summary>
/// <param name="folder">The folder of its <c>package.json</c>.</param>
/// <param name="toolchain">Node.js and npm.</param>
public sealed class AzuritePackage(string folder, NodeToolchain toolchain)
{
    private const string FolderInRepository = "functions/Glossary.LocalHost/Azurite/npm";

    /// <summary>Finds the package: in the repository that the program was built from, otherwise beside the program.</summary>
    public static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, FolderInRepository);
            if (File.Exists(Path.Combine(candidate, "package.json")))
            {
                return Path.GetFullPath(candidate);
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "Azurite", "npm");
    }

    /// <summary>Whether <see cref="InstallAsync"/> has something to do, which takes up to a minute.</summary>
    public Task<bool> IsOutdatedAsync(CancellationToken cancellationToken) => NpmPackages.AreOutdatedAsync(folder, cancellationToken);

    /// <summary>Installs Azurite where it is missing or another version.</summary>
    /// <exception cref="StartupException">As <see cref="NpmPackages.EnsureAsync"/> says.</exception>
    public Task<bool> InstallAsync(CancellationToken cancellationToken) => new NpmPackages(toolchain).EnsureAsync(folder, cancellationToken);

    /// <summary>Starts Azurite in a session of its own; it has written its state file when this returns, and does not answer yet.</summary>
    internal async Task StartAsync(AzuriteFolder data, AzuritePorts ports, CancellationToken cancellationToken)
    {
        IEnumerable<string> arguments =
        [
            Path.Combine(folder, "start.mjs"), data.StateFile, data.LogFile, data.Location,
            .. ports.All.Select(port => port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        try
        {
            var run = await ToolRun.RunAsync(toolchain.Node, arguments, data.Data, cancellationToken);
            if (run.ExitCode != 0)
            {
                throw new StartupException("azurite-failed", $"The storage emulator Azurite could not be started. Node.js said:{Environment.NewLine}{run.Excerpt(8)}");
            }
        }
        catch (Win32Exception failure)
        {
            throw new StartupException("node-not-found", $"Node.js at {toolchain.Node} can't be run any more. Start again.", failure);
        }
    }
}
