using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Glossaries.</summary>
public sealed class GlossariesFunctions(ApiEntry api)
{
    /// <summary>Lists the glossaries in the order of their short names.</summary>
    [Function("Glossaries_List")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries")] HttpRequest request) =>
        api.RunAsync("Glossaries_List", Role.Reader, request);

    /// <summary>Creates a glossary.</summary>
    [Function("Glossaries_Create")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Glossaries_Create", Role.Admin, request, client);

    /// <summary>Shows a glossary with its counts and its profile.</summary>
    [Function("Glossaries_Get")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}")] HttpRequest request) =>
        api.RunAsync("Glossaries_Get", Role.Reader, request);

    /// <summary>Sets the extraction profile of a glossary for what is read from then on.</summary>
    [Function("Glossaries_Patch")]
    public Task<IResult> PatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "v1/glossaries/{glossary}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Glossaries_Patch", Role.Admin, request, client);
}
