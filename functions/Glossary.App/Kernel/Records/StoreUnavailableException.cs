namespace Glossary.App.Kernel.Records;

/// <summary>A store did not answer, or only with throttling, after the adapter's own retries. Nothing is known to be written; the call may be repeated.</summary>
/// <param name="service">Which store: <c>tables</c>, <c>blobs</c>, <c>cosmos</c>.</param>
/// <param name="innerException">What the client said.</param>
public sealed class StoreUnavailableException(string service, Exception innerException)
    : Exception($"The store “{service}” does not answer.", innerException)
{
    /// <summary>Which store.</summary>
    public string Service { get; } = service;
}
