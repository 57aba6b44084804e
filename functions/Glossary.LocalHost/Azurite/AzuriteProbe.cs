using System.Diagnostics;
using System.Globalization;

namespace Glossary.LocalHost.Azurite;

/// <summary>Asks ports whether Azurite is behind them.</summary>
internal static class AzuriteProbe
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan RequestPatience = TimeSpan.FromSeconds(5);
    private static readonly string[] Services = ["Blob", "Queue", "Table"];

    /// <summary>Waits until all three services answer by their names.</summary>
    /// <param name="ports">Where they should be.</param>
    /// <param name="isRunning">Whether the process lives; without it there is nothing to wait for.</param>
    /// <param name="patience">Longest wait.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public static async Task<bool> AnswersAsync(AzuritePorts ports, Func<bool> isRunning, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = RequestPatience };
        var started = Stopwatch.GetTimestamp();
        while (isRunning() && Stopwatch.GetElapsedTime(started) < patience)
        {
            var answers = await Task.WhenAll(Services.Zip(ports.All, (service, port) => AnswersAsync(client, service, port, cancellationToken)));
            if (answers.All(answer => answer))
            {
                return true;
            }

            await Task.Delay(PollInterval, cancellationToken);
        }

        return false;
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string service, int port, CancellationToken cancellationToken)
    {
        try
        {
            var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.Headers.Server.ToString().StartsWith($"Azurite-{service}/", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
