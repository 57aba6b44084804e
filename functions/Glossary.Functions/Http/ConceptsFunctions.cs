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

    /// <summary>Shows a concept with its terms, its score's parts and its evidence.</summary>
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

    /// <summary>Lists the places of a concept with what stands around them.</summary>
    [Function("Concepts_Occurrences")]
    public Task<IResult> OccurrencesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/concepts/{concept}/occurrences")] HttpRequest request) =>
        api.RunAsync("Concepts_Occurrences", Role.Reader, request);
}
