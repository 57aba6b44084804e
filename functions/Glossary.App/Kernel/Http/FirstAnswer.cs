namespace Glossary.App.Kernel.Http;

/// <summary>What a call with an <c>Idempotency-Key</c> was answered with the first time; kept for 24 hours.</summary>
public sealed record FirstAnswer
{
    /// <summary>Schema number of this record's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>SHA-256 over route, address and body, in hexadecimal: the same key is for the same call.</summary>
    public required string Call { get; init; }

    /// <summary>UTC time at which the first call began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>HTTP status, or null while the first call is being worked on.</summary>
    public int? Status { get; init; }

    /// <summary>Media type of the body.</summary>
    public string? MediaType { get; init; }

    /// <summary>The body.</summary>
    public string? Body { get; init; }

    /// <summary>Headers that belong to the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
