using Glossary.Extraction;
using Glossary.Extraction.Candidates;
using Glossary.Extraction.Documents;
using Glossary.Formats.Artefacts;
using Glossary.Formats.Documents;
using Glossary.Reader;

namespace Glossary.App.Tests.Installations;

/// <summary>
/// Takes the bytes of an upload for a list of words, one a line, each with its count (<c>valve 3</c>), and writes the artefacts of a
/// page that says each word so many times.
/// </summary>
public sealed class ScriptedReader : IUploadReader
{
    /// <summary>Thrown instead of reading, where it is set.</summary>
    public Func<Exception>? Failure { get; set; }

    /// <summary>The language that was asked for last.</summary>
    public string? Language { get; private set; }

    /// <summary>The score that was asked for last.</summary>
    public double MinimumScore { get; private set; }

    public async Task<ReadingResult> ReadAsync(ReadingRequest request, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            throw failure();
        }

        (Language, MinimumScore) = (request.Options.Language, request.Options.MinimumScore);
        var candidates = new List<TermCandidate>();
        var text = string.Empty;
        foreach (var line in await File.ReadAllLinesAsync(request.InputPath, cancellationToken))
        {
            var parts = line.Split(' ');
            var occurrences = new List<Occurrence>();
            for (var count = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture); count > 0; count--)
            {
                occurrences.Add(new Occurrence(1, text.Length, parts[0].Length, 0));
                text += parts[0] + " ";
            }

            candidates.Add(Candidate(parts[0], occurrences, candidates.Count));
        }

        progress?.Report(new ReadingProgress("reading", 1, 1));
        var page = new PageText(1, text, [new TextSegment(0, text.Length, SegmentKind.Body)]);
        Write(request.OutputFolder, page, candidates);
        return new ReadingResult(
            "application/pdf", "en", candidates.Count, candidates.Count, candidates.Sum(candidate => candidate.Occurrences.Count),
            new ReadReport(1, [], [], new Dictionary<string, int>()));
    }

    private static TermCandidate Candidate(string word, List<Occurrence> occurrences, int place) => new()
    {
        Key = word,
        Language = "en",
        Text = word,
        Type = CandidateType.FullForm,
        PartOfSpeech = "noun",
        // No two scores are the same, so that the order of a list never hangs on the chance in ids.
        Score = (0.9 * occurrences.Count / (1 + occurrences.Count)) + (0.00001 * place),
        Parts = [new ScorePart("frequency", Math.Log(occurrences.Count))],
        Forms = [new SurfaceForm(word, occurrences.Count)],
        Occurrences = occurrences,
        Contexts = [new CandidateContext(1, occurrences[0].Start, word.Length, occurrences[0].Start, word.Length)],
    };

    private static void Write(string folder, PageText page, List<TermCandidate> candidates)
    {
        using (var file = File.Create(Path.Combine(folder, "pages.bin")))
        using (var archive = new PageArchiveWriter(file))
        {
            archive.Write(new ReadPage(page, []), [new SentenceSpan(0, page.Text.Length)]);
        }

        using (var file = File.Create(Path.Combine(folder, "postings.bin")))
        {
            PostingsWriter.Write(file, candidates);
        }

        using (var file = File.Create(Path.Combine(folder, "candidates.jsonl")))
        {
            CandidateFile.Write(file, candidates.Select(candidate => StoredCandidate.Of(candidate, _ => new ReadPage(page, []))));
        }
    }
}
