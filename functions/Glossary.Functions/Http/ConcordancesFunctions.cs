using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Concordances.</summary>
public sealed class ConcordancesFunctions(ApiEntry api)
{
    /// <summary>Shows a text in the documents with what stands before and behind it.</summary>
    [Function("Concordance_Find")]
    public Task<IResult> FindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/concordance")] HttpRequest request) =>
        api.RunAsync("Concordance_Find", Role.Reader, request);
}
