using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Http;

/// <summary>The person behind a request.</summary>
/// <param name="Id">Stable id at the identity provider.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Provider"><c>local</c> or the provider's name, such as <c>aad</c>.</param>
/// <param name="Role">What the person may do; null for somebody who is signed in and has no role here.</param>
/// <param name="SwitchableRoles">Roles the person may take on for a look; empty in production.</param>
public sealed record Principal(string Id, string Name, string Provider, Role? Role, IReadOnlyList<Role> SwitchableRoles)
{
    /// <summary>
    /// What the person may do in every glossary. The sign-in leaves it out; the pipeline sets it when it puts the role for the request's glossary
    /// in the place of <see cref="Role"/>.
    /// </summary>
    public Role? Everywhere { get; init; }
}

/// <summary>Port to whatever signs people in: Static Web Apps in production, the local sign-in on a laptop.</summary>
public interface IPrincipalSource
{
    /// <summary>The person behind a request, or null where nobody is signed in or the claim can't be believed.</summary>
    ValueTask<Principal?> FindAsync(HttpContext http, CancellationToken cancellationToken);
}
