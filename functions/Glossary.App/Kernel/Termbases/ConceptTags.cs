using Glossary.App.Kernel.Http;
using Glossary.Extraction.Documents;

namespace Glossary.App.Kernel.Termbases;

/// <summary>
/// Tags of a concept: free words, each once whatever its case, in the order in which people gave them. Lists of them are parted by commas in
/// addresses and by bars in tables, so neither stands in a tag.
/// </summary>
public static class ConceptTags
{
    /// <summary>Most tags of a concept.</summary>
    public const int Most = 20;

    /// <summary>Characters of the longest tag.</summary>
    public const int Longest = 50;

    /// <summary>Tags as a person wrote them, as they are kept; what is blank is left out.</summary>
    /// <exception cref="ApiException">400 where one of them can't be a tag, or they are too many.</exception>
    public static IReadOnlyList<string> Read(IEnumerable<string?>? tags)
    {
        var clean = With((tags ?? []).Select(Clean).Where(tag => tag.Length > 0), []);
        return clean.Count <= Most ? clean : throw ApiException.Invalid("tags", $"A concept has at most {Most} tags.");
    }

    /// <summary>The tags with others behind them.</summary>
    public static IReadOnlyList<string> With(IEnumerable<string>? tags, IEnumerable<string>? others) =>
        [.. (tags ?? []).Concat(others ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The tags without others.</summary>
    public static IReadOnlyList<string> Without(IEnumerable<string>? tags, IEnumerable<string> others) =>
        [.. (tags ?? []).Except(others, StringComparer.OrdinalIgnoreCase)];

    private static string Clean(string? tag)
    {
        var clean = ComposedText.Of(string.Join(' ', (tag ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return clean.Length <= Longest && !clean.Any(character => char.IsControl(character) || character is ',' or '|')
            ? clean
            : throw ApiException.Invalid("tags", $"A tag has at most {Longest} characters, and no comma, vertical bar or control character.");
    }
}
