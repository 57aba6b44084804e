using System.Diagnostics;
using System.Globalization;
using Glossary.Extraction;
using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;

namespace Glossary.Benchmarks;

/// <summary>Pages and tokens a second of each stage on each document, against pdftotext and the npm tagger wink-nlp in the same run.</summary>
internal static class StageTable
{
    private const int Runs = 3;

    /// <summary>Prints the table; the first run of each document is cold, the others are taken at their best.</summary>
    public static async Task PrintAsync(IReadOnlyList<string> files)
    {
        Console.WriteLine($"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}");
        Console.WriteLine("| document | pages | read, first run | read | pdftotext | whole | tokens | analysis, tokens/s | wink-nlp, tokens/s |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
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
    }

    private static async Task<string> RowAsync(string file)
    {
        var first = Seconds(() => Read(file), 1, out _);
        var read = Seconds(() => Read(file), Runs, out var document);
        var pages = document.Pages.Count;
        var text = new DocumentText([.. document.Pages.Select(page => page.Content)]);
        var analysis = Seconds(() => TermExtractor.Extract(text, ExtractionOptions.Default), Runs, out var result);
        var whole = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            whole = Math.Min(whole, (await WholeReading.RunAsync(file)).Seconds);
        }

        var peer = Seconds(() => Output("pdftotext", [file, "-"], null), Runs, out var plain);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(file)} | {pages} | {pages / first:0}/s | {pages / read:0}/s | {Rate(plain, pages / peer)} | {pages / whole:0}/s | {result.Tokens} | {result.Tokens / analysis:0} | {Wink(plain)} |");
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

    private static string Rate(string? output, double rate) => output is null ? "not installed" : string.Create(CultureInfo.InvariantCulture, $"{rate:0}/s");

    private static string Wink(string? text)
    {
        var folder = Environment.GetEnvironmentVariable("GLOSSARY_WINK_FOLDER");
        if (folder is null || text is null)
        {
            return "not installed";
        }

        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        var output = Output("node", [Path.Combine(AppContext.BaseDirectory, "tagger.mjs"), file], folder)?.Split(' ');
        File.Delete(file);
        return output is [var tokens, var seconds]
            ? string.Create(CultureInfo.InvariantCulture, $"{double.Parse(tokens, CultureInfo.InvariantCulture) / double.Parse(seconds, CultureInfo.InvariantCulture):0}")
            : "failed";
    }

    private static string? Output(string program, IReadOnlyList<string> arguments, string? folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder ?? string.Empty })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // The program is not there; the table says so.
            return null;
        }
    }
}
