using BenchmarkDotNet.Attributes;
using Glossary.Extraction;
using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;

namespace Glossary.Benchmarks;

/// <summary>Finding the terms of a document whose text is read already, against merely cutting the same text into words.</summary>
[MemoryDiagnoser]
public class ExtractionBenchmarks
{
    private DocumentText text = new([]);

    /// <summary>Reads the document.</summary>
    [GlobalSetup]
    public void Setup() =>
        text = new DocumentText([.. DocumentReader.Read(new MemoryStream(BenchmarkDocument.Bytes), "a.pdf", ReadLimits.Default).Pages.Select(page => page.Content)]);

    /// <summary>Sentences, tokens, tags, candidates, scores, contexts.</summary>
    [Benchmark(Baseline = true)]
    public int Extract() => TermExtractor.Extract(text, ExtractionOptions.Default).Candidates.Count;

    /// <summary>What the text costs to be looked at once.</summary>
    [Benchmark]
    public int SplitIntoWords() => text.Pages.Sum(page => page.Text.Split(' ').Length);
}
