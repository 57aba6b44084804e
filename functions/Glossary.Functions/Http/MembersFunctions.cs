using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Members.</summary>
public sealed class MembersFunctions(ApiEntry api)
{
    /// <summary>Lists the members of a glossary; at most 1,000.</summary>
    [Function("Members_List")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/members")] HttpRequest request) =>
        api.RunAsync("Members_List", Role.Reader, request);

    /// <summary>Makes a person a member of a glossary, or changes what the member may do.</summary>
    [Function("Members_Put")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/glossaries/{glossary}/members/{member}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Members_Put", Role.Admin, request, client);

    /// <summary>Removes a member of a glossary.</summary>
    [Function("Members_Remove")]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/glossaries/{glossary}/members/{member}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Members_Remove", Role.Admin, request, client);
}
