using System.Text.Json;
using System.Text.Json.Serialization;
using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.SignIn;

/// <summary>
/// The person as Static Web Apps names them in the header <c>x-ms-client-principal</c>: base64 of JSON. Whatever is missing or
/// malformed is nobody.
/// </summary>
public static partial class ClientPrincipal
{
    /// <summary>The header.</summary>
    public const string Header = "x-ms-client-principal";

    private const string SignedIn = "authenticated";
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    private const int LongestHeader = 16 * 1024;

    // The platform lets these through without looking, so that a header on them may come from anybody.
    private static readonly string[] Unguarded = ["/api/health/live", "/runtime/webhooks"];
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The person behind a request, or null.</summary>
    public static Principal? Find(HttpContext http, SignInSettings settings) =>
        IsBelieved(http, settings.Source) && Decode(http.Request.Headers[Header].ToString()) is { } body
            && body.UserRoles?.Contains(SignedIn, StringComparer.Ordinal) == true && IdOf(body) is { Length: > 0 } id
            ? new Principal(id, body.UserDetails ?? id, body.IdentityProvider ?? "unknown", settings.Admins.Contains(id) ? Role.Admin : null, [])
            : null;

    private static bool IsBelieved(HttpContext http, SignInSource source) => source switch
    {
        SignInSource.Platform => !Array.Exists(Unguarded, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)),
        SignInSource.Development => ThisMachine.Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    // The id that the directory knows the person by, where the platform passes it on; its own otherwise.
    private static string? IdOf(Body body) =>
        body.Claims?.FirstOrDefault(claim => claim.Type == ObjectId)?.Value ?? body.UserId;

    private static Body? Decode(string header)
    {
        var bytes = new byte[header.Length];
        if (header.Length is 0 or > LongestHeader || !Convert.TryFromBase64String(header, bytes, out var length))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(bytes.AsSpan(0, length), HeaderJson.Default.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the header holds.</summary>
    internal sealed record Body(string? IdentityProvider, string? UserId, string? UserDetails, string[]? UserRoles, Claim[]? Claims);

    /// <summary>What a provider says of a person.</summary>
    internal sealed record Claim([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Body))]
    private sealed partial class HeaderJson : JsonSerializerContext;
}
