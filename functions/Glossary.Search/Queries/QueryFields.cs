using System.Globalization;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;
using Glossary.Search.Documents;

namespace Glossary.Search.Queries;

/// <summary>The names that can stand before a colon.</summary>
internal static class QueryFields
{
    private const string ScoreName = "score";

    private static readonly string[] Texts = [IndexFields.Term, IndexFields.Definition, IndexFields.Note, IndexFields.Subject, IndexFields.Custom];

    // Values of these are names; anything else is no value, and is searched as a word.
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["state"] = Enum.GetNames<TermState>(),
        ["type"] = Enum.GetNames<CandidateType>(),
        ["origin"] = Enum.GetNames<TermOrigin>(),
    };

    /// <summary>Whether this is a field's name.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var text in Texts)
        {
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return name.Equals(ScoreName, StringComparison.OrdinalIgnoreCase) || FacetOf(name) is not null;
    }

    /// <summary>The field of words of that name, or null.</summary>
    public static string? TextOf(string name) => Array.Find(Texts, text => text.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a value of a property or a score means, or null where it means nothing.</summary>
    public static QueryNode? ValueOf(string name, string value)
    {
        if (name.Equals(ScoreName, StringComparison.OrdinalIgnoreCase))
        {
            return ScoreOf(value);
        }

        var facet = FacetOf(name)!;
        var values = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isKnown = !Names.TryGetValue(facet.Name, out var names) || Array.TrueForAll(values, each => names.Contains(each, StringComparer.OrdinalIgnoreCase));
        return values.Length > 0 && isKnown ? new QueryNode.Filter(facet, values) : null;
    }

    private static ProfileFacet? FacetOf(ReadOnlySpan<char> name)
    {
        foreach (var facet in ProfileFacet.All)
        {
            if (facet.Name != IndexFields.Subject && name.Equals(facet.Name, StringComparison.OrdinalIgnoreCase))
            {
                return facet;
            }
        }

        return null;
    }

    // >0.5, >=0.5, <0.5, <=0.5, 0.2..0.8, 0.5 for that and better.
    private static QueryNode.Score? ScoreOf(string value)
    {
        if (value.Split("..") is [var from, var to])
        {
            return Number(from) is { } low && Number(to) is { } high ? new QueryNode.Score(low, high) : null;
        }

        return Number(value.TrimStart('<', '>', '=')) is not { } bound ? null
            : value[0] == '<' ? new QueryNode.Score(0, bound)
            : new QueryNode.Score(bound, 1);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1 ? number : null;
}
