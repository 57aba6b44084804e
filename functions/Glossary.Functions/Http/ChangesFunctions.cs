using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Changes.</summary>
public sealed class ChangesFunctions(ApiEntry api)
{
    /// <summary>Lists the changes of a glossary in their order.</summary>
    [Function("Changes_List")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/changes")] HttpRequest request) =>
        api.RunAsync("Changes_List", Role.Reader, request);

    /// <summary>Lists what people changed of a concept, newest first.</summary>
    [Function("Changes_OfConcept")]
    public Task<IResult> OfConceptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/concepts/{concept}/history")] HttpRequest request) =>
        api.RunAsync("Changes_OfConcept", Role.Reader, request);

    /// <summary>Takes a change of a person back, as a change of its own.</summary>
    [Function("Changes_Undo")]
    public Task<IResult> UndoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/changes/{change}:undo")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Changes_Undo", Role.Editor, request, client);

    /// <summary>Takes all changes of a bulk decision or a move back, but for concepts that were changed since.</summary>
    [Function("Changes_UndoOperation")]
    public Task<IResult> UndoOperationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/operations/{operation}:undo")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Changes_UndoOperation", Role.Editor, request, client);
}
