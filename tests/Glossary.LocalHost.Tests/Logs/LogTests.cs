using System.Text.Json;
using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Tests.Hosts;
using Glossary.LocalHost.Tests.Recovery;

namespace Glossary.LocalHost.Tests.Logs;

/// <summary>What the host says of its work: enough to follow a request, and nothing that belongs to its users.</summary>
public sealed class LogTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-logs-");
    private readonly Uri address = new($"http://127.0.0.1:{AzuritePorts.FindFree().Blob}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_day_s_work_leaves_no_term_no_key_and_no_link_in_the_log()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The host is stopped by SIGTERM here.");
        using var product = new Product(address);
        await using var host = await HostProcess.StartedAsync(folder.FullName, address, Cancellation, ("Glossary__Logs", "json"));
        var glossary = await product.CreateAsync("Logged");
        await product.SettledAsync(glossary, await product.UploadAsync(glossary, "manual.pdf", Product.Sample("bioreactor-manual.en.pdf")));
        await product.SettledAsync(glossary, await product.UploadAsync(glossary, "broken.pdf", "%PDF-1.7\nno more"u8.ToArray()));
        await product.ExportAsync(glossary, "csv", "Candidate");
        await product.Http.GetAsync($"/api/v1/glossaries/{glossary}/concepts?q=impeller", Cancellation);
        await product.Http.GetAsync("/api/v1/glossaries/nothing", Cancellation);

        var entries = host.Output.Split('\n').Where(line => line.StartsWith('{')).ToList();

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => JsonDocument.Parse(entry).Dispose());
        Assert.Contains(entries, entry => entry.Contains("\"Operation\":", StringComparison.Ordinal) && entry.Contains("Extraction", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.Contains("\"TraceId\":", StringComparison.Ordinal));
        foreach (var secret in new[] { "oxygen transfer rate", "impeller", "AccountKey", "sig=", "bioreactor" })
        {
            Assert.DoesNotContain(entries, entry => entry.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
