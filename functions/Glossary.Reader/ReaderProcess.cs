using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Glossary.Formats.Documents;

namespace Glossary.Reader;

/// <summary>
/// Reads in a child process, so that neither a stack overflow nor a hang nor a greedy document harms this one. The child is ended
/// when it takes too long in all, is silent for too long, uses too much memory, or is no longer wanted.
/// </summary>
public sealed class ReaderProcess(ReaderProcessLimits limits, TimeProvider clock) : IUploadReader
{
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc />
    public async Task<ReadingResult> ReadAsync(ReadingRequest request, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        using var child = Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heard = new LastHeard(clock);
        var guard = GuardAsync(child, heard, stop.Token);
        var errors = child.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await child.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request, ReaderJson.Default.ReadingRequest).AsMemory(), cancellationToken);
            await child.StandardInput.FlushAsync(cancellationToken);
            var last = await ListenAsync(child, heard, progress, cancellationToken);
            if (last?.Done is { } done)
            {
                return done;
            }

            await child.WaitForExitAsync(cancellationToken);
            await stop.CancelAsync();
            throw last?.Refused is { } refused
                ? new DocumentRefusedException(refused.Code, refused.Message)
                : await guard ?? Crash(child.ExitCode, await errors);
        }
        catch (IOException exception)
        {
            // The child was gone before it heard the request.
            await stop.CancelAsync();
            throw await guard ?? new DocumentRefusedException(RefusalCodes.Damaged, CrashMessage, exception);
        }
        finally
        {
            await stop.CancelAsync();
            await guard;
            await EndAsync(child);
        }
    }

    private const string CrashMessage =
        "The document breaks the reader: its structure is damaged. Open it in its own program, save it anew, and upload it again.";

    private static DocumentRefusedException Crash(int exitCode, string errors)
    {
        var memory = errors.Contains("OutOfMemory", StringComparison.Ordinal) || errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase);
        return memory
            ? TooMuchMemory()
            : new DocumentRefusedException(
                RefusalCodes.Damaged, CrashMessage,
                new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The reader ended with {exitCode}: {errors}")));
    }

    private static DocumentRefusedException TooMuchMemory() => new(
        RefusalCodes.TooMuchMemory, "Reading this document needs more memory than is allowed. Split it into parts, or save it anew with another program.");

    private Process Start()
    {
        var assembly = typeof(ReaderProcess).Assembly.Location;
        var start = new ProcessStartInfo(FindDotnet())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(assembly);
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.MaximumHeap.ToString("X", CultureInfo.InvariantCulture);
        // A crash of the child is expected now and then; a dump of it would hold the document.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_TieredCompilation"] = "1";
        return Process.Start(start) ?? throw new InvalidOperationException("The reader can't be started: is the dotnet program on the PATH?");
    }

    // A host may run under another program than dotnet, without dotnet on its PATH: the runtime that runs it lies below one as well.
    private static string FindDotnet()
    {
        if (Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet")
        {
            return host;
        }

        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Directory.EnumerateFiles(root, "dotnet*").FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == "dotnet") ?? "dotnet";
    }

    private static async Task<ReaderMessage?> ListenAsync(
        Process child, LastHeard heard, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        while (await child.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            heard.Now();
            var message = JsonSerializer.Deserialize(line, ReaderJson.Default.ReaderMessage)!;
            if (message.Progress is null)
            {
                return message;
            }

            progress?.Report(message.Progress);
        }

        return null;
    }

    // Ends the child when it breaks a limit, and says which; null when it did not.
    private async Task<DocumentRefusedException?> GuardAsync(Process child, LastHeard heard, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Watch, clock);
        var started = clock.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var broken = Broken(child, heard, started);
                if (broken is not null)
                {
                    child.Kill(entireProcessTree: true);
                    return broken;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The child ended by itself.
        }
        catch (InvalidOperationException)
        {
            // It ended between two looks.
        }

        return null;
    }

    private DocumentRefusedException? Broken(Process child, LastHeard heard, long started)
    {
        if (clock.GetElapsedTime(started) > limits.MaximumTime)
        {
            return TookTooLong($"took longer than {limits.MaximumTime.TotalMinutes:0.#} minutes");
        }

        if (heard.Silence > limits.MaximumSilence)
        {
            return TookTooLong($"stood still at one page for {limits.MaximumSilence.TotalSeconds:0} seconds");
        }

        child.Refresh();
        return child.WorkingSet64 > limits.MaximumWorkingSet ? TooMuchMemory() : null;
    }

    private static DocumentRefusedException TookTooLong(FormattableString what) => new(
        RefusalCodes.TookTooLong,
        $"Reading this document {what.ToString(CultureInfo.InvariantCulture)}. Split it into parts, or save it anew with another program.");

    private static async Task EndAsync(Process child)
    {
        child.StandardInput.Close();
        if (!child.HasExited)
        {
            child.Kill(entireProcessTree: true);
        }

        await child.WaitForExitAsync(CancellationToken.None);
    }

    private sealed class LastHeard(TimeProvider clock)
    {
        private long at = clock.GetTimestamp();

        public TimeSpan Silence => clock.GetElapsedTime(Volatile.Read(ref at));

        public void Now() => Volatile.Write(ref at, clock.GetTimestamp());
    }
}
