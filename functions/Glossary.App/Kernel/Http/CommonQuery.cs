namespace Glossary.App.Kernel.Http;

/// <summary>Query parameters that many routes have.</summary>
public static class CommonQuery
{
    /// <summary>How lists are paged.</summary>
    public static IReadOnlyList<QueryParameter> Paging { get; } =
    [
        new("$top", "integer", "Most items of a page, 1–1000; 100 where it is missing."),
        new("$skiptoken", "string", "Part of nextLink; opaque."),
    ];
}
