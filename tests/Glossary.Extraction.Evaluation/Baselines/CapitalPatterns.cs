using System.Text.RegularExpressions;

namespace Glossary.Extraction.Evaluation.Baselines;

/// <summary>What the program that this one replaces did without a tagger: runs of capitalised words, acronyms, hyphenated capitals, by frequency.</summary>
internal static partial class CapitalPatterns
{
    public static IReadOnlyList<string> Rank(string text) =>
    [
        .. Pattern().Matches(text)
            .Select(match => ComparableForm.Of(match.Value))
            .Where(form => form.Length is >= 3 and <= 100)
            .CountBy(form => form, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key),
    ];

    [GeneratedRegex(@"\b\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)*\b", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
