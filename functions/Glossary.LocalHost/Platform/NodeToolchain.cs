using System.ComponentModel;

namespace Glossary.LocalHost.Platform;

/// <summary>The Node.js of this machine.</summary>
/// <param name="Node">Full path of <c>node</c>.</param>
/// <param name="Npm">Full path of <c>npm</c>.</param>
/// <param name="Version">Version of Node.js.</param>
public sealed record NodeToolchain(string Node, string Npm, Version Version)
{
    /// <summary>Oldest major version that will do.</summary>
    public const int OldestMajor = 20;

    private const string Remedy = "Install Node.js 20 or newer from https://nodejs.org (it brings npm), open a new terminal and start again.";

    /// <summary>Finds Node.js and npm on the search path.</summary>
    /// <param name="searchPath">Folders as in <c>PATH</c>; null for that variable itself.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="StartupException"><c>node-not-found</c>, <c>node-too-old</c>, <c>npm-not-found</c>.</exception>
    public static async Task<NodeToolchain> FindAsync(string? searchPath, CancellationToken cancellationToken)
    {
        var node = LocalPlatform.FindExecutable("node", searchPath)
            ?? throw new StartupException("node-not-found", $"Node.js was not found. {Remedy}");
        var version = await VersionOfAsync(node, cancellationToken);
        if (version.Major < OldestMajor)
        {
            throw new StartupException("node-too-old", $"Node.js {version} at {node} is too old. {Remedy}");
        }

        var npm = LocalPlatform.FindExecutable("npm", searchPath)
            ?? throw new StartupException("npm-not-found", $"Node.js {version} is there, but npm was not found beside it. {Remedy}");
        return new NodeToolchain(node, npm, version);
    }

    private static async Task<Version> VersionOfAsync(string node, CancellationToken cancellationToken)
    {
        try
        {
            var run = await ToolRun.RunAsync(node, ["--version"], Path.GetDirectoryName(node)!, cancellationToken);
            if (run.ExitCode == 0 && Version.TryParse(run.Output.TrimStart('v').Split('-')[0], out var version))
            {
                return version;
            }
        }
        catch (Win32Exception failure)
        {
            throw new StartupException("node-not-found", $"Node.js at {node} can't be run. {Remedy}", failure);
        }

        throw new StartupException("node-not-found", $"{node} does not say which version it is. {Remedy}");
    }
}
