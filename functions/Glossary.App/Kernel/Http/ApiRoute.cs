using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Http;

/// <summary>
/// One entry of the route table: what a host maps, what authorisation asks for, and what the OpenAPI description says.
/// </summary>
/// <param name="Name">Name of the operation and of its function, <c>Feature_Verb</c>.</param>
/// <param name="Method">HTTP method in capitals.</param>
/// <param name="Pattern">Route pattern below <c>/api/</c>, without a leading slash.</param>
/// <param name="Role">Least role, or null where anybody may call.</param>
/// <param name="Handler">What is called.</param>
public sealed record ApiRoute(string Name, string Method, string Pattern, Role? Role, RouteHandler Handler)
{
    /// <summary>One line for the API's readers.</summary>
    public required string Summary { get; init; }

    /// <summary>Query parameters in the order of the description.</summary>
    public IReadOnlyList<QueryParameter> Query { get; init; } = [];

    /// <summary>Type of the JSON body it takes, or null.</summary>
    public JsonTypeInfo? Request { get; init; }

    /// <summary>Type of the JSON body it answers with, or null for none.</summary>
    public JsonTypeInfo? Response { get; init; }

    /// <summary>Status of success.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Codes of the problems it answers with, beside those every route has.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>True where a call costs much: such routes have a stricter rate limit.</summary>
    public bool Expensive { get; init; }

    /// <summary>True where the caller must name the version it changes (<c>If-Match</c>).</summary>
    public bool NeedsIfMatch { get; init; }

    /// <summary>True for methods that change state.</summary>
    public bool ChangesState => Method is not ("GET" or "HEAD");
}

/// <summary>The one shape of a handler.</summary>
public delegate Task<IResult> RouteHandler(HttpContext http, CancellationToken cancellationToken);

/// <summary>A query parameter as described to callers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">JSON schema type: <c>string</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>.</param>
/// <param name="Description">What it does.</param>
public sealed record QueryParameter(string Name, string Type, string Description)
{
    /// <summary>Allowed values, where they are few.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>True where the call makes no sense without it.</summary>
    public bool Required { get; init; }
}
