using Glossary.Extraction;
using Glossary.Formats.Artefacts;
using Glossary.Formats.Documents;
using Glossary.Reader;
using Glossary.Samples;
using Glossary.Testing;

namespace Glossary.Formats.Tests.Reading;

public sealed class ReaderProcessTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-reader-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task A_child_reads_a_document_and_every_occurrence_stands_where_it_says(string language)
    {
        var stages = new Stages();

        var result = await Reader(new ReaderProcessLimits()).ReadAsync(await RequestAsync(language), stages, Cancellation);

        Assert.Equal(("application/pdf", language), (result.MediaType, result.Language));
        Assert.Equal(["reading", "analysing", "writing"], stages.Seen);
        await HoldAsync(result);
    }

    [Fact]
    public async Task The_child_and_this_process_find_the_same()
    {
        var request = await RequestAsync("en");
        await Reader(new ReaderProcessLimits()).ReadAsync(request, null, Cancellation);
        var byChild = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "candidates.jsonl"), Cancellation);
        await new InlineUploadReader().ReadAsync(request, null, Cancellation);
        Assert.Equal(byChild, await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "candidates.jsonl"), Cancellation));
    }

    [Fact]
    public async Task What_the_child_refuses_is_refused_in_its_words()
    {
        var request = await RequestAsync("en");
        await File.WriteAllTextAsync(request.InputPath, "no document", Cancellation);
        var refused = await Assert.ThrowsAsync<DocumentRefusedException>(() => Reader(new ReaderProcessLimits()).ReadAsync(request, null, Cancellation));
        Assert.Equal(RefusalCodes.UnsupportedType, refused.Code);
        Assert.Contains("another type", refused.Message);
    }

    [Fact]
    public async Task A_child_that_takes_too_long_is_ended()
    {
        var refused = await Assert.ThrowsAsync<DocumentRefusedException>(async () =>
            await Reader(new ReaderProcessLimits { MaximumTime = TimeSpan.Zero }).ReadAsync(await SlowRequestAsync(), null, Cancellation));
        Assert.Equal(RefusalCodes.TookTooLong, refused.Code);
    }

    [Fact]
    public async Task A_child_that_stands_still_is_ended()
    {
        var refused = await Assert.ThrowsAsync<DocumentRefusedException>(async () =>
            await Reader(new ReaderProcessLimits { MaximumSilence = TimeSpan.Zero }).ReadAsync(await SlowRequestAsync(), null, Cancellation));
        Assert.Equal(RefusalCodes.TookTooLong, refused.Code);
    }

    [Fact]
    public async Task A_child_that_uses_too_much_memory_is_ended()
    {
        var refused = await Assert.ThrowsAsync<DocumentRefusedException>(async () =>
            await Reader(new ReaderProcessLimits { MaximumWorkingSet = 1_000_000 }).ReadAsync(await SlowRequestAsync(), null, Cancellation));
        Assert.Equal(RefusalCodes.TooMuchMemory, refused.Code);
    }

    [Fact]
    public async Task A_heap_over_its_limit_is_told_from_other_faults()
    {
        var refused = await Assert.ThrowsAsync<DocumentRefusedException>(async () =>
            await Reader(new ReaderProcessLimits { MaximumHeap = 128 * 1024 * 1024 }).ReadAsync(await SlowRequestAsync(pages: 3_000), null, Cancellation));
        Assert.True(refused.Code == RefusalCodes.TooMuchMemory, refused.ToString());
    }

    [Fact]
    public async Task A_child_that_is_no_longer_wanted_is_ended()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = new StopAtFirst(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Reader(new ReaderProcessLimits()).ReadAsync(await SlowRequestAsync(), first, stop.Token));
    }

    private static ReaderProcess Reader(ReaderProcessLimits limits) => new(limits, TimeProvider.System);

    private async Task<ReadingRequest> RequestAsync(string language)
    {
        var input = Path.Combine(folder.FullName, "input");
        await File.WriteAllBytesAsync(input, SampleSet.All().Single(sample => sample.Name == $"bioreactor-manual.{language}.pdf").Bytes, Cancellation);
        return new ReadingRequest(input, "a.pdf", folder.FullName, ReadLimits.Default, ExtractionOptions.Default);
    }

    // Long enough for its parent to look at the child several times.
    private async Task<ReadingRequest> SlowRequestAsync(int pages = 400)
    {
        var input = Path.Combine(folder.FullName, "input");
        var lines = Enumerable.Range(0, 50).Select(line => $"The centrifugal pump number {line} feeds the plate heat exchanger of the bioreactor.").ToArray();
        await File.WriteAllBytesAsync(input, RawPdf.Pages(pages, _ => RawPdf.Lines(72, 780, lines)), Cancellation);
        return new ReadingRequest(input, "a.pdf", folder.FullName, ReadLimits.Default, ExtractionOptions.Default);
    }

    private async Task HoldAsync(ReadingResult result)
    {
        var pages = await PageArchiveReader.OpenAsync(Source("pages.bin"), Cancellation);
        var postings = await PostingsReader.OpenAsync(Source("postings.bin"), Cancellation);
        var (candidates, _) = await CandidateFile.ReadAsync(Source("candidates.jsonl"), 0, int.MaxValue, Cancellation);
        Assert.Equal(result.Candidates, candidates.Count);
        var occurrences = 0;
        foreach (var candidate in candidates)
        {
            var places = await postings.FindAsync(candidate.Language, candidate.Key, Cancellation);
            Assert.Equal(candidate.Frequency, places.Count);
            occurrences += places.Count;
            foreach (var place in places)
            {
                var page = await pages.FindAsync(place.Page, Cancellation);
                Assert.Contains(page!.Page.Content.Text.Substring(place.Start, place.Length), candidate.Forms.Select(form => form.Text));
            }
        }

        Assert.Equal(result.Occurrences, occurrences);
    }

    private RangeSource Source(string name) => async (offset, length, cancellation) =>
    {
        await using var file = File.OpenRead(Path.Combine(folder.FullName, name));
        file.Position = Math.Min(offset, file.Length);
        var bytes = new byte[Math.Min(length, file.Length - file.Position)];
        await file.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    };

    private sealed class Stages : IProgress<ReadingProgress>
    {
        public List<string> Seen { get; } = [];

        public void Report(ReadingProgress value)
        {
            if (!Seen.Contains(value.Stage))
            {
                Seen.Add(value.Stage);
            }
        }
    }

    private sealed class StopAtFirst(CancellationTokenSource stop) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => stop.Cancel();
    }
}
