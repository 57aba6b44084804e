using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Exports;

/// <summary>Routes of exports.</summary>
public static class ExportsRoutes
{
    private const string Exports = "v1/glossaries/{glossary}/exports";

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Exports_List", "GET", Exports, Role.Reader, Call.To<ExportsHandler>(handler => handler.ListAsync))
        {
            Summary = "Lists the exports of a glossary, newest first.",
            Query = CommonQuery.Paging,
            Response = ApiJson.Default.ListPageOperationResource,
        },
        new("Exports_Start", "POST", Exports, Role.Reader, Call.To<ExportsHandler>(handler => handler.StartAsync))
        {
            Summary = "Writes concepts to a file, as they are or as people had decided them after a change of the past.",
            Request = ApiJson.Default.ExportWish,
            Response = ApiJson.Default.OperationResource,
            Status = StatusCodes.Status202Accepted,
            Expensive = true,
        },
    ];
}
