using Glossary.Extraction;
using Glossary.Extraction.Documents;
using Glossary.Formats.Artefacts;
using Glossary.Formats.Documents;

namespace Glossary.Reader;

/// <summary>Reads in this process: what the child does, and what the command line does with a person's own files.</summary>
public sealed class InlineUploadReader : IUploadReader
{
    /// <inheritdoc />
    public Task<ReadingResult> ReadAsync(ReadingRequest request, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => Read(request, progress, cancellationToken), cancellationToken);

    private static ReadingResult Read(ReadingRequest request, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        ReadDocument document;
        using (var file = File.OpenRead(request.InputPath))
        {
            document = DocumentReader.Read(
                file, request.FileName, request.Limits,
                new Relay<(int Page, int Pages)>(at => progress?.Report(new ReadingProgress("reading", at.Page, at.Pages))),
                cancellationToken);
        }

        var total = document.Pages.Count;
        var result = TermExtractor.Extract(
            new DocumentText([.. document.Pages.Select(page => page.Content)]),
            request.Options,
            new Relay<int>(done => progress?.Report(new ReadingProgress("analysing", done, total))),
            cancellationToken);
        progress?.Report(new ReadingProgress("writing", total, total));
        Write(request.OutputFolder, document, result);
        return new ReadingResult(
            document.MediaType, result.Language, result.Tokens, result.Candidates.Count,
            result.Candidates.Sum(candidate => candidate.Occurrences.Count), document.Report);
    }

    private static void Write(string folder, ReadDocument document, ExtractionResult result)
    {
        var sentences = result.Sentences.ToDictionary(page => page.Page, page => page.Spans);
        using (var file = File.Create(Path.Combine(folder, "pages.bin")))
        using (var archive = new PageArchiveWriter(file))
        {
            foreach (var page in document.Pages)
            {
                archive.Write(page, sentences.GetValueOrDefault(page.Content.Number, []));
            }
        }

        using (var file = File.Create(Path.Combine(folder, "postings.bin")))
        {
            PostingsWriter.Write(file, result.Candidates);
        }

        var pages = document.Pages.ToDictionary(page => page.Content.Number);
        using (var file = File.Create(Path.Combine(folder, "candidates.jsonl")))
        {
            CandidateFile.Write(file, result.Candidates.Select(candidate => StoredCandidate.Of(candidate, number => pages[number])));
        }
    }

    // Progress<T> would hop threads and reorder.
    private sealed class Relay<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
