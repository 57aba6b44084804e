using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Samples.</summary>
public sealed class SamplesFunctions(ApiEntry api)
{
    /// <summary>Uploads the sample document into the glossary `sample`.</summary>
    [Function("Samples_Start")]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/sample")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Samples_Start", Role.Editor, request, client);
}
