using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Http;

/// <summary>A request that can't be met, with the problem its caller is told (RFC 9457).</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Stable kebab-case code, one of <see cref="ProblemCodes"/> or a refusal of a reader.</param>
/// <param name="detail">A sentence for a person: what is wrong and what to do.</param>
/// <param name="errors">Messages per field, for a body that doesn't validate.</param>
public sealed class ApiException(int status, string code, string detail, IReadOnlyDictionary<string, string[]>? errors = null)
    : Exception(detail)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Stable code.</summary>
    public string Code { get; } = code;

    /// <summary>Messages per field.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; } = errors;

    /// <summary>404: there is nothing of that name, or nothing the caller may know of.</summary>
    public static ApiException NotFound(string what) =>
        new(StatusCodes.Status404NotFound, ProblemCodes.NotFound, $"There is no {what}.");

    /// <summary>400 with a message for one field.</summary>
    public static ApiException Invalid(string field, string message) =>
        new(StatusCodes.Status400BadRequest, ProblemCodes.Invalid, message, new Dictionary<string, string[]> { [field] = [message] });
}
