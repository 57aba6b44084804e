using System.Diagnostics;
using System.Globalization;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;
using Glossary.Search;
using Glossary.Testing;

namespace Glossary.Benchmarks;

/// <summary>Figures of the search: filling an index, searching it by a stated mix of queries, listing by filters.</summary>
internal static class SearchTable
{
    private const int Seed = 7;

    // As hosts have it where no setting says more.
    private static readonly double BufferMegabytes = new SearchSettings().FillingMemory / 1e6;

    private const int Chunk = 10_000;
    private const int Rounds = 2_000;

    /// <summary>Prints the table.</summary>
    public static async Task PrintAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("glossary-benchmark-");
        using (var factory = new LuceneTermIndexFactory(folder.FullName, BufferMegabytes))
        {
            Console.WriteLine("| what | figure |");
            Console.WriteLine("| --- | ---: |");
            using var index = Fill(factory, count, out var samples);
            Ask(index, new QueryMix(samples));
            Strain(index, samples);
            List(index);
            GC.Collect();
            Row("memory of the index; of the process", $"{index.MemoryBytes / 1e6:0} MB; {Environment.WorkingSet / 1e6:0} MB");
            Row("files of the index", FormattableString.Invariant($"{folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1e6:0} MB"));
            Change(index);
        }

        folder.Delete(recursive: true);
        await ColdStart.PrintAsync(Row);
    }

    /// <summary>Median, 95th percentile and worst of times in milliseconds.</summary>
    public static string Percentiles(List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, worst {times[^1]:0.0} ms");

        double At(double share) => times[(int)((times.Count - 1) * share)];
    }

    private static ITermIndex Fill(LuceneTermIndexFactory factory, int count, out List<Concept> samples)
    {
        // The first concepts are for the compiler of the runtime.
        using (var warm = factory.Create())
        {
            var warmUp = new ConceptGenerator(Seed + 1);
            for (var i = 0; i < 5 * Chunk; i++)
            {
                warm.Add(warmUp.Next());
            }

            warm.Complete(0);
        }

        samples = [];
        var generator = new ConceptGenerator(Seed);
        var index = factory.Create();
        var filling = new Stopwatch();
        for (var made = 0; made < count; made += Chunk)
        {
            var chunk = Enumerable.Range(0, Math.Min(Chunk, count - made)).Select(_ => generator.Next()).ToList();
            samples.AddRange(chunk.Where((_, i) => i % 500 == 0));
            filling.Start();
            chunk.ForEach(index.Add);
            filling.Stop();
        }

        filling.Start();
        index.Complete(1);
        filling.Stop();
        Row($"filling with {count:N0} concepts, one thread", FormattableString.Invariant($"{count / filling.Elapsed.TotalSeconds:N0} concepts/s"));
        return index;
    }

    private static void Ask(ITermIndex index, QueryMix mix)
    {
        var random = new Random(Seed);
        var times = new Dictionary<string, List<double>>();
        for (var round = -Rounds / 4; round < Rounds; round++)
        {
            var (kind, request) = mix.Next(random);
            var started = Stopwatch.GetTimestamp();
            _ = kind == QueryMix.Completion
                ? index.Suggest(request.Text, request.Filter, 10, CancellationToken.None).Count
                : index.Search(request, CancellationToken.None).Total;
            if (round >= 0)
            {
                times.TryAdd(kind, []);
                times[kind].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        Row($"search, {Rounds} of the mix below", Percentiles([.. times.Values.SelectMany(each => each)]));
        foreach (var (kind, each) in times.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Row($"– {kind}, {each.Count * 100 / Rounds} %", Percentiles(each));
        }
    }

    // What nobody should type, and somebody will.
    private static void Strain(ITermIndex index, List<Concept> samples)
    {
        var words = samples.Select(concept => concept.Head.Text.Split(' ')[0]).Distinct().ToList();
        string[] texts =
        [
            "*e*", "?????", "a*", "*", "e* OR s*", "-x", string.Join(' ', words.Take(64)), string.Join(" OR ", words.Take(64)),
            "\"the of\"~50", "definition:the", new string('x', 10_000), string.Join(" OR ", words.Take(30).Select(word => word + "~")),
        ];
        var times = new List<double>();
        foreach (var text in texts)
        {
            var started = Stopwatch.GetTimestamp();
            _ = index.Search(new SearchRequest { Text = text, Top = 20 }, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        Row($"{texts.Length} queries made to be slow", Percentiles(times));
    }

    private static void List(ITermIndex index)
    {
        var facets = index.Search(new SearchRequest { Top = 1 }, CancellationToken.None).Facets;
        var times = new List<double>();
        foreach (var (facet, value) in facets.SelectMany(facet => facet.Values, (facet, value) => (facet.Name, value.Value)))
        {
            var text = facet == "subject" ? $"subject:\"{value}\"" : $"{facet}:{value}";
            var filter = facet == "subject" ? new SearchFilter { SubjectFields = [value] } : SearchFilter.All;
            foreach (var request in new[]
            {
                new SearchRequest { Text = facet == "subject" ? string.Empty : text, Filter = filter, Top = 100 },
                new SearchRequest { Text = (facet == "subject" ? string.Empty : text) + " score:>0.5", Filter = filter with { Languages = ["de"] }, Top = 100 },
            })
            {
                var started = Stopwatch.GetTimestamp();
                _ = index.Search(request, CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        Row($"first page of 100 by a filter, {times.Count} filters", Percentiles(times));
    }

    // A change and what it costs on the whole index: the concept written, the index opened anew, the concept found.
    private static void Change(ITermIndex index)
    {
        var generator = new ConceptGenerator(Seed);
        var times = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var concept = generator.Next();
            var term = concept.Head with { Text = FormattableString.Invariant($"changed{i}") };
            var started = Stopwatch.GetTimestamp();
            index.Apply([concept with { Terms = [term] }], [], i + 2);
            if (index.Search(new SearchRequest { Text = term.Text, Top = 1 }, CancellationToken.None).Hits[0].Concept.Id != concept.Id)
            {
                throw new InvalidOperationException("The change was not found.");
            }

            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        Row("a change of one concept applied and found", Percentiles(times));
    }

    private static void Row(string what, string figure) => Console.WriteLine($"| {what} | {figure} |");
}
