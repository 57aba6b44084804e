using CsCheck;
using Glossary.Extraction;
using Glossary.Extraction.Candidates;
using Glossary.Extraction.Documents;
using Glossary.Formats.Artefacts;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Tests.Artefacts;

public sealed class ArtefactTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_come_back_as_they_were_whatever_their_letters() =>
        await Gen.Select(Gen.String, Gen.Int[1, 5]).Array[0, 6].SampleAsync(
            async texts =>
            {
                var number = 0;
                var pages = texts.Select(pair => Page(number += pair.Item2, pair.Item1)).ToList();
                using var file = new MemoryStream();
                using (var writer = new PageArchiveWriter(file))
                {
                    pages.ForEach(page => writer.Write(page, Sentences(page)));
                }

                var archive = await PageArchiveReader.OpenAsync(Source(file), Cancellation);
                Assert.Equal(pages.Select(page => page.Content.Number), archive.PageNumbers);
                foreach (var page in pages)
                {
                    var found = await archive.FindAsync(page.Content.Number, Cancellation);
                    Assert.Equal(page.Content.Text, found!.Page.Content.Text);
                    Assert.Equal(page.Content.Segments, found.Page.Content.Segments);
                    Assert.Equal(page.Words, found.Page.Words);
                    Assert.Equal(page.Anchor, found.Page.Anchor);
                    Assert.Equal(page.Labels, found.Page.Labels);
                    Assert.Equal(Sentences(page), found.Sentences);
                }

                Assert.Null(await archive.FindAsync(number + 1, Cancellation));
            },
            iter: 60);

    [Fact]
    public async Task Every_candidate_finds_its_own_places_among_many()
    {
        var candidates = Enumerable.Range(0, 1_000).Select(i => Candidate(
            $"term {i:D4}", i % 2 == 0 ? "en" : "de",
            [.. Enumerable.Range(0, 1 + (i % 5)).Select(n => new Occurrence(1 + (n / 2), (n * 30) + i, 7, n))])).ToList();
        using var file = new MemoryStream();
        PostingsWriter.Write(file, candidates);

        var postings = await PostingsReader.OpenAsync(Source(file), Cancellation);
        foreach (var candidate in candidates)
        {
            Assert.Equal(candidate.Occurrences, await postings.FindAsync(candidate.Language, candidate.Key, Cancellation));
        }

        Assert.Empty(await postings.FindAsync("en", "term 0001", Cancellation));
        Assert.Empty(await postings.FindAsync("en", string.Empty, Cancellation));
        Assert.Empty(await postings.FindAsync("zz", "zz", Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task Candidates_are_read_from_any_line_on(int batch)
    {
        var candidates = Enumerable.Range(0, 120)
            .Select(i => StoredCandidate.Of(Candidate($"größe {i:D3}", "de", [new Occurrence(1, 0, 3, 0)]), _ => Page(1, new string('ä', 4_000)))).ToList();
        using var file = new MemoryStream();
        CandidateFile.Write(file, candidates.AsEnumerable().Reverse());

        var read = new List<StoredCandidate>();
        long? next = 0;
        while (next is { } offset)
        {
            (var part, next) = await CandidateFile.ReadAsync(Source(file), offset, batch, Cancellation);
            Assert.InRange(part.Count, next is null ? 0 : batch, batch);
            read.AddRange(part);
        }

        Assert.Equal(candidates.Select(each => each.Key), read.Select(each => each.Key));
        Assert.All(read, each => Assert.Equal(new string('ä', 10), Assert.Single(each.Contexts).Text));
    }

    [Fact]
    public async Task What_is_no_artefact_is_refused()
    {
        using var wrong = new MemoryStream(new byte[100]);
        await Assert.ThrowsAsync<ArtefactFormatException>(async () => await PageArchiveReader.OpenAsync(Source(wrong), Cancellation));
        await Assert.ThrowsAsync<ArtefactFormatException>(async () => await PostingsReader.OpenAsync(Source(wrong), Cancellation));
        using var newer = new MemoryStream();
        PostingsWriter.Write(newer, []);
        newer.GetBuffer()[4] = 99;
        var exception = await Assert.ThrowsAsync<ArtefactFormatException>(async () => await PostingsReader.OpenAsync(Source(newer), Cancellation));
        Assert.Contains("99", exception.Message);
    }

    private static RangeSource Source(MemoryStream file) => (offset, length, _) =>
    {
        var bytes = file.ToArray();
        var start = (int)Math.Min(offset, bytes.Length);
        return ValueTask.FromResult<ReadOnlyMemory<byte>>(bytes.AsMemory(start, Math.Min(length, bytes.Length - start)));
    };

    private static ReadPage Page(int number, string text) => new(
        new PageText(number, text, [new TextSegment(0, text.Length, SegmentKind.Body)]),
        [new WordBox(0, text.Length, 1, 2, 3, 10_000)],
        number % 2 == 0 ? "2 Aufbau › Pumpe" : null,
        [$"¶ {number}"]);

    private static List<SentenceSpan> Sentences(ReadPage page) => page.Content.Text.Length == 0 ? [] : [new SentenceSpan(0, page.Content.Text.Length)];

    private static TermCandidate Candidate(string key, string language, IReadOnlyList<Occurrence> occurrences) => new()
    {
        Key = key,
        Language = language,
        Text = key,
        Type = CandidateType.FullForm,
        PartOfSpeech = "noun",
        Score = 0.5,
        Parts = [new ScorePart("base", 0)],
        Forms = [new SurfaceForm(key, occurrences.Count)],
        Occurrences = occurrences,
        Contexts = [new CandidateContext(1, 0, 10, 0, 3)],
    };
}
