using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Filters.</summary>
public sealed class FiltersFunctions(ApiEntry api)
{
    /// <summary>Lists the filters that the caller keeps for a glossary.</summary>
    [Function("Filters_List")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/filters")] HttpRequest request) =>
        api.RunAsync("Filters_List", Role.Reader, request);

    /// <summary>Keeps a filter under a name, for the caller alone.</summary>
    [Function("Filters_Put")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/glossaries/{glossary}/filters/{filter}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Filters_Put", Role.Reader, request, client);

    /// <summary>Removes a filter of the caller.</summary>
    [Function("Filters_Remove")]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/glossaries/{glossary}/filters/{filter}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Filters_Remove", Role.Reader, request, client);
}
