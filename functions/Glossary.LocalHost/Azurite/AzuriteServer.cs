using System.Globalization;
using Glossary.LocalHost.Platform;

namespace Glossary.LocalHost.Azurite;

/// <summary>
/// Azurite on a data folder: the storage of the embedded default. It runs in a session of its own and outlives this program unless
/// <see cref="StopAsync"/> is called. It acknowledges writes at once and saves them every 5 seconds, and when it is asked to end.
/// </summary>
public sealed class AzuriteServer
{
    /// <summary>How often Azurite saves by itself: what it acknowledged since is lost where it is killed.</summary>
    public static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(5);

    private const string Program = "node";

    // Public knowledge: every Azurite has this account. It guards nothing, which is why Azurite listens on loopback only.
    private const string Account = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const long NeededSpace = 200L * 1024 * 1024;
    private const int Attempts = 3;
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private readonly AzuriteFolder folder;
    private readonly AzuriteState state;

    private AzuriteServer(AzuriteFolder folder, AzuriteState state, bool wasRunning)
    {
        this.folder = folder;
        this.state = state;
        WasRunning = wasRunning;
    }

    /// <summary>Its process.</summary>
    public int ProcessId => state.Pid;

    /// <summary>Its ports.</summary>
    public AzuritePorts Ports => state.Ports;

    /// <summary>Its version.</summary>
    public string Version => state.Version;

    /// <summary>Whether it ran already, left by a program that was killed or started by one that still runs.</summary>
    public bool WasRunning { get; }

    /// <summary>Connection string for the SDKs and for storage tools.</summary>
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};BlobEndpoint=http://127.0.0.1:{Ports.Blob}/{Account};QueueEndpoint=http://127.0.0.1:{Ports.Queue}/{Account};TableEndpoint=http://127.0.0.1:{Ports.Table}/{Account};");

    /// <summary>Attaches to the Azurite that runs on the folder, on whichever ports, or starts one and waits until it answers.</summary>
    /// <param name="package">Azurite, installed.</param>
    /// <param name="dataFolder">Made where it is missing.</param>
    /// <param name="ports">Ports for a start; null for those of the last run, 10000–10002 or free ones, in this order.</param>
    /// <param name="cancellationToken">Stops the wait; an Azurite that is being started goes on.</param>
    /// <exception cref="StartupException">
    /// <c>port-taken</c>, <c>no-disk-space</c>, <c>no-permission</c>, <c>azurite-failed</c>, <c>azurite-silent</c>.
    /// </exception>
    public static async Task<AzuriteServer> StartOrAttachAsync(
        AzuritePackage package, string dataFolder, AzuritePorts? ports, CancellationToken cancellationToken)
    {
        var folder = new AzuriteFolder(LocalPlatform.RealPath(dataFolder));
        try
        {
            Directory.CreateDirectory(folder.Location);
            using var starting = await FileLock.TakeAsync(folder.LockFile, cancellationToken);
            return await AttachAsync(folder, cancellationToken) ?? await StartAsync(package, folder, ports, cancellationToken);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new StartupException(
                "no-permission",
                $"The data folder {folder.Data} can't be written ({failure.Message}). Give yourself the right to write there, or choose another folder with --data.",
                failure);
        }
    }

    /// <summary>Asks Azurite to end, which saves everything, and waits until it has.</summary>
    /// <exception cref="StartupException"><c>azurite-busy</c>: it still runs after half a minute; the next start attaches to it.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var stopping = await FileLock.TakeAsync(folder.LockFile, cancellationToken);
        await EndAsync(folder, state, cancellationToken);
    }

    private static async Task<AzuriteServer?> AttachAsync(AzuriteFolder folder, CancellationToken cancellationToken)
    {
        if (AzuriteState.Read(folder.StateFile) is not { } state || !IsRunning(folder, state))
        {
            return null;
        }

        // It may have been started a moment ago by a program that was killed since.
        if (await AzuriteProbe.AnswersAsync(state.Ports, () => IsRunning(folder, state), AnswerPatience, cancellationToken))
        {
            return new AzuriteServer(folder, state, wasRunning: true);
        }

        await EndAsync(folder, state, cancellationToken);
        return null;
    }

    private static async Task<AzuriteServer> StartAsync(
        AzuritePackage package, AzuriteFolder folder, AzuritePorts? wanted, CancellationToken cancellationToken)
    {
        CheckSpace(folder);
        var last = AzuriteState.Read(folder.StateFile)?.Ports;
        for (var attempt = 1; ; attempt++)
        {
            var ports = wanted is null ? Choose(attempt == 1 ? last : null) : CheckFree(wanted);
            File.Delete(folder.StateFile);
            await package.StartAsync(folder, ports, cancellationToken);
            var state = AzuriteState.Read(folder.StateFile)
                ?? throw new StartupException("azurite-failed", $"The storage emulator Azurite could not be started. {folder.LogTail()}");
            if (await AzuriteProbe.AnswersAsync(ports, () => IsRunning(folder, state), AnswerPatience, cancellationToken))
            {
                return new AzuriteServer(folder, state, wasRunning: false);
            }

            // Between the look at a port and its use another program may have taken it: then others are tried.
            var lostPort = !IsRunning(folder, state) && ports.FirstTaken() is not null;
            await EndAsync(folder, state, cancellationToken);
            if (!lostPort || wanted is not null || attempt == Attempts)
            {
                throw Silent(folder);
            }
        }
    }

    private static void CheckSpace(AzuriteFolder folder)
    {
        var free = LocalPlatform.FreeDiskSpace(folder.Data);
        if (free < NeededSpace)
        {
            throw new StartupException(
                "no-disk-space",
                $"The disk of {folder.Data} has {free / 1_000_000} MB left. Free at least {NeededSpace / 1_000_000} MB, or choose another folder with --data.");
        }
    }

    private static AzuritePorts Choose(AzuritePorts? last)
    {
        if (last is not null && last.FirstTaken() is null)
        {
            return last;
        }

        return AzuritePorts.WellKnown.FirstTaken() is null ? AzuritePorts.WellKnown : AzuritePorts.FindFree();
    }

    private static AzuritePorts CheckFree(AzuritePorts ports) => ports.FirstTaken() is { } taken
        ? throw new StartupException("port-taken", $"Port {taken} of 127.0.0.1 is used by another program. Stop that program, choose other ports for the local store, or leave the setting out to have free ones found.")
        : ports;

    private static bool IsRunning(AzuriteFolder folder, AzuriteState state)
        => state.Pid > 0 && LocalPlatform.IsRunning(state.Pid, Program, folder.Location);

    private static async Task EndAsync(AzuriteFolder folder, AzuriteState state, CancellationToken cancellationToken)
    {
        if (!await LocalPlatform.TerminateAsync(state.Pid, Program, folder.Location, SaveInterval, StopPatience, cancellationToken))
        {
            throw new StartupException(
                "azurite-busy",
                $"The storage emulator Azurite (process {state.Pid}) is still saving. It ends by itself; the next start goes on with it if it has not.");
        }

        // The ports stay known, so that a tool's connection fits the next run too.
        (state with { Pid = 0 }).Write(folder.StateFile);
    }

    private static StartupException Silent(AzuriteFolder folder) => new(
        "azurite-silent",
        $"The storage emulator Azurite ended or did not answer within {AnswerPatience.TotalSeconds} s. {folder.LogTail()}{Environment.NewLine}Start again; where that does not help, choose another folder with --data (yours is kept).");
}
