using Microsoft.Extensions.DependencyInjection;

namespace Glossary.App.Kernel.Http;

/// <summary>Makes a route's handler from a method of a class in the container.</summary>
public static class Call
{
    /// <summary>Calls a method of the handler that the request's container gives.</summary>
    public static RouteHandler To<T>(Func<T, RouteHandler> method)
        where T : class =>
        (http, cancellationToken) => method(http.RequestServices.GetRequiredService<T>())(http, cancellationToken);
}
