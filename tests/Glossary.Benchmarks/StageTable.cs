using System.Diagnostics;
using System.Globalization;
using Glossary.Formats.Documents;
using Glossary.Reader;

namespace Glossary.Benchmarks;

/// <summary>
/// Pages and tokens a second of each stage on each document, against pdftotext and the npm tagger wink-nlp in the same run, and the
/// time that a fresh process takes to load a language.
/// </summary>
internal static class StageTable
{
    private const int Runs = 3;

    /// <summary>Prints the table; the first run of each document is cold, the others are taken at their best.</summary>
    public static async Task PrintAsync(IReadOnlyList<string> files)
    {
        Console.WriteLine($"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}");
        Console.WriteLine();
        Console.WriteLine("| document | pages | read, first run | read | pdftotext | whole, fresh process | whole | words | analysis on one core, tokens/s | wink-nlp on one core, tokens/s |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var sample = files.Count > 0 ? null : Path.GetTempFileName() + ".pdf";
        if (sample is not null)
        {
            await File.WriteAllBytesAsync(sample, BenchmarkDocument.Bytes);
        }

        foreach (var file in sample is null ? files : [sample])
        {
            Console.WriteLine(await RowAsync(file));
        }

        if (sample is not null)
        {
            File.Delete(sample);
        }

        Console.WriteLine();
        Console.WriteLine("whole: from the file to the stored candidates, on all processors; in a fresh process with the start of the runtime.");
        Console.WriteLine("analysis: sentences, words, tags, lemmas, candidates; without reading the file, loading the lexica and compiling. Its tokens are words, numbers and marks, as the other tagger counts them.");
        Console.WriteLine();
        Console.WriteLine("| language | lexica and tagger loaded in a fresh process, ms, median | worst of five |");
        Console.WriteLine("| --- | ---: | ---: |");
        await LoadingTime.PrintRowAsync("en");
        await LoadingTime.PrintRowAsync("de");
    }

    private static async Task<string> RowAsync(string file)
    {
        var first = Seconds(() => Read(file), 1, out _);
        var read = Seconds(() => Read(file), Runs, out var document);
        var pages = document.Pages.Count;
        var whole = await BestAsync(WholeReading.RunAsync, file);
        var fresh = await BestAsync(WholeReading.RunFreshAsync, file);
        var (peer, plain) = await PlainTextAsync(file);
        var (analysis, tagger) = (await AnalysisSpeed.OnOneCoreAsync(file), await WinkAsync(plain));
        return string.Create(CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(file)} | {pages} | {pages / first:0}/s | {pages / read:0}/s | {Rate(plain, pages / peer)} | {pages / fresh.Seconds:0}/s | {pages / whole.Seconds:0}/s | {whole.Result.Tokens} | {analysis:0} | {tagger} |");
    }

    private static async Task<(double Seconds, ReadingResult Result)> BestAsync(Func<string, Task<(double Seconds, ReadingResult Result)>> read, string file)
    {
        var best = await read(file);
        for (var run = 1; run < Runs; run++)
        {
            var next = await read(file);
            best = next.Seconds < best.Seconds ? next : best;
        }

        return best;
    }

    private static ReadDocument Read(string file)
    {
        using var stream = File.OpenRead(file);
        return DocumentReader.Read(stream, file, ReadLimits.Default);
    }

    private static double Seconds<T>(Func<T> work, int runs, out T result)
    {
        result = default!;
        var best = double.MaxValue;
        for (var run = 0; run < runs; run++)
        {
            var clock = Stopwatch.StartNew();
            result = work();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static async Task<(double Seconds, string? Text)> PlainTextAsync(string file)
    {
        var (best, text) = (double.MaxValue, (string?)null);
        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            text = await ChildProcess.OutputAsync("pdftotext", [file, "-"]);
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        return (best, text);
    }

    private static string Rate(string? output, double rate) => output is null ? "not installed" : string.Create(CultureInfo.InvariantCulture, $"{rate:0}/s");

    private static async Task<string> WinkAsync(string? text)
    {
        var folder = Environment.GetEnvironmentVariable("GLOSSARY_WINK_FOLDER");
        if (folder is null || text is null)
        {
            return "not installed";
        }

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, text);
        var output = (await ChildProcess.OutputAsync("node", [Path.Combine(AppContext.BaseDirectory, "tagger.mjs"), file], folder))?.Split(' ');
        File.Delete(file);
        return output is [var tokens, var seconds]
            ? string.Create(CultureInfo.InvariantCulture, $"{double.Parse(tokens, CultureInfo.InvariantCulture) / double.Parse(seconds, CultureInfo.InvariantCulture):0}")
            : "failed";
    }
}
