using Glossary.Extraction.Candidates;
using Glossary.Formats.Artefacts;

namespace Glossary.App.Tests.Installations;

/// <summary>Candidates as a reader would have stored them.</summary>
internal static class Made
{
    public static StoredCandidate Candidate(
        string key, int frequency = 2, double score = 0.5, string language = "en", string? text = null, int pages = 1) => new()
        {
            Key = key,
            Language = language,
            Text = text ?? key,
            Type = CandidateType.FullForm,
            PartOfSpeech = "noun",
            Score = score,
            Parts = [new ScorePart("base", Math.Log(score / (1 - score)))],
            Forms = [new SurfaceForm(text ?? key, frequency)],
            Frequency = frequency,
            Pages = pages,
            Contexts = [new StoredContext(1, 10, key.Length + 6, 14, key.Length, $"The {key} …")],
        };

    public static IReadOnlyList<StoredCandidate> Candidates(int count, int frequency = 2) =>
        [.. Enumerable.Range(0, count).Select(i => Candidate($"term {i:D4}", frequency, 0.1 + (0.8 * ((i * 37) % count) / count)))];
}
