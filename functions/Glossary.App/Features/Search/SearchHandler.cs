using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Telemetry;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Search;

/// <summary>Finds concepts by what people type.</summary>
public sealed class SearchHandler(TermbaseStore termbases, SearchIndexes indexes, TimeProvider clock)
{
    private const int MostCompletions = 50;
    private const int Completions = 10;

    /// <summary>GET search.</summary>
    public async Task<IResult> SearchAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var position = http.ListPosition();
        var request = new SearchRequest
        {
            Text = http.QueryText("q") ?? string.Empty,
            Filter = Filter(http),
            Order = http.QueryEnum<SearchOrder>("sort") ?? SearchOrder.Relevance,
            Top = position.Top,
            After = position.After,
        };
        var started = clock.GetTimestamp();
        using var use = await indexes.UseAsync(termbase, cancellationToken);
        var answer = use.Index?.Search(request, cancellationToken);
        Measures.Searches.Record(
            clock.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("index", (answer is null ? IndexState.Building : IndexState.Ready).ToString()));
        var page = http.Page(answer?.Hits ?? [], answer?.After, answer?.Total);
        return http.Answer(
            new SearchPage(page.Value, page.NextLink, page.Count, answer?.Facets ?? [], answer?.DidYouMean, Status(use, termbase)),
            ApiJson.Default.SearchPage);
    }

    /// <summary>GET suggest.</summary>
    public async Task<IResult> SuggestAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var top = http.QueryInteger("$top", 1, MostCompletions) ?? Completions;
        using var use = await indexes.UseAsync(termbase, cancellationToken);
        var completions = use.Index?.Suggest(http.QueryText("q") ?? string.Empty, Filter(http), top, cancellationToken);
        return http.Answer(new CompletionList(completions ?? [], Status(use, termbase)), ApiJson.Default.CompletionList);
    }

    private static SearchFilter Filter(HttpContext http) => new()
    {
        States = http.QueryEnums<TermState>("state") ?? [],
        Languages = http.QueryText("language")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [],
        // A subject field may have commas in it, so the parameter is repeated.
        SubjectFields = [.. http.Request.Query["subjectField"].OfType<string>().Where(field => field.Length > 0)],
        Types = http.QueryEnums<CandidateType>("type") ?? [],
        PartsOfSpeech = http.QueryText("partOfSpeech")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [],
        Assignees = http.QueryText("assignee")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [],
        Tags = http.QueryText("tag")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        Origins = http.QueryEnums<TermOrigin>("origin") ?? [],
        MinimumScore = http.QueryNumber("minScore", 0, 1) ?? 0,
        MaximumScore = http.QueryNumber("maxScore", 0, 1) ?? 1,
    };

    private static IndexStatus Status(SearchIndexUse use, Termbase termbase) => use.Index is { } index
        ? new IndexStatus(IndexState.Ready, 100, index.ChangeNumber, index.ChangeNumber >= termbase.ChangeNumber)
        : new IndexStatus(IndexState.Building, use.Percent, null, false);
}
