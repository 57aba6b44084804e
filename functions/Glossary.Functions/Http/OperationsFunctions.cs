using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Operations.</summary>
public sealed class OperationsFunctions(ApiEntry api)
{
    /// <summary>Shows how far an operation is.</summary>
    [Function("Operations_Get")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/operations/{operation}")] HttpRequest request) =>
        api.RunAsync("Operations_Get", Role.Reader, request);

    /// <summary>Asks an operation to stop.</summary>
    [Function("Operations_Cancel")]
    public Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/operations/{operation}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Operations_Cancel", Role.Editor, request, client);

    /// <summary>Gives a link to the file that an operation made.</summary>
    [Function("Operations_File")]
    public Task<IResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/operations/{operation}/file")] HttpRequest request) =>
        api.RunAsync("Operations_File", Role.Reader, request);
}
