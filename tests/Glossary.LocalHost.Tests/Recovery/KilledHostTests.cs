using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Tests.Hosts;
using Glossary.Testing;

namespace Glossary.LocalHost.Tests.Recovery;

public sealed class KilledHostTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-killed-");
    private readonly Uri address = new($"http://127.0.0.1:{AzuritePorts.FindFree().Blob}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Extracting")]
    [InlineData("storing")]
    public async Task A_host_that_is_killed_while_it_reads_is_followed_by_one_that_finishes(string moment)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The host is stopped by SIGTERM here.");
        using var product = new Product(address);
        string glossary;
        string document;
        await using (var first = await HostProcess.StartedAsync(folder.FullName, address, Cancellation))
        {
            glossary = await product.CreateAsync("Killed");
            document = await product.UploadAsync(glossary, "long.pdf", LongDocument());
            var path = $"/api/v1/glossaries/{glossary}/documents/{document}";
            await product.UntilAsync(path, each => each.GetProperty("state").GetString() == "Extracting"
                && (moment == "Extracting" || each.TryGetProperty("progress", out var progress) && progress.GetProperty("stage").GetString() == moment));
            await first.KillAsync();
        }

        await using var second = await HostProcess.StartedAsync(folder.FullName, address, Cancellation);
        var settled = await product.SettledAsync(glossary, document);

        Assert.Equal("Ready", settled.GetProperty("state").GetString());
        var concepts = await product.ListAsync($"/api/v1/glossaries/{glossary}/concepts?$top=1000");
        Assert.Equal(settled.GetProperty("counts").GetProperty("candidates").GetInt32(), concepts.Count);
        Assert.Equal(concepts.Count, concepts.Select(concept => concept.GetProperty("text").GetString()).Distinct().Count());
        Assert.Single(await product.ListAsync($"/api/v1/glossaries/{glossary}/documents"));
    }

    // Many pages, and many different terms on them.
    private static byte[] LongDocument()
    {
        string[] parts = ["centrifugal", "hydraulic", "peristaltic", "thermal", "magnetic", "pneumatic", "volumetric", "coaxial", "modular", "sterile"];
        string[] things = ["pump", "valve", "sensor", "gearbox", "impeller", "gasket", "reactor", "filter", "manifold", "actuator"];
        string[] wholes = ["housing", "controller", "bearing", "flange", "shaft", "nozzle", "membrane", "coupling", "spindle", "jacket"];
        return RawPdf.Pages(300, page => RawPdf.Lines(72, 780, [.. Enumerable.Range(0, 40).Select(line =>
        {
            var number = (page * 40) + line;
            return $"The {parts[number % 10]} {things[number / 10 % 10]} {wholes[number / 100 % 10]} is inspected before each run.";
        })]));
    }
}
