using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Filters;

/// <summary>Routes of the filters that people keep.</summary>
public static class FiltersRoutes
{
    private const string Filters = "v1/glossaries/{glossary}/filters";
    private const string One = Filters + "/{filter}";

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Filters_List", "GET", Filters, Role.Reader, Call.To<FiltersHandler>(handler => handler.ListAsync))
        {
            Summary = "Lists the filters that the caller keeps for a glossary, by name; at most 100.",
            Response = ApiJson.Default.ListPageSavedFilter,
        },
        new("Filters_Put", "PUT", One, Role.Reader, Call.To<FiltersHandler>(handler => handler.PutAsync))
        {
            Summary = "Keeps a filter under a name, for the caller alone.",
            Request = ApiJson.Default.SavedFilterWish,
            Response = ApiJson.Default.SavedFilter,
            Problems = [ProblemCodes.Conflict],
        },
        new("Filters_Remove", "DELETE", One, Role.Reader, Call.To<FiltersHandler>(handler => handler.RemoveAsync))
        {
            Summary = "Removes a filter of the caller.",
            Status = StatusCodes.Status204NoContent,
        },
    ];
}
