using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Changes;

/// <summary>Routes of the log of changes.</summary>
public static class ChangesRoutes
{
    private const string Changes = "v1/glossaries/{glossary}/changes";

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Changes_List", "GET", Changes, Role.Reader, Call.To<ChangesHandler>(handler => handler.ListAsync))
        {
            Summary = "Lists the changes of a glossary in their order.",
            Query = CommonQuery.Paging,
            Response = ApiJson.Default.ListPageChangeResource,
        },
        new("Changes_OfConcept", "GET", "v1/glossaries/{glossary}/concepts/{concept}/history", Role.Reader, Call.To<ChangesHandler>(handler => handler.HistoryAsync))
        {
            Summary = "Lists what people changed of a concept, newest first.",
            Query = CommonQuery.Paging,
            Response = ApiJson.Default.ListPageChangeResource,
        },
        new("Changes_Undo", "POST", Changes + "/{change}:undo", Role.Editor, Call.To<ChangesHandler>(handler => handler.UndoAsync))
        {
            Summary = "Takes a change of a person back, as a change of its own.",
            Response = ApiJson.Default.ChangeResource,
            Problems = [ProblemCodes.Conflict],
        },
        new("Changes_UndoOperation", "POST", "v1/operations/{operation}:undo", Role.Editor, Call.To<ChangesHandler>(handler => handler.UndoOperationAsync))
        {
            Summary = "Takes all changes of a bulk decision or a move back, but for concepts that were changed since.",
            Response = ApiJson.Default.OperationResource,
            Status = StatusCodes.Status202Accepted,
            Problems = [ProblemCodes.Conflict],
            Expensive = true,
        },
    ];
}
