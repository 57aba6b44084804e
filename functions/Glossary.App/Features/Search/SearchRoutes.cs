using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;

namespace Glossary.App.Features.Search;

/// <summary>Routes of the search.</summary>
public static class SearchRoutes
{
    private static readonly IReadOnlyList<QueryParameter> Filters =
    [
        new("state", "string", $"Only concepts of these states, parted by commas: {string.Join(", ", Enum.GetNames<TermState>())}."),
        new("language", "string", "Only concepts with a term in one of these languages (BCP 47), parted by commas."),
        new("subjectField", "string", "Only concepts of this subject field; may be repeated."),
        new("type", "string", $"Only terms of these types, parted by commas: {string.Join(", ", Enum.GetNames<CandidateType>())}."),
        new("partOfSpeech", "string", "Only terms of these parts of speech, parted by commas."),
        new("assignee", "string", "Only concepts that these people shall look after, by their ids, parted by commas."),
        new("tag", "string", "Only concepts with one of these tags, parted by commas, whatever their case."),
        new("origin", "string", $"Only terms that came here so, parted by commas: {string.Join(", ", Enum.GetNames<TermOrigin>())}."),
        new("minScore", "number", "Least score, 0–1."),
        new("maxScore", "number", "Greatest score, 0–1."),
    ];

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Search_Find", "GET", "v1/glossaries/{glossary}/search", Role.Reader, Call.To<SearchHandler>(handler => handler.SearchAsync))
        {
            Summary = "Finds concepts by their terms, definitions, notes, subject fields and the glossary's own fields.",
            Query =
            [
                new(
                    "q", "string",
                    "Words, all of which must be there; \"phrases\", AND, OR, NOT, + and -, parentheses, pump* and p?mp, misspelt~, "
                    + "and term:, definition:, note:, subject:, custom:, state:, language:, type:, partOfSpeech:, assignee:, tag:, origin:, score: before what they are about. No text is an error: what can't be understood is searched as words."),
                .. Filters,
                new("sort", "string", "What comes first; Relevance where it is missing.") { Values = Enum.GetNames<SearchOrder>() },
                .. CommonQuery.Paging,
            ],
            Response = ApiJson.Default.SearchPage,
        },
        new("Search_Suggest", "GET", "v1/glossaries/{glossary}/suggest", Role.Reader, Call.To<SearchHandler>(handler => handler.SuggestAsync))
        {
            Summary = "Completes what is typed to terms.",
            Query =
            [
                new("q", "string", "What is typed so far.") { Required = true },
                .. Filters,
                new("$top", "integer", "Most terms, 1–50; 10 where it is missing."),
            ],
            Response = ApiJson.Default.CompletionList,
        },
    ];
}
