using System.Security.Cryptography;
using System.Text;

namespace Glossary.LocalHost.Platform;

/// <summary>Installs the packages of a folder as its <c>package-lock.json</c> says.</summary>
/// <param name="toolchain">Node.js and npm.</param>
public sealed class NpmPackages(NodeToolchain toolchain)
{
    private const string LockName = ".npm-install.lock";
    private const long NeededSpace = 700L * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Whether the packages are missing or others than the lock file says.</summary>
    public static async Task<bool> AreOutdatedAsync(string folder, CancellationToken cancellationToken)
        => !File.Exists(StampOf(folder))
            || await File.ReadAllTextAsync(StampOf(folder), cancellationToken) != await FingerprintAsync(folder, cancellationToken);

    /// <summary>Runs <c>npm ci</c> where the packages are outdated, one program at a time. It prints nothing.</summary>
    /// <returns>Whether it installed.</returns>
    /// <exception cref="StartupException"><c>npm-failed</c> with an excerpt of what npm said, <c>no-disk-space</c>, <c>no-permission</c>.</exception>
    public async Task<bool> EnsureAsync(string folder, CancellationToken cancellationToken)
    {
        if (!await AreOutdatedAsync(folder, cancellationToken))
        {
            return false;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var installing = await FileLock.TakeAsync(Path.Combine(folder, LockName), patience.Token);
            if (!await AreOutdatedAsync(folder, cancellationToken))
            {
                return false;
            }

            await InstallAsync(folder, patience.Token);
            return true;
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StartupException("no-permission", $"The folder {folder} can't be written. Give yourself the right to write there and start again.", failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StartupException(
                "npm-failed",
                $"Installing the packages of {folder} took longer than {Patience.TotalMinutes} minutes. Check the network connection and start again.",
                failure);
        }
    }

    /// <summary>Whether a file beside the package is only there for its installation.</summary>
    public static bool IsOwn(string path) => Path.GetFileName(path) == LockName;

    private static string StampOf(string folder) => Path.Combine(folder, "node_modules", ".installed");

    private static async Task<string> FingerprintAsync(string folder, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(folder, name), cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        var free = LocalPlatform.FreeDiskSpace(folder);
        if (free < NeededSpace)
        {
            throw new StartupException(
                "no-disk-space",
                $"The disk of {folder} has {free / 1_000_000} MB left, and the packages need up to {NeededSpace / 1_000_000} MB. Free some space and start again.");
        }

        var fingerprint = await FingerprintAsync(folder, cancellationToken);
        var run = await ToolRun.RunAsync(toolchain.Npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], folder, cancellationToken);
        if (run.ExitCode != 0)
        {
            throw Failure(folder, run);
        }

        // Written last, so that an installation that was cut off is done again; npm makes no folder where there is nothing to install.
        Directory.CreateDirectory(Path.Combine(folder, "node_modules"));
        await File.WriteAllTextAsync(StampOf(folder), fingerprint, Encoding.ASCII, CancellationToken.None);
    }

    private static StartupException Failure(string folder, ToolRun run)
    {
        var said = $"npm said:{Environment.NewLine}{run.Excerpt(15)}";
        if (run.Output.Contains("ENOSPC", StringComparison.Ordinal))
        {
            return new StartupException("no-disk-space", $"The disk is full: the packages of {folder} can't be installed. Free some space and start again. {said}");
        }

        return run.Output.Contains("EACCES", StringComparison.Ordinal) || run.Output.Contains("EPERM", StringComparison.Ordinal)
            ? new StartupException("no-permission", $"npm may not write to {folder} or to its cache. Give yourself the right to write there and start again. {said}")
            : new StartupException("npm-failed", $"Installing the packages of {folder} failed. Check the network connection and npm's proxy settings, and start again. {said}");
    }
}
