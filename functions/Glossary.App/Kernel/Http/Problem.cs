namespace Glossary.App.Kernel.Http;

/// <summary>A problem as RFC 9457 has it, with this API's members.</summary>
/// <param name="Type">Reference to the code's description.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">A sentence for a person.</param>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="TraceId">Finds the request in the log.</param>
/// <param name="Errors">Messages per field.</param>
public sealed record Problem(
    string Type, string Title, int Status, string Detail, string Code, string TraceId, IReadOnlyDictionary<string, string[]>? Errors);
