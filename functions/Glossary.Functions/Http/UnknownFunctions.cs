using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Glossary.Functions.Http;

/// <summary>Answers what no route answers, so that a caller gets a problem here as well.</summary>
public sealed class UnknownFunctions(ApiEntry api)
{
    /// <summary>The host tries functions in the order of their names, whatever their patterns: this one must come last.</summary>
    [Function("ZZ_Unknown")]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", Route = "{*path}")] HttpRequest request) =>
        api.UnknownAsync(request);
}
