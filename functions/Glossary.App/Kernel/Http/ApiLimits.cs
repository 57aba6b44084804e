namespace Glossary.App.Kernel.Http;

/// <summary>Limits of the API; section <c>Glossary:Api</c> of the settings. The rate limits hold per instance.</summary>
public sealed record ApiLimits
{
    /// <summary>Largest JSON body in bytes.</summary>
    public int MaximumBody { get; init; } = 256 * 1024;

    /// <summary>Requests a principal may make in a burst.</summary>
    public int Burst { get; init; } = 600;

    /// <summary>Requests a principal gets back per second.</summary>
    public int PerSecond { get; init; } = 60;

    /// <summary>Burst on routes that cost much.</summary>
    public int ExpensiveBurst { get; init; } = 60;

    /// <summary>Requests per second a principal gets back on routes that cost much.</summary>
    public int ExpensivePerSecond { get; init; } = 2;
}
