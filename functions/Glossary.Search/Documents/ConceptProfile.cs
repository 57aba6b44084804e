using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;

namespace Glossary.Search.Documents;

/// <summary>
/// What filters and facets ask of a concept. There are few different ones, so a concept has only the number of its profile: a filter looks at
/// each profile once, and a facet counts numbers.
/// </summary>
internal sealed record ConceptProfile
{
    private const char Separator = '\u001F';

    /// <summary>State of the concept.</summary>
    public required TermState State { get; init; }

    /// <summary>Type of the head term.</summary>
    public required CandidateType Type { get; init; }

    /// <summary>Origin of the head term.</summary>
    public required TermOrigin Origin { get; init; }

    /// <summary>Part of speech of the head term.</summary>
    public required string PartOfSpeech { get; init; }

    /// <summary>Languages of its terms, in the order of the alphabet.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Id of the person who shall look after it; empty for nobody.</summary>
    public required string Assignee { get; init; }

    /// <summary>Tags, in the order of the alphabet.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Subject field; empty for none.</summary>
    public required string SubjectField { get; init; }

    /// <summary>Writes the profile of a concept.</summary>
    public static string Write(Concept concept)
    {
        var head = concept.Head;
        return string.Concat(
            string.Concat([(char)('0' + (int)concept.State), (char)('0' + (int)head.Type), (char)('0' + (int)head.Origin)]),
            string.Concat(head.PartOfSpeech, "\u001F", LanguagesOf(concept.Terms), "\u001F"),
            string.Concat(concept.Assignee, "\u001F", TagsOf(concept)),
            string.Concat("\u001F", concept.SubjectField));
    }

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    public static ConceptProfile Read(string written)
    {
        var parts = written[3..].Split(Separator, 5);
        return new ConceptProfile
        {
            State = (TermState)(written[0] - '0'),
            Type = (CandidateType)(written[1] - '0'),
            Origin = (TermOrigin)(written[2] - '0'),
            PartOfSpeech = parts[0],
            Languages = parts[1].Split(','),
            Assignee = parts[2],
            Tags = parts[3].Split(',', StringSplitOptions.RemoveEmptyEntries),
            SubjectField = parts[4],
        };
    }

    private static string? TagsOf(Concept concept) =>
        concept.Tags is { } tags ? string.Join(',', tags.Order(StringComparer.Ordinal)) : null;

    private static string LanguagesOf(IReadOnlyList<Term> terms)
    {
        var first = terms[0].Language;
        foreach (var term in terms)
        {
            if (term.Language != first)
            {
                return string.Join(',', terms.Select(each => each.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            }
        }

        return first;
    }
}

/// <summary>A property of concepts that is filtered and counted.</summary>
internal sealed class ProfileFacet
{
    private ProfileFacet(string name, Func<ConceptProfile, IReadOnlyList<string>> values, Func<SearchFilter, IReadOnlyList<string>> wanted) =>
        (Name, Values, Wanted) = (name, values, wanted);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProfileFacet> All { get; } =
    [
        new("state", profile => [profile.State.ToString()], filter => [.. filter.States.Select(state => state.ToString())]),
        new("language", profile => profile.Languages, filter => filter.Languages),
        new("subject", profile => profile.SubjectField.Length == 0 ? [] : [profile.SubjectField], filter => filter.SubjectFields),
        new("type", profile => [profile.Type.ToString()], filter => [.. filter.Types.Select(type => type.ToString())]),
        new("partOfSpeech", profile => [profile.PartOfSpeech], filter => filter.PartsOfSpeech),
        new("assignee", profile => profile.Assignee.Length == 0 ? [] : [profile.Assignee], filter => filter.Assignees),
        new("tag", profile => profile.Tags, filter => filter.Tags),
        new("origin", profile => [profile.Origin.ToString()], filter => [.. filter.Origins.Select(origin => origin.ToString())]),
    ];

    /// <summary>Name to callers, and in the grammar.</summary>
    public string Name { get; }

    /// <summary>Values of a concept.</summary>
    public Func<ConceptProfile, IReadOnlyList<string>> Values { get; }

    /// <summary>Values that a filter admits; none for all.</summary>
    public Func<SearchFilter, IReadOnlyList<string>> Wanted { get; }

    /// <summary>Whether a profile has one of the values, whatever its case.</summary>
    public bool Admits(ConceptProfile profile, IReadOnlyCollection<string> wanted) =>
        wanted.Count == 0 || Values(profile).Any(value => wanted.Contains(value, StringComparer.OrdinalIgnoreCase));
}
