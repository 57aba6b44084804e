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
    public static string? Output(string program, IReadOnlyList<string> arguments, string? folder = null, int? processors = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder ?? string.Empty };
        if (processors is { } count)
        {
            start.Environment["DOTNET_PROCESSOR_COUNT"] = count.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        }

        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // The program is not there; the table says so.
            return null;
        }
    }

    /// <summary>What this program prints for other arguments, in a process of its own.</summary>
    public static string Again(IReadOnlyList<string> arguments, int? processors = null) =>
        Output(Environment.ProcessPath!, arguments, processors: processors) ?? throw new InvalidOperationException($"{string.Join(' ', arguments)} failed.");
}
