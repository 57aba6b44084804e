using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Statistics.</summary>
public sealed class StatisticsFunctions(ApiEntry api)
{
    /// <summary>Counts concepts, documents and what people did lately.</summary>
    [Function("Statistics_Get")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/statistics")] HttpRequest request) =>
        api.RunAsync("Statistics_Get", Role.Reader, request);
}
