using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Exports.</summary>
public sealed class ExportsFunctions(ApiEntry api)
{
    /// <summary>Lists the exports of a glossary, newest first.</summary>
    [Function("Exports_List")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/exports")] HttpRequest request) =>
        api.RunAsync("Exports_List", Role.Reader, request);

    /// <summary>Writes concepts to a file, as they are or as people had decided them after a change of the past.</summary>
    [Function("Exports_Start")]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/exports")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Exports_Start", Role.Reader, request, client);
}
