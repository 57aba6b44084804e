using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Glossary.Formats.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Glossary.Benchmarks;

/// <summary>Reading a PDF with columns, repairs and boxes, against the text extractor of PdfPig and against pdftotext (Poppler), which is a process of its own.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private string path = string.Empty;

    /// <summary>Puts the document where pdftotext finds it.</summary>
    [GlobalSetup]
    public void Setup()
    {
        path = Path.GetTempFileName();
        File.WriteAllBytes(path, BenchmarkDocument.Bytes);
    }

    /// <summary>Takes it away.</summary>
    [GlobalCleanup]
    public void Cleanup() => File.Delete(path);

    /// <summary>Ours: letters, lines, columns, running heads, hyphens, segments and boxes.</summary>
    [Benchmark(Baseline = true)]
    public int Glossary()
    {
        using var file = File.OpenRead(path);
        return DocumentReader.Read(file, "a.pdf", ReadLimits.Default).Pages.Count;
    }

    /// <summary>The library's own extractor, text alone.</summary>
    [Benchmark]
    public int PdfPigContentOrder()
    {
        using var document = PdfDocument.Open(path);
        return document.GetPages().Sum(page => ContentOrderTextExtractor.GetText(page).Length);
    }

    /// <summary>Poppler's program, text alone; the time includes its start.</summary>
    [Benchmark]
    public int PdfToText()
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [path, "-"]) { RedirectStandardOutput = true })!;
        var length = process.StandardOutput.ReadToEnd().Length;
        process.WaitForExit();
        return length;
    }
}
