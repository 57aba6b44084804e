using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Members;

/// <summary>Routes of the members of a glossary.</summary>
public static class MembersRoutes
{
    private const string Members = "v1/glossaries/{glossary}/members";
    private const string One = Members + "/{member}";

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Members_List", "GET", Members, Role.Reader, Call.To<MembersHandler>(handler => handler.ListAsync))
        {
            Summary = "Lists the members of a glossary; at most 1,000.",
            Response = ApiJson.Default.ListPageMemberResource,
        },
        new("Members_Put", "PUT", One, Role.Admin, Call.To<MembersHandler>(handler => handler.PutAsync))
        {
            Summary = "Makes a person a member of a glossary, or changes what the member may do.",
            Request = ApiJson.Default.MemberWish,
            Response = ApiJson.Default.MemberResource,
            Problems = [ProblemCodes.Conflict],
        },
        new("Members_Remove", "DELETE", One, Role.Admin, Call.To<MembersHandler>(handler => handler.RemoveAsync))
        {
            Summary = "Removes a member of a glossary.",
            Status = StatusCodes.Status204NoContent,
            Problems = [ProblemCodes.Conflict],
        },
    ];
}
