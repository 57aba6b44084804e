using Glossary.Samples;

namespace Glossary.Benchmarks;

/// <summary>The document that is measured on: the one named by <c>GLOSSARY_BENCHMARK_PDF</c>, or the English sample.</summary>
internal static class BenchmarkDocument
{
    private static readonly string? Named = Environment.GetEnvironmentVariable("GLOSSARY_BENCHMARK_PDF");

    public static byte[] Bytes { get; } = Named is not null
        ? File.ReadAllBytes(Named)
        : SampleSet.All().Single(sample => sample.Name == "bioreactor-manual.en.pdf").Bytes;
}
