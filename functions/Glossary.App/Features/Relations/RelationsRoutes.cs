using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Relations;

/// <summary>Routes of relations between concepts.</summary>
public static class RelationsRoutes
{
    private const string Relations = "v1/glossaries/{glossary}/concepts/{concept}/relations";
    private const string One = Relations + "/{kind}/{other}";

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Relations_List", "GET", Relations, Role.Reader, Call.To<RelationsHandler>(handler => handler.ListAsync))
        {
            Summary = "Lists how a concept is related to others; at most 200.",
            Query =
            [
                new QueryParameter("kind", "string", $"Only these kinds, parted by commas: {string.Join(", ", Enum.GetNames<RelationKind>())}."),
                new QueryParameter("state", "string", $"Only these states, parted by commas: {string.Join(", ", Enum.GetNames<RelationState>())}."),
            ],
            Response = ApiJson.Default.ListPageRelationResource,
        },
        new("Relations_Add", "POST", Relations, Role.Editor, Call.To<RelationsHandler>(handler => handler.AddAsync))
        {
            Summary = "Relates a concept to another one; that one has the inverse.",
            Request = ApiJson.Default.NewRelation,
            Response = ApiJson.Default.RelationChanged,
            Status = StatusCodes.Status201Created,
            Problems = [ProblemCodes.RelationExists, ProblemCodes.HierarchyCycle, ProblemCodes.ConceptMerged],
        },
        new("Relations_Patch", "PATCH", One, Role.Editor, Call.To<RelationsHandler>(handler => handler.PatchAsync))
        {
            Summary = "Reviews or changes a relation (JSON merge patch); the version is that of the concept.",
            Request = ApiJson.Default.RelationPatch,
            Response = ApiJson.Default.RelationChanged,
            NeedsIfMatch = true,
            Problems = [ProblemCodes.HierarchyCycle, ProblemCodes.ConceptMerged, ProblemCodes.Stale],
        },
        new("Relations_Remove", "DELETE", One, Role.Editor, Call.To<RelationsHandler>(handler => handler.RemoveAsync))
        {
            Summary = "Removes a relation from both concepts; the version is that of the concept.",
            Response = ApiJson.Default.RelationChanged,
            NeedsIfMatch = true,
            Problems = [ProblemCodes.ConceptMerged, ProblemCodes.Stale],
        },
    ];
}
