using Glossary.Extraction.Candidates;

namespace Glossary.Extraction.Language;

/// <summary>What is kept of a document in a language whose words of grammar nobody here knows.</summary>
internal static class UnsupportedLanguage
{
    // Words of grammar are short in most languages, and the long ones among them are rare.
    private const int LeastLetters = 5;
    private const int LeastOccurrences = 2;

    /// <summary>Phrases, abbreviations, symbols and what a person listed; of single words those that are neither short nor seen once.</summary>
    public static List<TermCandidate> Keep(IEnumerable<TermCandidate> candidates, IReadOnlyCollection<string> allowList) =>
    [
        .. candidates
            .Where(candidate => candidate.Type != CandidateType.FullForm
                || candidate.Text.Contains(' ', StringComparison.Ordinal)
                || (candidate.Text.Length >= LeastLetters && candidate.Occurrences.Count >= LeastOccurrences)
                || allowList.Contains(candidate.Text, StringComparer.OrdinalIgnoreCase))
            .Select(candidate => candidate with { Language = LanguageDetector.Undetermined }),
    ];
}
