using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Health.</summary>
public sealed class HealthFunctions(ApiEntry api)
{
    /// <summary>Says that this instance runs.</summary>
    [Function("Health_Live")]
    public Task<IResult> LiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) =>
        api.RunAsync("Health_Live", null, request);

    /// <summary>Says whether what this instance needs answers; 503 where it does not.</summary>
    [Function("Health_Ready")]
    public Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request) =>
        api.RunAsync("Health_Ready", null, request);
}
