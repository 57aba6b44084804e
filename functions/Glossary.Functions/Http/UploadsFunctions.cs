using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Uploads.</summary>
public sealed class UploadsFunctions(ApiEntry api)
{
    /// <summary>Gives a link by which one file is put straight into the storage.</summary>
    [Function("Uploads_Ticket")]
    public Task<IResult> TicketAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/uploads")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Uploads_Ticket", Role.Editor, request, client);

    /// <summary>Lists the files in the storage that belong to no glossary.</summary>
    [Function("Unassigned_List")]
    public Task<IResult> ListUnassignedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/unassigned")] HttpRequest request) =>
        api.RunAsync("Unassigned_List", Role.Reader, request);

    /// <summary>Moves such a file into a glossary, which is created where there is none.</summary>
    [Function("Unassigned_Assign")]
    public Task<IResult> AssignUnassignedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/unassigned:assign")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Unassigned_Assign", Role.Admin, request, client);
}
