using Glossary.App.Features;
using Glossary.App.Kernel.Http;
using Glossary.Functions.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>Where every HTTP function leads: the entry of the route table that it names, through the pipeline that both hosts share.</summary>
public sealed class ApiEntry(ApiPipeline pipeline, DurableOperationQueue queue)
{
    private static readonly Dictionary<string, ApiRoute> Routes = ApiRoutes.All.ToDictionary(route => route.Name, StringComparer.Ordinal);

    /// <summary>Answers a call that changes nothing.</summary>
    /// <param name="name">Name of the route.</param>
    /// <param name="role">The least role that the function says; another one than the table's is refused.</param>
    /// <param name="request">The request; its route values are those of the function's pattern.</param>
    public Task<IResult> RunAsync(string name, Role? role, HttpRequest request) => RunAsync(Find(name, role), request);

    /// <summary>Answers a call that may start work in the background.</summary>
    /// <param name="name">Name of the route.</param>
    /// <param name="role">The least role that the function says; another one than the table's is refused.</param>
    /// <param name="request">The request; its route values are those of the function's pattern.</param>
    /// <param name="client">Starts orchestrations.</param>
    public Task<IResult> RunAsync(string name, Role? role, HttpRequest request, DurableTaskClient client) =>
        queue.ThroughAsync(client, () => RunAsync(Find(name, role), request));

    /// <summary>Answers what no route answers.</summary>
    public Task<IResult> UnknownAsync(HttpRequest request) => RunAsync(UnknownRoute.Route, request);

    private Task<IResult> RunAsync(ApiRoute route, HttpRequest request) =>
        pipeline.RunAsync(route, request.HttpContext, request.HttpContext.RequestAborted);

    private static ApiRoute Find(string name, Role? role) =>
        Routes.TryGetValue(name, out var route) && route.Role == role
            ? route
            : throw new InvalidOperationException($"The route table has no entry “{name}” for the role {role?.ToString() ?? "of nobody"}.");
}
