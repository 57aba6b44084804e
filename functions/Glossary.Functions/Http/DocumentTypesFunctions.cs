using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature DocumentTypes.</summary>
public sealed class DocumentTypesFunctions(ApiEntry api)
{
    /// <summary>Lists the types of documents, in English and German.</summary>
    [Function("DocumentTypes_List")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/document-types")] HttpRequest request) =>
        api.RunAsync("DocumentTypes_List", Role.Reader, request);

    /// <summary>Sets the types of documents. Documents of a type that is left out keep its code.</summary>
    [Function("DocumentTypes_Replace")]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/document-types")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("DocumentTypes_Replace", Role.Admin, request, client);
}
