using System.Diagnostics;
using Glossary.App.Features.Concepts;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;
using Glossary.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Glossary.Benchmarks;

/// <summary>Fills a glossary and measures in it, by the handlers of the routes: with the JSON of the answers, without the transport.</summary>
/// <param name="services">An installation.</param>
internal sealed class TermbaseFigures(IServiceProvider services)
{
    private const string Glossary = "many";
    private const int Seed = 7;
    private const int Page = 50;
    private const int Openings = 400;
    private const int Changes = 100;
    private const int Lists = 20;

    // A filter that is answered slowly is asked less often.
    private static readonly TimeSpan LongestOfFilter = TimeSpan.FromSeconds(20);

    private readonly OrderedDictionary<string, string> figures = [];
    private IReadOnlyList<string> ids = [];
    private string[] words = [];

    /// <summary>Measures in a glossary of so many concepts.</summary>
    /// <returns>What was measured, in the order of the table.</returns>
    public async Task<OrderedDictionary<string, string>> MeasureAsync(int concepts)
    {
        await FillAsync(concepts);
        await ReadAsync();
        await OpenAsync();
        await ListAsync();
        await ChangeAsync();
        figures["memory of the process"] = FormattableString.Invariant($"{Environment.WorkingSet / 1e6:N0} MB");
        return figures;
    }

    private async Task FillAsync(int concepts)
    {
        await services.GetRequiredService<TermbaseStore>().CreateAsync(Glossary, Glossary, "auto", CancellationToken.None);
        var generator = new ConceptGenerator(Seed);
        var import = new ConceptImport(services.GetRequiredService<RecordStores>().Terms, Glossary, TimeProvider.System);
        var made = new List<Concept>();
        var clock = Stopwatch.StartNew();
        while (import.Ids.Count < concepts)
        {
            var next = Enumerable.Range(0, Math.Min(10_000, concepts - import.Ids.Count)).Select(_ => generator.Next()).ToList();
            made.AddRange(next.Where((_, i) => i % 100 == 0));
            await import.AddAsync(next, CancellationToken.None);
        }

        figures["filled, a dozen concepts a transaction"] = FormattableString.Invariant($"{concepts / clock.Elapsed.TotalSeconds:N0} concepts/s");
        ids = import.Ids;
        words = [.. made.Select(concept => concept.Head.Text.Split(' ')[^1]).Where(word => word.Length > 3).Distinct(StringComparer.Ordinal)];
    }

    // What the store itself takes: nothing that follows can be faster than the reads that it needs.
    private async Task ReadAsync()
    {
        var (list, log) = (services.GetRequiredService<ConceptList>(), services.GetRequiredService<ChangeLog>());
        await RowAsync("– one record read from the store", Lists, i => list.FindAsync(Glossary, Spread(i, Lists), CancellationToken.None));
        await RowAsync($"– one range of {Page} records read from the store", Lists, _ => log.ListAsync(Glossary, Page, null, CancellationToken.None));
    }

    private Task OpenAsync()
    {
        var handler = services.GetRequiredService<ConceptsHandler>();
        return RowAsync("opening a concept", Openings, i => handler.GetAsync(Request(string.Empty, Spread(i, Openings)), CancellationToken.None));
    }

    private async Task ListAsync()
    {
        var handler = services.GetRequiredService<ConceptsHandler>();
        var all = new List<double>();
        foreach (var (what, query) in Filters())
        {
            var times = await TimesAsync(Lists, i => handler.ListAsync(Request(query(i)), CancellationToken.None));
            figures[$"– {what}"] = SearchTable.Percentiles(times);
            all.AddRange(times);
        }

        figures[$"first page of {Page} by any of these filters"] = SearchTable.Percentiles(all);
    }

    private async Task ChangeAsync()
    {
        var (editor, handler) = (services.GetRequiredService<ConceptEditor>(), services.GetRequiredService<ConceptsHandler>());
        var numbers = new List<long>();
        await RowAsync("a change of a note", Changes, async i => numbers.Add((await editor.UpdateAsync(
            Glossary, Spread(i, Changes), _ => { }, content => content with { Note = $"note {i}" }, "benchmark", CancellationToken.None))!.Value));
        await RowAsync("its undo", numbers.Count, i => editor.UndoAsync(Glossary, numbers[i], "benchmark", CancellationToken.None));
    }

    private IEnumerable<(string What, Func<int, string> Query)> Filters()
    {
        yield return ("all", _ => string.Empty);
        yield return ("state", i => $"&state={(TermState)(i % 3)}");
        yield return ("language", i => i % 2 == 0 ? "&language=de" : "&language=en");
        yield return ("language that no concept has", _ => "&language=fr");
        yield return ("minScore", i => FormattableString.Invariant($"&minScore={i / (double)Lists}"));
        yield return ("document", i => $"&document={ConceptImport.DocumentOf(ids.Count * i / Lists)}");
        yield return ("q, a word", i => $"&q={Uri.EscapeDataString(words[i * words.Length / Lists])}");
        yield return ("q, three letters", i => $"&q={Uri.EscapeDataString(words[i * words.Length / Lists][..3])}");
        yield return ("q, nothing has it", i => $"&q=qqq{i}");
        yield return ("state, language, minScore and q", i => $"&state=Approved,Rejected&language=de&minScore=0.2&q={Uri.EscapeDataString(words[i * words.Length / Lists][..3])}");
    }

    private string Spread(int number, int of) => ids[(int)((long)ids.Count * number / of)];

    private static DefaultHttpContext Request(string query, string? concept = null)
    {
        var http = new DefaultHttpContext();
        http.Request.RouteValues["glossary"] = Glossary;
        http.Request.RouteValues["concept"] = concept;
        http.Request.QueryString = new QueryString($"?$top={Page}{query}");
        return http;
    }

    private async Task RowAsync(string what, int times, Func<int, Task> work) => figures[what] = SearchTable.Percentiles(await TimesAsync(times, work));

    private static async Task<List<double>> TimesAsync(int count, Func<int, Task> work)
    {
        var times = new List<double>(count);
        for (var (i, clock) = (0, Stopwatch.StartNew()); i < count && clock.Elapsed < LongestOfFilter; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await work(i);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }
}
