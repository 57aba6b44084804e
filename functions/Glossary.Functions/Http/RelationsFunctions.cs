using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Relations.</summary>
public sealed class RelationsFunctions(ApiEntry api)
{
    /// <summary>Lists how a concept is related to others; at most 200.</summary>
    [Function("Relations_List")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/concepts/{concept}/relations")] HttpRequest request) =>
        api.RunAsync("Relations_List", Role.Reader, request);

    /// <summary>Relates a concept to another one; that one has the inverse.</summary>
    [Function("Relations_Add")]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/concepts/{concept}/relations")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Relations_Add", Role.Editor, request, client);

    /// <summary>Reviews or changes a relation (JSON merge patch); the version is that of the concept.</summary>
    [Function("Relations_Patch")]
    public Task<IResult> PatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "v1/glossaries/{glossary}/concepts/{concept}/relations/{kind}/{other}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Relations_Patch", Role.Editor, request, client);

    /// <summary>Removes a relation from both concepts; the version is that of the concept.</summary>
    [Function("Relations_Remove")]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/glossaries/{glossary}/concepts/{concept}/relations/{kind}/{other}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Relations_Remove", Role.Editor, request, client);
}
