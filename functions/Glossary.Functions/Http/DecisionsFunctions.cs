using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Decisions.</summary>
public sealed class DecisionsFunctions(ApiEntry api)
{
    /// <summary>Approves, rejects or reopens named concepts at once.</summary>
    [Function("Decisions_Decide")]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/concepts:decide")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Decisions_Decide", Role.Editor, request, client);

    /// <summary>Counts the concepts that a bulk edit would be on.</summary>
    [Function("Decisions_Preview")]
    public Task<IResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/concepts:preview")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Decisions_Preview", Role.Reader, request, client);

    /// <summary>Decides, assigns, tags or deletes all concepts that a filter admits, or named ones; the operation’s file has the outcome of each.</summary>
    [Function("Decisions_Bulk")]
    public Task<IResult> BulkAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/concepts:bulk")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Decisions_Bulk", Role.Editor, request, client);
}
