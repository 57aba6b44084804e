using System.Security.Cryptography;
using System.Text;
using Glossary.LocalHost.Platform;

namespace Glossary.LocalHost.Web;

/// <summary>Builds the web page where it is missing or its sources have changed; quiet unless it fails.</summary>
public sealed class WebBuild(string folder, NodeToolchain toolchain)
{
    private static readonly string[] Ignored = ["node_modules", "dist", "coverage"];

    private string Stamp => Path.Combine(folder, "dist", ".built-from");

    /// <summary>Installs packages and builds as far as needed.</summary>
    /// <exception cref="StartupException">npm or the build failed; the end of its output is in the message.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var sources = HashOfSources();
        if (File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, cancellationToken) == sources)
        {
            return;
        }

        Console.WriteLine("Building the web page …");
        await new NpmPackages(toolchain).EnsureAsync(folder, cancellationToken);
        var run = await ToolRun.RunAsync(toolchain.Npm, ["run", "--silent", "build"], folder, cancellationToken);
        if (run.ExitCode != 0)
        {
            throw new StartupException(
                "web-build-failed",
                $"The web page could not be built. Start with --no-web to do without it. The build said:{Environment.NewLine}{run.Excerpt(20)}");
        }

        await File.WriteAllTextAsync(Stamp, sources, cancellationToken);
    }

    private string HashOfSources()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Sources(folder).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path).Replace('\\', '/')));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => !NpmPackages.IsOwn(file)).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(child => !Ignored.Contains(Path.GetFileName(child), StringComparer.Ordinal))
                .SelectMany(child => Directory.EnumerateFiles(child, "*", SearchOption.AllDirectories)));
}
