using System.Diagnostics;
using Glossary.Extraction;
using Glossary.Formats.Documents;
using Glossary.Reader;

namespace Glossary.Benchmarks;

/// <summary>From the bytes of a document to its artefacts, as the reader does it.</summary>
internal static class WholeReading
{
    /// <summary>Seconds and pages of one reading.</summary>
    public static async Task<(double Seconds, ReadingResult Result)> RunAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("glossary-");
        try
        {
            var clock = Stopwatch.StartNew();
            var result = await new InlineUploadReader().ReadAsync(
                new ReadingRequest(file, Path.GetFileName(file), folder.FullName, ReadLimits.Default, ExtractionOptions.Default), null, CancellationToken.None);
            return (clock.Elapsed.TotalSeconds, result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
