using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Search.</summary>
public sealed class SearchFunctions(ApiEntry api)
{
    /// <summary>Finds concepts by their terms, definitions, notes, subject fields and the glossary's own fields.</summary>
    [Function("Search_Find")]
    public Task<IResult> FindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/search")] HttpRequest request) =>
        api.RunAsync("Search_Find", Role.Reader, request);

    /// <summary>Completes what is typed to terms.</summary>
    [Function("Search_Suggest")]
    public Task<IResult> SuggestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/suggest")] HttpRequest request) =>
        api.RunAsync("Search_Suggest", Role.Reader, request);
}
