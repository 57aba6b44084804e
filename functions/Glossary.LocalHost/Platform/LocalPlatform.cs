using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Glossary.LocalHost.Platform;

/// <summary>The one place that knows how operating systems differ.</summary>
public static partial class LocalPlatform
{
    private const int SignalTerminate = 15;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Full path of a program on the search path, or null.</summary>
    /// <param name="name">Its name without an ending, as <c>node</c>.</param>
    /// <param name="searchPath">Folders as in <c>PATH</c>; null for that variable itself.</param>
    public static string? FindExecutable(string name, string? searchPath = null)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        var folders = (searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return folders
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(IsExecutable);
    }

    /// <summary>
    /// Whether a process lives and its command line holds a text that tells it from any other one which has got the same id since. Where the
    /// system does not show command lines (Windows) the name of the program decides.
    /// </summary>
    /// <param name="processId">Its id.</param>
    /// <param name="program">Name of the program, as <c>node</c>.</param>
    /// <param name="mark">Text of its command line.</param>
    public static bool IsRunning(int processId, string program, string mark)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            if (OperatingSystem.IsWindows())
            {
                return !process.HasExited && process.ProcessName.Equals(program, StringComparison.OrdinalIgnoreCase);
            }
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }

        // A process that has ended but was not collected by its parent has no command line any more.
        return CommandLineOf(processId).Contains(mark, StringComparison.Ordinal);
    }

    /// <summary>Asks a process to end, and waits until it has.</summary>
    /// <param name="processId">Its id.</param>
    /// <param name="program">As for <see cref="IsRunning"/>.</param>
    /// <param name="mark">As for <see cref="IsRunning"/>.</param>
    /// <param name="saveInterval">
    /// How often the process saves by itself: where there is no signal to ask by (Windows) it is ended after that time, and so loses nothing.
    /// </param>
    /// <param name="patience">Longest wait for the end.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>False where it still runs.</returns>
    public static async Task<bool> TerminateAsync(
        int processId, string program, string mark, TimeSpan saveInterval, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!IsRunning(processId, program, mark))
        {
            return true;
        }

        if (OperatingSystem.IsWindows())
        {
            await Task.Delay(saveInterval, cancellationToken);
            End(processId);
        }
        else
        {
            _ = SendSignal(processId, SignalTerminate);
        }

        var started = Stopwatch.GetTimestamp();
        while (IsRunning(processId, program, mark))
        {
            if (Stopwatch.GetElapsedTime(started) > patience)
            {
                return false;
            }

            await Task.Delay(PollInterval, cancellationToken);
        }

        return true;
    }

    /// <summary>Opens a page in the person's browser; false where there is none to open.</summary>
    public static bool OpenBrowser(Uri page)
    {
        try
        {
            using var opener = Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true });
            return true;
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Bytes that this user may still write to the disk of a folder that exists.</summary>
    public static long FreeDiskSpace(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    /// <summary>A folder's full path with every link resolved: the same for every way to name the folder, which need not exist.</summary>
    public static string RealPath(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var real = Path.Combine(RealPath(parent), Path.GetFileName(full));
        return Directory.Exists(real) && Directory.ResolveLinkTarget(real, returnFinalTarget: true) is { } target ? RealPath(target.FullName) : real;
    }

    private static bool IsExecutable(string path)
        => File.Exists(path)
            && (OperatingSystem.IsWindows()
                || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);

    private static string CommandLineOf(int processId)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                return File.ReadAllText($"/proc/{processId}/cmdline").Replace('\0', ' ');
            }
            catch (IOException)
            {
                return "";
            }
        }

        var listing = new ProcessStartInfo("ps", ["-ww", "-o", "command=", "-p", $"{processId}"]) { RedirectStandardOutput = true };
        using var ps = Process.Start(listing)!;
        return ps.StandardOutput.ReadToEnd();
    }

    private static void End(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            // It ended by itself meanwhile, which is what was wanted.
            return;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SendSignal(int processId, int signal);
}
