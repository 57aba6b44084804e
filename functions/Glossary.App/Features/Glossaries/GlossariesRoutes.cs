using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Glossaries;

/// <summary>Routes of the glossaries.</summary>
public static class GlossariesRoutes
{
    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Glossaries_List", "GET", "v1/glossaries", Role.Reader, Call.To<GlossariesHandler>(handler => handler.ListAsync))
        {
            Summary = "Lists the glossaries in the order of their short names.",
            Query = CommonQuery.Paging,
            Response = ApiJson.Default.ListPageGlossarySummary,
        },
        new("Glossaries_Create", "POST", "v1/glossaries", Role.Admin, Call.To<GlossariesHandler>(handler => handler.CreateAsync))
        {
            Summary = "Creates a glossary.",
            Request = ApiJson.Default.NewGlossary,
            Response = ApiJson.Default.GlossaryDetail,
            Status = StatusCodes.Status201Created,
            Problems = [ProblemCodes.GlossaryExists],
        },
        new("Glossaries_Get", "GET", "v1/glossaries/{glossary}", Role.Reader, Call.To<GlossariesHandler>(handler => handler.GetAsync))
        {
            Summary = "Shows a glossary with its counts and its profile.",
            Response = ApiJson.Default.GlossaryDetail,
        },
        new("Glossaries_Patch", "PATCH", "v1/glossaries/{glossary}", Role.Admin, Call.To<GlossariesHandler>(handler => handler.PatchAsync))
        {
            Summary = "Sets the extraction profile of a glossary for what is read from then on, and the fields of its concepts (JSON merge patch).",
            Request = ApiJson.Default.GlossaryPatch,
            Response = ApiJson.Default.GlossaryDetail,
        },
    ];
}
