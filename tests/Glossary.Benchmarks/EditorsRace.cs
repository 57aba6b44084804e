using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Hosting;
using Glossary.LocalHost.Platform;

namespace Glossary.Benchmarks;

/// <summary>
/// Many people edit one glossary at the same time, over HTTP, on Azurite. Afterwards the log of changes must have each edit once, without a
/// hole in its numbers, and the changes of each concept must follow from one another: none overwrote what its writer had not seen.
/// </summary>
internal static class EditorsRace
{
    private const int Concepts = 200;

    /// <summary>Runs and prints the figures; false where anything was lost.</summary>
    public static async Task<bool> RunAsync(int editors, int edits)
    {
        // What is measured is the glossary, not the limit of requests of one person.
        Environment.SetEnvironmentVariable("Glossary__Api__Burst", "1000000");
        Environment.SetEnvironmentVariable("Glossary__Api__PerSecond", "1000000");
        var folder = Directory.CreateTempSubdirectory("glossary-editors-");
        var package = new AzuritePackage(AzuritePackage.FindFolder(), await NodeToolchain.FindAsync(null, CancellationToken.None));
        await package.InstallAsync(CancellationToken.None);
        var azurite = await AzuriteServer.StartOrAttachAsync(package, folder.FullName, AzuritePorts.FindFree(), CancellationToken.None);
        var address = new Uri($"http://127.0.0.1:{AzuritePorts.FindFree().Blob}");
        try
        {
            await using var host = await LocalHostApplication.StartAsync(
                new LocalHostOptions
                {
                    Data = folder.FullName,
                    Address = address,
                    ConnectionString = azurite.ConnectionString,
                    IsLocalStore = true,
                    SiteConfiguration = Path.Combine(RepositoryLayout.Find().Web, "staticwebapp.config.json"),
                },
                CancellationToken.None);
            var isSound = await MeasureAsync(address, editors, edits);
            await host.StopAsync();
            return isSound;
        }
        finally
        {
            await azurite.StopAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(Uri address, int editors, int edits)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = editors }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("x-glossary-client", "benchmark");
        (await http.PostAsJsonAsync("/api/v1/glossaries", new { name = "Editors" })).EnsureSuccessStatusCode();
        var ids = new List<string>();
        for (var i = 0; i < Concepts; i++)
        {
            var made = await http.PostAsJsonAsync("/api/v1/glossaries/editors/concepts", new { text = $"term {i}", language = "en" });
            ids.Add((await JsonAsync(made)).GetProperty("id").GetString()!);
        }

        var times = new ConcurrentBag<double>();
        var answers = new ConcurrentDictionary<HttpStatusCode, int>();
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, editors).Select(async editor =>
        {
            var random = new Random(editor);
            for (int edit; (edit = Interlocked.Increment(ref next)) < edits;)
            {
                await EditAsync(http, ids[random.Next(ids.Count)], $"edit {edit}", times, answers);
            }
        }));
        var seconds = clock.Elapsed.TotalSeconds;
        var sorted = times.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{editors} editors, {edits} edits of {Concepts} concepts in {seconds:0.0} s: {edits / seconds:0} edits/s; a change takes {At(sorted, 0.5):0} ms (p50), {At(sorted, 0.95):0} ms (p95), {At(sorted, 0.99):0} ms (p99)"));
        Console.WriteLine($"answers: {string.Join(", ", answers.OrderBy(each => each.Key).Select(each => $"{(int)each.Key}: {each.Value}"))} (412: somebody was faster; read and written again)");
        return await CheckAsync(http, edits) & answers.Keys.All(status => status is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed);
    }

    // As a person does: who sees that somebody was faster reads again and writes again.
    private static async Task EditAsync(
        HttpClient http, string id, string note, ConcurrentBag<double> times, ConcurrentDictionary<HttpStatusCode, int> answers)
    {
        var path = $"/api/v1/glossaries/editors/concepts/{id}";
        HttpStatusCode status;
        do
        {
            var etag = (await JsonAsync(await http.GetAsync(path))).GetProperty("etag").GetString();
            using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(new { note }) };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{etag}\"");
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            status = answer.StatusCode;
            answers.AddOrUpdate(status, 1, (_, count) => count + 1);
        }
        while (status != HttpStatusCode.OK);
    }

    private static async Task<bool> CheckAsync(HttpClient http, int edits)
    {
        var (numbers, notes, newest, broken) = (new List<long>(), new List<string>(), new Dictionary<string, string?>(), 0);
        for (var page = "/api/v1/glossaries/editors/changes?$top=1000"; page is not null;)
        {
            var list = await JsonAsync(await http.GetAsync(page));
            foreach (var change in list.GetProperty("value").EnumerateArray())
            {
                numbers.Add(change.GetProperty("number").GetInt64());
                if (change.GetProperty("kind").GetString() == "Edited")
                {
                    var edit = change.GetProperty("edits")[0];
                    var id = edit.GetProperty("conceptId").GetString()!;
                    broken += NoteOf(edit.GetProperty("before")) == newest.GetValueOrDefault(id) ? 0 : 1;
                    newest[id] = NoteOf(edit.GetProperty("after"));
                    notes.Add(newest[id]!);
                }
            }

            page = list.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
        }

        var isWhole = numbers.SequenceEqual(Enumerable.Range(1, numbers.Count).Select(number => (long)number)) && numbers.Count == Concepts + edits;
        var isComplete = notes.Distinct(StringComparer.Ordinal).Count() == edits && notes.Count == edits;
        var differing = 0;
        foreach (var (id, note) in newest)
        {
            differing += NoteOf(await JsonAsync(await http.GetAsync($"/api/v1/glossaries/editors/concepts/{id}"))) == note ? 0 : 1;
        }

        Console.WriteLine(
            $"log: {numbers.Count} changes, {(isWhole ? "numbered without a hole or a twin" : "NUMBERS ARE WRONG")}; {notes.Count} edits, {(isComplete ? "each once" : "SOME ARE MISSING OR DOUBLE")}; "
            + $"{broken} overwrote what was not seen; {differing} concepts differ from their newest change");
        return isWhole && isComplete && broken == 0 && differing == 0;
    }

    private static string? NoteOf(JsonElement content) => content.TryGetProperty("note", out var note) ? note.GetString() : null;

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using (response)
        {
            response.EnsureSuccessStatusCode();
            return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
        }
    }
}
