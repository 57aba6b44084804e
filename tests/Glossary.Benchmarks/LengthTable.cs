using System.Diagnostics;
using System.Globalization;
using Glossary.Testing;

namespace Glossary.Benchmarks;

/// <summary>Time and memory of the whole reading against the length of the document, each in a process of its own.</summary>
internal static class LengthTable
{
    private static readonly int[] Lengths = [10, 100, 500, 1_000, 2_000, 5_000];
    private static readonly string[] Nouns = ["pump", "valve", "shaft", "bearing", "sensor", "vessel", "impeller", "gasket", "controller", "pipe", "filter", "motor"];
    private static readonly string[] Adjectives = ["centrifugal", "hydraulic", "magnetic", "sterile", "electric", "thermal", "external", "upper"];

    /// <summary>Prints the table.</summary>
    public static async Task PrintAsync()
    {
        Console.WriteLine("| pages | seconds | pages/s | tokens | peak memory, MB | kB a page |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var length in Lengths)
        {
            var file = Path.GetTempFileName() + ".pdf";
            await File.WriteAllBytesAsync(file, RawPdf.Pages(length, Page));
            Console.Write(await ChildProcess.AgainAsync(["measure", file]));
            File.Delete(file);
        }
    }

    /// <summary>Reads one document and prints its row.</summary>
    public static async Task MeasureAsync(string file)
    {
        var (seconds, result) = await WholeReading.RunAsync(file);
        var pages = result.Report.Pages;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {pages} | {seconds:0.00} | {pages / seconds:0} | {result.Tokens} | {peak / 1e6:0} | {peak / 1e3 / pages:0} |"));
    }

    // Some 45 lines of about ten words, other words on every page.
    private static string Page(int number) => RawPdf.Lines(72, 780, [.. Enumerable.Range(0, 45).Select(line =>
    {
        var at = (number * 7) + (line * 3);
        return $"The {Adjectives[at % Adjectives.Length]} {Nouns[at % Nouns.Length]} of the {Nouns[(at + number) % Nouns.Length]} is driven by a {Nouns[(line + number) % Nouns.Length]} {Nouns[(at / 5) % Nouns.Length]}.";
    })]);
}
