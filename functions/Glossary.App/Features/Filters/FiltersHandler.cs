using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Filters;

/// <summary>What a person keeps under a name.</summary>
/// <param name="Query">The query of a list, as it stands behind the question mark of its address; at most 2,000 characters.</param>
public sealed record SavedFilterWish(string? Query);

/// <summary>Lists, keeps and removes a person's own filters.</summary>
public sealed class FiltersHandler(TermbaseStore termbases, SavedFilterStore filters, TimeProvider clock, ApiLimits limits)
{
    private const int LongestName = 100;
    private const int LongestQuery = 2_000;

    /// <summary>GET filters.</summary>
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var all = await filters.ListAsync(termbase.Slug, http.Principal().Id, cancellationToken);
        return http.Answer(http.Page(all, null, all.Count), ApiJson.Default.ListPageSavedFilter);
    }

    /// <summary>PUT filters/{filter}.</summary>
    public async Task<IResult> PutAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.SavedFilterWish, limits.MaximumBody, cancellationToken);
        var name = http.RouteText("filter").Trim();
        // A slash in an address comes as it was escaped.
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || name.Contains("%2F", StringComparison.OrdinalIgnoreCase))
        {
            throw ApiException.Invalid("filter", $"The name of a filter has 1 to {LongestName} characters on one line, and no slash.");
        }

        if (wish.Query is null || wish.Query.Length > LongestQuery)
        {
            throw ApiException.Invalid("query", $"The query has at most {LongestQuery} characters; an empty one keeps the list without a filter.");
        }

        var filter = new SavedFilter(name, wish.Query.TrimStart('?'), clock.GetUtcNow());
        await filters.PutAsync(termbase.Slug, http.Principal().Id, filter, cancellationToken);
        return http.Answer(filter, ApiJson.Default.SavedFilter);
    }

    /// <summary>DELETE filters/{filter}.</summary>
    public async Task<IResult> RemoveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        await filters.RemoveAsync(termbase.Slug, http.Principal().Id, http.RouteText("filter").Trim(), cancellationToken);
        return TypedResults.NoContent();
    }
}
