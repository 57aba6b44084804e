using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Decisions;

/// <summary>Routes of decisions.</summary>
public static class DecisionsRoutes
{
    private const string Concepts = "v1/glossaries/{glossary}/concepts";

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Decisions_Decide", "POST", Concepts + ":decide", Role.Editor, Call.To<DecisionsHandler>(handler => handler.DecideAsync))
        {
            Summary = "Approves, rejects or reopens named concepts at once.",
            Request = ApiJson.Default.DecisionWish,
            Response = ApiJson.Default.DecisionResult,
        },
        new("Decisions_Preview", "POST", Concepts + ":preview", Role.Reader, Call.To<DecisionsHandler>(handler => handler.PreviewAsync))
        {
            Summary = "Counts the concepts that a bulk edit would be on.",
            Request = ApiJson.Default.BulkDecisionWish,
            Response = ApiJson.Default.BulkPreview,
        },
        new("Decisions_Bulk", "POST", Concepts + ":bulk", Role.Editor, Call.To<DecisionsHandler>(handler => handler.BulkAsync))
        {
            Summary = "Decides, assigns, tags or deletes all concepts that a filter admits, or named ones; the operation’s file has the outcome of each.",
            Request = ApiJson.Default.BulkDecisionWish,
            Response = ApiJson.Default.OperationResource,
            Status = StatusCodes.Status202Accepted,
        },
    ];
}
