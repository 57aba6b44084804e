using System.Diagnostics;
using System.Globalization;
using Glossary.Extraction;

namespace Glossary.Benchmarks;

/// <summary>Milliseconds until the lexica and the tagger of a language are there in a fresh process, its compiling included and its start left out.</summary>
internal static class LoadingTime
{
    private const int Runs = 5;

    /// <summary>Prints a row: the median and the worst of the runs.</summary>
    public static async Task PrintRowAsync(string language)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            times.Add(double.Parse(await ChildProcess.AgainAsync(["load", language]), CultureInfo.InvariantCulture));
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {language} | {times[Runs / 2]:0} | {times[^1]:0} |"));
    }

    /// <summary>Loads and prints the time.</summary>
    public static void Measure(string language)
    {
        var clock = Stopwatch.StartNew();
        TermExtractor.Prepare(language);
        Console.WriteLine(clock.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }
}
