using System.Diagnostics;
using Glossary.Extraction;
using Glossary.Formats.Documents;
using Glossary.Reader;

namespace Glossary.Benchmarks;

/// <summary>From the bytes of a document to its artefacts, as the reader does it.</summary>
internal static class WholeReading
{
    /// <summary>Seconds and result of one reading in this process.</summary>
    public static Task<(double Seconds, ReadingResult Result)> RunAsync(string file) => RunAsync(file, new InlineUploadReader());

    /// <summary>Seconds and result of one reading in a process of its own, its start included: what one upload takes.</summary>
    public static Task<(double Seconds, ReadingResult Result)> RunFreshAsync(string file) =>
        RunAsync(file, new ReaderProcess(new ReaderProcessLimits(), TimeProvider.System));

    private static async Task<(double Seconds, ReadingResult Result)> RunAsync(string file, IUploadReader reader)
    {
        var folder = Directory.CreateTempSubdirectory("glossary-");
        try
        {
            var clock = Stopwatch.StartNew();
            var result = await reader.ReadAsync(
                new ReadingRequest(file, Path.GetFileName(file), folder.FullName, ReadLimits.Default, ExtractionOptions.Default), null, CancellationToken.None);
            return (clock.Elapsed.TotalSeconds, result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
