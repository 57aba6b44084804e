using System.Globalization;
using Glossary.Extraction;
using Glossary.Extraction.Candidates;
using Glossary.Formats.Artefacts;
using Glossary.Formats.Documents;
using Glossary.Formats.Terms;
using Glossary.Reader;

namespace Glossary.LocalHost.Commands;

/// <summary>The terms of several files as one list: what has the same key in the same language is one.</summary>
internal sealed class ExtractedTerms
{
    private const int MostContexts = 5;
    private const int ReadAtOnce = 1_000;

    private readonly Dictionary<(string Language, string Key), List<(StoredCandidate Candidate, string File)>> found = [];

    /// <summary>Reads a file and adds its terms.</summary>
    /// <exception cref="DocumentRefusedException">The file can't be read.</exception>
    public async Task AddAsync(IUploadReader reader, FileInfo file, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("glossary-extract-");
        try
        {
            var request = new ReadingRequest(file.FullName, file.Name, folder.FullName, ReadLimits.Default, options);
            await reader.ReadAsync(request, null, cancellationToken);
            await using var candidates = File.OpenRead(Path.Combine(folder.FullName, "candidates.jsonl"));
            long? offset = 0;
            while (offset is { } from)
            {
                var (read, next) = await CandidateFile.ReadAsync(Range(candidates), from, ReadAtOnce, cancellationToken);
                foreach (var candidate in read)
                {
                    Add(candidate, file.Name);
                }

                offset = next;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The terms, best first, ties in ordinal order.</summary>
    /// <param name="eachForm">Whether each spelling is a term of its own.</param>
    public IEnumerable<ConceptEntry> Entries(bool eachForm) => found
        .OrderByDescending(pair => pair.Value.Max(each => each.Candidate.Score))
        .ThenBy(pair => pair.Key.Language, StringComparer.Ordinal)
        .ThenBy(pair => pair.Key.Key, StringComparer.Ordinal)
        .Select((pair, index) => Entry(pair.Value, index + 1, eachForm));

    private void Add(StoredCandidate candidate, string file)
    {
        if (!found.TryGetValue((candidate.Language, candidate.Key), out var places))
        {
            found[(candidate.Language, candidate.Key)] = places = [];
        }

        places.Add((candidate, file));
    }

    private static ConceptEntry Entry(List<(StoredCandidate Candidate, string File)> places, int number, bool eachForm)
    {
        var best = places.MaxBy(each => each.Candidate.Score).Candidate;
        var forms = places
            .SelectMany(each => each.Candidate.Forms)
            .GroupBy(form => form.Text, StringComparer.Ordinal)
            .Select(group => new SurfaceForm(group.Key, group.Sum(form => form.Count)))
            .OrderByDescending(form => form.Count).ThenBy(form => form.Text, StringComparer.Ordinal)
            .ToList();
        var term = new EntryTerm
        {
            Language = best.Language,
            Text = best.Text,
            Type = TypeName(best.Type),
            PartOfSpeech = best.PartOfSpeech,
            State = "candidate",
            FullForm = places.Select(each => each.Candidate.FullForm).FirstOrDefault(each => each is not null),
            Abbreviation = places.Select(each => each.Candidate.Abbreviation).FirstOrDefault(each => each is not null),
            Score = best.Score,
            Frequency = forms.Sum(form => form.Count),
            Documents = places.Select(each => each.File).Distinct(StringComparer.Ordinal).Count(),
            Forms = [.. forms.Select(form => form.Text)],
            Contexts = [.. places
                .SelectMany(each => each.Candidate.Contexts.Select(context => new EntryContext(context.Text, each.File, context.Page, context.Place)))
                .Take(MostContexts)],
        };
        return new ConceptEntry
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            State = "candidate",
            Terms = eachForm ? [.. forms.Select(form => term with { Text = form.Text, Frequency = form.Count, Forms = [form.Text] })] : [term],
        };
    }

    private static string TypeName(CandidateType type) => type switch
    {
        CandidateType.Abbreviation => "abbreviation",
        CandidateType.Symbol => "symbol",
        _ => "fullForm",
    };

    private static RangeSource Range(FileStream file) => async (position, length, cancellationToken) =>
    {
        var buffer = new byte[length];
        file.Position = position;
        return buffer.AsMemory(0, await file.ReadAsync(buffer, cancellationToken));
    };
}
