using System.Diagnostics;

namespace Glossary.Benchmarks;

/// <summary>Runs a program and takes what it prints.</summary>
internal static class ChildProcess
{
    /// <summary>Its output, or null where the program is not there or fails.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder that it runs in, or null for this one.</param>
    /// <param name="processors">Processors that a .NET runtime uses, or null for all.</param>
    public static async Task<string?> OutputAsync(string program, IReadOnlyList<string> arguments, string? folder = null, int? processors = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder ?? string.Empty };
        if (processors is { } count)
        {
            start.Environment["DOTNET_PROCESSOR_COUNT"] = count.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        }

        try
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // The program is not there; the table says so.
            return null;
        }
    }

    /// <summary>What this program prints for other arguments, in a process of its own.</summary>
    public static async Task<string> AgainAsync(IReadOnlyList<string> arguments, int? processors = null) =>
        await OutputAsync(Program, [.. ProgramArguments, .. arguments], processors: processors)
            ?? throw new InvalidOperationException($"{string.Join(' ', arguments)} failed.");

    // This program may have been started by its own file or as “dotnet Glossary.Benchmarks.dll”.
    private static string Program => Environment.ProcessPath!;

    private static string[] ProgramArguments =>
        Path.GetFileNameWithoutExtension(Program) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];
}
