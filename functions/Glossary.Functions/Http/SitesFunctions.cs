using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Sites.</summary>
public sealed class SitesFunctions(ApiEntry api)
{
    /// <summary>Says who is signed in.</summary>
    [Function("Sites_Me")]
    public Task<IResult> MeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me")] HttpRequest request) =>
        api.RunAsync("Sites_Me", Role.Reader, request);

    /// <summary>Says what runs here.</summary>
    [Function("Sites_Version")]
    public Task<IResult> VersionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/version")] HttpRequest request) =>
        api.RunAsync("Sites_Version", null, request);

    /// <summary>Says what this installation can do and where its limits are.</summary>
    [Function("Sites_Get")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/site")] HttpRequest request) =>
        api.RunAsync("Sites_Get", Role.Reader, request);
}
