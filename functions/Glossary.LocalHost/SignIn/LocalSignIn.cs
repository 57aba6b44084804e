using System.Net;
using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Glossary.LocalHost.SignIn;

/// <summary>
/// Stands in for the sign-in of Static Web Apps: whoever sits at this machine is the local admin, and may look at the product with
/// the eyes of another role. It is believed on loopback alone.
/// </summary>
public sealed class LocalSignIn : IPrincipalSource
{
    private const string Cookie = "glossary-role";
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    /// <inheritdoc />
    public ValueTask<Principal?> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
        {
            return ValueTask.FromResult<Principal?>(null);
        }

        var role = Enum.TryParse<Role>(http.Request.Cookies[Cookie], out var chosen) && Enum.IsDefined(chosen) ? chosen : Role.Admin;
        return ValueTask.FromResult<Principal?>(new Principal("local", Environment.UserName, "local", role, Roles));
    }

    /// <summary>Maps the addresses that Static Web Apps has, as far as they mean something here, and the role switch.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/.auth/local/role", (Delegate)SwitchAsync);
    }

    // The header check is the same guard against other sites' forms as the API has.
    private static async Task<Results<NoContent, StatusCodeHttpResult, BadRequest>> SwitchAsync(HttpContext http)
    {
        if (string.IsNullOrEmpty(http.Request.Headers["x-glossary-client"]))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var wish = http.Request.HasJsonContentType() ? await http.Request.ReadFromJsonAsync<RoleWish>(http.RequestAborted) : null;
        if (wish is null || !Enum.TryParse<Role>(wish.Role, out var role) || !Enum.IsDefined(role))
        {
            return TypedResults.BadRequest();
        }

        http.Response.Cookies.Append(Cookie, role.ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
        return TypedResults.NoContent();
    }

    private sealed record RoleWish(string Role);
}
