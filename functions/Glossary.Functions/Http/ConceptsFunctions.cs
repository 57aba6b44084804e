using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Concepts.</summary>
public sealed class ConceptsFunctions(ApiEntry api)
{
    /// <summary>Lists concepts by descending score.</summary>
    [Function("Concepts_List")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/concepts")] HttpRequest request) =>
        api.RunAsync("Concepts_List", Role.Reader, request);

    /// <summary>
    /// Shows a concept with its terms, its score's parts and its evidence. The id of one that was merged or moved is answered with 308 and the
    /// address of the one that has its terms.
    /// </summary>
    [Function("Concepts_Get")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/concepts/{concept}")] HttpRequest request) =>
        api.RunAsync("Concepts_Get", Role.Reader, request);

    /// <summary>Makes a concept that a person found or thought of, with the place it was seen at.</summary>
    [Function("Concepts_Create")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/concepts")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Concepts_Create", Role.Editor, request, client);

    /// <summary>Changes a concept's content (JSON merge patch).</summary>
    [Function("Concepts_Patch")]
    public Task<IResult> PatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "v1/glossaries/{glossary}/concepts/{concept}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Concepts_Patch", Role.Editor, request, client);

    /// <summary>Proposes concepts that may be one, each pair once, those of the best score first. A page may hold none although more follow.</summary>
    [Function("Concepts_Duplicates")]
    public Task<IResult> DuplicatesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/duplicates")] HttpRequest request) =>
        api.RunAsync("Concepts_Duplicates", Role.Reader, request);

    /// <summary>Puts the terms of concepts into another one as variants; the ids of the others lead to it from then on.</summary>
    [Function("Concepts_Merge")]
    public Task<IResult> MergeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/concepts:merge")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Concepts_Merge", Role.Editor, request, client);

    /// <summary>Moves concepts to another glossary; their ids lead there from then on. What that one has a term of already stays.</summary>
    [Function("Concepts_Move")]
    public Task<IResult> MoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/concepts:move")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Concepts_Move", Role.Editor, request, client);

    /// <summary>Makes some terms of a concept, with what documents show of them, a concept of their own.</summary>
    [Function("Concepts_Split")]
    public Task<IResult> SplitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/concepts/{concept}:split")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Concepts_Split", Role.Editor, request, client);

    /// <summary>Lists what people said about a concept, oldest first, with what they said of those merged into it.</summary>
    [Function("Concepts_Comments")]
    public Task<IResult> CommentsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/concepts/{concept}/comments")] HttpRequest request) =>
        api.RunAsync("Concepts_Comments", Role.Reader, request);

    /// <summary>Says something about a concept. It can't be changed or taken back.</summary>
    [Function("Concepts_Comment")]
    public Task<IResult> CommentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/concepts/{concept}/comments")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Concepts_Comment", Role.Editor, request, client);

    /// <summary>Lists the places of a concept with what stands around them; 308 as for the concept itself.</summary>
    [Function("Concepts_Occurrences")]
    public Task<IResult> OccurrencesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/concepts/{concept}/occurrences")] HttpRequest request) =>
        api.RunAsync("Concepts_Occurrences", Role.Reader, request);
}
