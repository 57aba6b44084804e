using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Operations;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Members;

/// <summary>Says what a person may do where: everywhere by the installation's role, in a glossary as its member, whichever is more.</summary>
public sealed class GlossaryAccess(MemberStore members, OperationStore operations)
{
    /// <summary>The role of a person for a request, or null for none.</summary>
    /// <param name="person">The person as the sign-in knows them.</param>
    /// <param name="http">The request; its route values say which glossary it is on, by itself or by an operation.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<Role?> RoleAsync(Principal person, HttpContext http, CancellationToken cancellationToken)
    {
        if (person.Role == Role.Admin)
        {
            return person.Role;
        }

        if (http.Request.RouteValues["glossary"] is string glossary)
        {
            return await RoleAsync(person, glossary, cancellationToken);
        }

        if (http.Request.RouteValues["operation"] is string operation)
        {
            return await operations.FindAsync(operation, cancellationToken) is { } found
                ? await RoleAsync(person, found.Glossary, cancellationToken)
                : await AnywhereAsync(person, cancellationToken);
        }

        return await AnywhereAsync(person, cancellationToken);
    }

    /// <summary>The role of a person in a glossary, or null for none.</summary>
    public async Task<Role?> RoleAsync(Principal person, string glossary, CancellationToken cancellationToken)
    {
        var everywhere = person.Everywhere ?? person.Role;
        var own = everywhere == Role.Admin || glossary.Length is 0 or > 63 ? null : (await members.FindAsync(glossary, person.Id, cancellationToken))?.Role;
        return own is null || everywhere > own ? everywhere : own;
    }

    /// <summary>Refuses where a person may do less in a glossary than a call needs there.</summary>
    /// <exception cref="ApiException">403.</exception>
    public async Task RequireAsync(Principal person, string glossary, Role needed, CancellationToken cancellationToken)
    {
        if (await RoleAsync(person with { Role = person.Everywhere }, glossary, cancellationToken) is not { } role || role < needed)
        {
            throw new ApiException(
                StatusCodes.Status403Forbidden, ProblemCodes.RoleNeeded, $"This needs the role {needed} in the glossary “{glossary}” as well. Ask one of its admins.");
        }
    }

    // A member of any glossary sees what all share.
    private async Task<Role?> AnywhereAsync(Principal person, CancellationToken cancellationToken) =>
        person.Role ?? ((await members.OfPersonAsync(person.Id, 1, null, cancellationToken)).Glossaries.Count > 0 ? Role.Reader : null);
}
