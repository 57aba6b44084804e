using Microsoft.CodeAnalysis;

namespace Glossary.Functions.Tests.Sources;

/// <summary>An HTTP function as its source says it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Methods">HTTP methods, as they are written.</param>
/// <param name="Route">Its pattern.</param>
/// <param name="Access">Who the platform lets through.</param>
/// <param name="Body">The one line that it is.</param>
/// <param name="HasClient">Whether it may start orchestrations.</param>
internal sealed record HttpFunction(string Name, IReadOnlyList<string> Methods, string? Route, int Access, string Body, bool HasClient)
{
    public static IReadOnlyList<HttpFunction> All(HostSources sources) =>
    [
        .. from function in sources.Functions()
           let trigger = function.Symbol.Parameters.Select(parameter => HostSources.Find(parameter, "HttpTriggerAttribute")).FirstOrDefault(found => found is not null)
           where trigger is not null
           select new HttpFunction(
               HostSources.NameOf(function.Symbol)!,
               [.. trigger.ConstructorArguments[1].Values.Select(method => (string)method.Value!)],
               HostSources.Named(trigger, "Route"),
               (int)trigger.ConstructorArguments[0].Value!,
               function.Syntax.ExpressionBody?.Expression.ToString() ?? "no line",
               function.Symbol.Parameters.Any(parameter => HostSources.Find(parameter, "DurableClientAttribute") is not null)),
    ];
}
