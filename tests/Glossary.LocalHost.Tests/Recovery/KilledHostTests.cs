using System.IO.Compression;
using System.Text.Json;
using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Tests.Hosts;
using Glossary.Testing;

namespace Glossary.LocalHost.Tests.Recovery;

public sealed class KilledHostTests : IDisposable
{
    private static readonly string[] Approved = ["Approved"];

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

    [Fact]
    public async Task A_bulk_decision_and_an_export_are_finished_by_the_next_host()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The host is stopped by SIGTERM here.");
        using var product = new Product(address);
        var glossary = string.Empty;
        var operation = string.Empty;
        var candidates = 0;
        await using (var first = await HostProcess.StartedAsync(folder.FullName, address, Cancellation))
        {
            glossary = await product.CreateAsync("Killed later");
            var settled = await product.SettledAsync(glossary, await product.UploadAsync(glossary, "long.pdf", LongDocument()));
            candidates = settled.GetProperty("counts").GetProperty("candidates").GetInt32();
            operation = await product.StartAsync($"/api/v1/glossaries/{glossary}/concepts:bulk", new { state = "Approved", filter = new { minScore = 0.1 } });
            await product.UntilAsync(operation, each => each.GetProperty("percent").GetInt32() > 0);
            await first.KillAsync();
        }

        await using (var second = await HostProcess.StartedAsync(folder.FullName, address, Cancellation))
        {
            var decided = await product.UntilAsync(operation, each => each.GetProperty("state").GetString() == "Succeeded");
            Assert.Equal(candidates, decided.GetProperty("counts").GetProperty("decided").GetInt32());
            Assert.Equal(candidates, (await product.ListAsync($"/api/v1/glossaries/{glossary}/concepts?state=Approved&$top=1000")).Count);
            operation = await product.StartAsync($"/api/v1/glossaries/{glossary}/exports", new { format = "zip", states = Approved });
            await product.UntilAsync(operation, each => each.GetProperty("state").GetString() != "Queued");
            await second.KillAsync();
        }

        await using var third = await HostProcess.StartedAsync(folder.FullName, address, Cancellation);
        await product.UntilAsync(operation, each => each.GetProperty("state").GetString() == "Succeeded");
        using var archive = new ZipArchive(new MemoryStream(await product.FileAsync(operation)));
        Assert.Equal(["csv", "evidence.csv", "json", "tbx", "xlsx"], archive.Entries.Select(entry => entry.Name[(glossary.Length + 1)..]).Order(StringComparer.Ordinal));
        using var json = JsonDocument.Parse(archive.GetEntry($"{glossary}.json")!.Open());
        var ids = json.RootElement.GetProperty("concepts").EnumerateArray().Select(concept => concept.GetProperty("id").GetString()).ToList();
        Assert.Equal((candidates, candidates), (ids.Count, ids.Distinct().Count()));
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
