using System.Diagnostics;
using System.Text;

namespace Glossary.LocalHost.Tests.Recovery;

/// <summary>The host as its own process, which can be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public static HostProcess Start(string data, Uri address, params string[] more) => Start(data, address, [], more);

    public static async Task<HostProcess> StartedAsync(string data, Uri address, CancellationToken cancellationToken, params (string Name, string Value)[] settings)
    {
        var host = Start(data, address, settings, []);
        await Task.WhenAny(host.ready.Task, host.process.WaitForExitAsync(cancellationToken));
        Assert.True(host.ready.Task.IsCompleted, host.Output);
        return host;
    }

    private static HostProcess Start(string data, Uri address, (string Name, string Value)[] settings, string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])["exec", typeof(Hosting.LocalHostApplication).Assembly.Location, "--data", data, "--urls", address.ToString(), "--no-web", .. more])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Ends it without a warning. The store, which runs in a session of its own, lives on.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // An orderly end also ends the store.
            using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await signal.WaitForExitAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private void Take(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }

        if (line?.StartsWith("Glossary runs at ", StringComparison.Ordinal) == true)
        {
            ready.TrySetResult();
        }
    }
}
