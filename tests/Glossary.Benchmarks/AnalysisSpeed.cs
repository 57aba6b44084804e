using System.Diagnostics;
using System.Globalization;
using Glossary.Extraction;
using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;

namespace Glossary.Benchmarks;

/// <summary>
/// Tokens, marks among them as other tokenizers count, a second from text to scored candidates: sentences, tokens, tags, lemmas, candidates, contexts. The reading of the
/// document, the loading of the lexica and the compiling by the runtime are not in it.
/// </summary>
internal static class AnalysisSpeed
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    /// <summary>Tokens a second on one core.</summary>
    public static async Task<double> OnOneCoreAsync(string file) =>
        double.Parse(await ChildProcess.AgainAsync(["analyse", file], processors: 1), CultureInfo.InvariantCulture);

    /// <summary>Prints the tokens a second of the best run.</summary>
    public static void Measure(string file)
    {
        using var stream = File.OpenRead(file);
        var text = new DocumentText([.. DocumentReader.Read(stream, file, ReadLimits.Default).Pages.Select(page => page.Content)]);
        Best(text, WarmUp);
        Console.WriteLine(Best(text, Measured).ToString(CultureInfo.InvariantCulture));
    }

    private static double Best(DocumentText text, TimeSpan time)
    {
        var best = 0.0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;)
        {
            var run = Stopwatch.StartNew();
            var result = TermExtractor.Extract(text, ExtractionOptions.Default);
            best = Math.Max(best, (result.Tokens + result.Marks) / run.Elapsed.TotalSeconds);
        }

        return best;
    }
}
