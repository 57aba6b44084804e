namespace Glossary.App.Kernel.Http;

/// <summary>Answers what no route answers with a problem, as everything else of the API.</summary>
public static class UnknownRoute
{
    /// <summary>The route; it stands in no table.</summary>
    public static ApiRoute Route { get; } = new(
        "Unknown", "GET", "{*path}", null, (_, _) => throw ApiException.NotFound("such address in the API; see its description"))
    {
        Summary = "Answers what no route answers.",
    };
}
