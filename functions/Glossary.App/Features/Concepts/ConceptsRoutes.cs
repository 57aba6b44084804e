using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Concepts;

/// <summary>Routes of concepts.</summary>
public static class ConceptsRoutes
{
    private const string Concepts = "v1/glossaries/{glossary}/concepts";
    private const string One = Concepts + "/{concept}";

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Concepts_List", "GET", Concepts, Role.Reader, Call.To<ConceptsHandler>(handler => handler.ListAsync))
        {
            Summary = "Lists concepts by descending score.",
            Query =
            [
                new QueryParameter("state", "string", $"Only concepts of these states, parted by commas: {string.Join(", ", Enum.GetNames<TermState>())}."),
                new QueryParameter("language", "string", "Only terms of this language (BCP 47)."),
                new QueryParameter("minScore", "number", "Least score, 0–1."),
                new QueryParameter("document", "string", "Only terms of this document, by descending score in it."),
                new QueryParameter("q", "string", "Text that the term, its full form or its abbreviation contains."),
                new QueryParameter("tag", "string", "Only concepts with one of these tags, parted by commas, whatever their case."),
                new QueryParameter("$count", "boolean", "With true the answer has the count, where it is known."),
                .. CommonQuery.Paging,
            ],
            Response = ApiJson.Default.ListPageConceptRow,
        },
        new("Concepts_Get", "GET", One, Role.Reader, Call.To<ConceptsHandler>(handler => handler.GetAsync))
        {
            Summary = "Shows a concept with its terms, its score's parts and its evidence. The id of one that was merged or moved is answered with 308 and the address of the one that has its terms.",
            Response = ApiJson.Default.ConceptResource,
        },
        new("Concepts_Create", "POST", Concepts, Role.Editor, Call.To<ConceptEditsHandler>(handler => handler.CreateAsync))
        {
            Summary = "Makes a concept that a person found or thought of, with the place it was seen at.",
            Request = ApiJson.Default.NewConcept,
            Response = ApiJson.Default.ConceptMade,
            Status = StatusCodes.Status201Created,
            Problems = [ProblemCodes.TermExists],
        },
        new("Concepts_Patch", "PATCH", One, Role.Editor, Call.To<ConceptEditsHandler>(handler => handler.PatchAsync))
        {
            Summary = "Changes a concept's content (JSON merge patch).",
            Request = ApiJson.Default.ConceptPatch,
            Response = ApiJson.Default.ConceptResource,
            NeedsIfMatch = true,
            Problems = [ProblemCodes.TermExists, ProblemCodes.ConceptMerged, ProblemCodes.Stale],
        },
        new("Concepts_Duplicates", "GET", "v1/glossaries/{glossary}/duplicates", Role.Reader, Call.To<ConceptStructureHandler>(handler => handler.DuplicatesAsync))
        {
            Summary = "Proposes concepts that may be one, each pair once, those of the best score first. A page may hold none although more follow.",
            Query = CommonQuery.Paging,
            Response = ApiJson.Default.ListPageDuplicate,
        },
        new("Concepts_Merge", "POST", Concepts + ":merge", Role.Editor, Call.To<ConceptStructureHandler>(handler => handler.MergeAsync))
        {
            Summary = "Puts the terms of concepts into another one as variants; the ids of the others lead to it from then on.",
            Request = ApiJson.Default.MergeWish,
            Response = ApiJson.Default.ConceptMade,
            Problems = [ProblemCodes.ConceptMerged, ProblemCodes.Conflict],
        },
        new("Concepts_Move", "POST", Concepts + ":move", Role.Editor, Call.To<ConceptStructureHandler>(handler => handler.MoveAsync))
        {
            Summary = "Moves concepts to another glossary; their ids lead there from then on. What that one has a term of already stays.",
            Request = ApiJson.Default.MoveWish,
            Response = ApiJson.Default.OperationResource,
            Status = StatusCodes.Status202Accepted,
        },
        new("Concepts_Split", "POST", One + ":split", Role.Editor, Call.To<ConceptStructureHandler>(handler => handler.SplitAsync))
        {
            Summary = "Makes some terms of a concept, with what documents show of them, a concept of their own.",
            Request = ApiJson.Default.SplitWish,
            Response = ApiJson.Default.ConceptMade,
            Status = StatusCodes.Status201Created,
            NeedsIfMatch = true,
            Problems = [ProblemCodes.ConceptMerged, ProblemCodes.Stale],
        },
        new("Concepts_Comments", "GET", One + "/comments", Role.Reader, Call.To<CommentsHandler>(handler => handler.ListAsync))
        {
            Summary = "Lists what people said about a concept, oldest first, with what they said of those merged into it.",
            Query = CommonQuery.Paging,
            Response = ApiJson.Default.ListPageComment,
        },
        new("Concepts_Comment", "POST", One + "/comments", Role.Editor, Call.To<CommentsHandler>(handler => handler.AddAsync))
        {
            Summary = "Says something about a concept. It can't be changed or taken back.",
            Request = ApiJson.Default.NewComment,
            Response = ApiJson.Default.Comment,
            Status = StatusCodes.Status201Created,
        },
        new("Concepts_Occurrences", "GET", One + "/occurrences", Role.Reader, Call.To<ConceptsHandler>(handler => handler.OccurrencesAsync))
        {
            Summary = "Lists the places of a concept with what stands around them; 308 as for the concept itself.",
            Query = [new QueryParameter("document", "string", "Only places in this document."), .. CommonQuery.Paging],
            Response = ApiJson.Default.ListPageOccurrenceLine,
        },
    ];
}
