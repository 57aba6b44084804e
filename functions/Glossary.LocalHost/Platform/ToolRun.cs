using System.ComponentModel;
using System.Diagnostics;

namespace Glossary.LocalHost.Platform;

/// <summary>A program that was run to its end.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it printed to either stream, in order of arrival; of a long output the end.</param>
public sealed record ToolRun(int ExitCode, string Output)
{
    private const int LongestOutput = 64 * 1024;

    /// <summary>Runs a program to its end without a console. It is ended with its children where the wait is stopped.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="arguments">Each as it is.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Win32Exception">It can't be started.</exception>
    public static async Task<ToolRun> RunAsync(
        string file, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var output = new System.Text.StringBuilder();
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
                if (output.Length > 2 * LongestOutput)
                {
                    output.Remove(0, output.Length - LongestOutput);
                }
            }
        }

        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(file, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ToolRun(process.ExitCode, output.ToString().Trim());
    }

    /// <summary>The output for an error message: whole, or its beginning, which names the cause, and its end.</summary>
    /// <param name="lines">Most lines wanted, at least 4.</param>
    public string Excerpt(int lines)
    {
        var all = Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(Environment.NewLine, all.Length <= lines ? all : [.. all.Take(lines - 3), "…", .. all.TakeLast(2)]);
    }
}
