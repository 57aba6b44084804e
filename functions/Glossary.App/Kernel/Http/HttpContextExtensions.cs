using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Http;

/// <summary>How handlers read a request and answer it.</summary>
public static class HttpContextExtensions
{
    private const int MaximumPage = 1_000;
    private const int DefaultPage = 100;

    /// <summary>The signed-in person. Only on routes that need a role.</summary>
    public static Principal Principal(this HttpContext http) =>
        http.Features.Get<Principal>() ?? throw new InvalidOperationException("The route needs no role, so nobody may be signed in.");

    /// <summary>A value of the route pattern.</summary>
    public static string RouteText(this HttpContext http, string name) =>
        http.Request.RouteValues[name] as string ?? throw new InvalidOperationException($"The pattern has no “{name}”.");

    /// <summary>A query parameter, or null where it is missing or empty.</summary>
    public static string? QueryText(this HttpContext http, string name) =>
        http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A whole number of the query within bounds, or null where it is missing.</summary>
    public static int? QueryInteger(this HttpContext http, string name, int minimum, int maximum)
    {
        if (http.QueryText(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : throw ApiException.Invalid(name, string.Create(
                CultureInfo.InvariantCulture, $"{name} must be a whole number from {minimum} to {maximum}."));
    }

    /// <summary>A decimal number of the query within bounds, or null where it is missing.</summary>
    public static double? QueryNumber(this HttpContext http, string name, double minimum, double maximum)
    {
        if (http.QueryText(name) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : throw ApiException.Invalid(name, string.Create(
                CultureInfo.InvariantCulture, $"{name} must be a number from {minimum} to {maximum}."));
    }

    /// <summary>An enumeration's value of the query, or null where it is missing.</summary>
    public static T? QueryEnum<T>(this HttpContext http, string name)
        where T : struct, Enum
    {
        if (http.QueryText(name) is not { } text)
        {
            return null;
        }

        return Name<T>(name, text);
    }

    /// <summary>An enumeration's values of the query, parted by commas, or null where it is missing.</summary>
    public static IReadOnlyList<T>? QueryEnums<T>(this HttpContext http, string name)
        where T : struct, Enum =>
        http.QueryText(name) is { } text ? [.. text.Split(',').Select(part => Name<T>(name, part)).Distinct()] : null;

    // A number is no name: Enum.TryParse alone would let "7" through.
    private static T Name<T>(string parameter, string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw ApiException.Invalid(parameter, $"{parameter} must be one of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>How much of a list is asked for, and from where (<c>$top</c>, <c>$skiptoken</c>).</summary>
    public static ListPosition ListPosition(this HttpContext http)
    {
        var top = http.QueryInteger("$top", 1, MaximumPage) ?? DefaultPage;
        return new ListPosition(top, http.QueryText("$skiptoken") is { } token ? ContinuationToken.Decode(token) : null);
    }

    /// <summary>Reads and binds the JSON body.</summary>
    public static async Task<T> BodyAsync<T>(this HttpContext http, JsonTypeInfo<T> type, int maximum, CancellationToken cancellationToken)
        where T : class =>
        Bind(await ReadAsync(http, maximum, cancellationToken), type);

    /// <summary>Reads and binds a body that is a JSON merge patch (RFC 7396), with the names of the members it gives, null ones included.</summary>
    public static async Task<(T Value, IReadOnlySet<string> Given)> PatchAsync<T>(
        this HttpContext http, JsonTypeInfo<T> type, int maximum, CancellationToken cancellationToken)
        where T : class
    {
        var body = await ReadAsync(http, maximum, cancellationToken);
        var value = Bind(body, type);
        using var json = JsonDocument.Parse(body);
        return (value, json.RootElement.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal));
    }

    private static T Bind<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Deserialize(body.Span, type) ?? throw ApiException.Invalid("body", "The body is empty.");

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, int maximum, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyAtMostAsync(buffer, maximum, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>Copies a body that may have so many bytes; 413 beyond.</summary>
    internal static async Task CopyAtMostAsync(this Stream body, MemoryStream buffer, int maximum, CancellationToken cancellationToken)
    {
        var chunk = new byte[8192];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > maximum)
            {
                throw new ApiException(
                    StatusCodes.Status413PayloadTooLarge, ProblemCodes.BodyTooLarge,
                    string.Create(CultureInfo.InvariantCulture, $"The body may have {maximum:N0} bytes."));
            }
        }
    }

    /// <summary>200 with a body and its ETag; 304 where the caller has that version already.</summary>
    public static IResult Answer<T>(this HttpContext http, T value, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        http.Response.Headers.ETag = etag;
        return http.Request.Headers.IfNoneMatch.Contains(etag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(bytes, "application/json; charset=utf-8");
    }

    /// <summary>A page of a list as the API answers it, with the address of the next page.</summary>
    public static ListPage<T> Page<T>(this HttpContext http, IReadOnlyList<T> value, string? after, int? count = null)
    {
        string? next = null;
        if (after is not null)
        {
            var query = http.Request.Query
                .Where(pair => pair.Key != "$skiptoken")
                .SelectMany(pair => pair.Value, (pair, text) => KeyValuePair.Create(pair.Key, text))
                .Append(KeyValuePair.Create<string, string?>("$skiptoken", ContinuationToken.Encode(after)));
            next = http.Request.Path + QueryString.Create(query);
        }

        return new ListPage<T>(value, next, count);
    }

    /// <summary>Checks <c>If-Match</c>: 428 where it is missing, 412 where it names another version.</summary>
    public static void RequireMatch(this HttpContext http, string current)
    {
        var given = http.Request.Headers.IfMatch.ToString();
        if (given.Length == 0)
        {
            throw new ApiException(
                StatusCodes.Status428PreconditionRequired, ProblemCodes.IfMatchNeeded,
                "Say which version you change: send If-Match with the etag you have read.");
        }

        if (given != "*" && given.Trim('"') != current)
        {
            throw new ApiException(
                StatusCodes.Status412PreconditionFailed, ProblemCodes.Stale, "This was changed since you read it. Read it again and repeat.");
        }
    }

    /// <summary>202 with the address of an operation that goes on in the background.</summary>
    public static IResult Started<T>(this HttpContext http, string operationId, T value, JsonTypeInfo<T> type)
    {
        http.Response.Headers["Operation-Location"] = $"/api/v1/operations/{operationId}";
        http.Response.Headers.RetryAfter = "1";
        return TypedResults.Json(value, type, statusCode: StatusCodes.Status202Accepted);
    }
}
