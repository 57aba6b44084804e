using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Members;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Members;

/// <summary>A member of a glossary as the API shows it.</summary>
/// <param name="Id">Stable id at the identity provider.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Role">What the person may do in the glossary.</param>
/// <param name="AddedBy">Who said so.</param>
/// <param name="AddedAt">UTC.</param>
public sealed record MemberResource(string Id, string? Name, Role Role, string AddedBy, DateTimeOffset AddedAt)
{
    /// <summary>The member as callers see it.</summary>
    public static MemberResource Of(Member member) => new(member.Id, member.Name, member.Role, member.AddedBy, member.AddedAt);
}

/// <summary>What a person may do in a glossary.</summary>
/// <param name="Role"><c>Reader</c>, <c>Editor</c> or <c>Admin</c>.</param>
/// <param name="Name">Name to show, at most 100 characters.</param>
public sealed record MemberWish(Role? Role, string? Name);

/// <summary>Lists, adds and removes the members of a glossary.</summary>
public sealed class MembersHandler(TermbaseStore termbases, MemberStore members, TimeProvider clock, ApiLimits limits)
{
    private const int LongestId = 200;
    private const int LongestName = 100;

    /// <summary>GET members.</summary>
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var all = await members.ListAsync(termbase.Slug, cancellationToken);
        return http.Answer(http.Page(all.Select(MemberResource.Of).ToList(), null, all.Count), ApiJson.Default.ListPageMemberResource);
    }

    /// <summary>PUT members/{member}.</summary>
    public async Task<IResult> PutAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.MemberWish, limits.MaximumBody, cancellationToken);
        var id = http.RouteText("member");
        if (id.Length > LongestId || id.Any(char.IsControl))
        {
            throw ApiException.Invalid("member", $"The id of a person has at most {LongestId} characters.");
        }

        if (wish.Name?.Length > LongestName)
        {
            throw ApiException.Invalid("name", $"The name has at most {LongestName} characters.");
        }

        var member = new Member
        {
            Id = id,
            Name = string.IsNullOrWhiteSpace(wish.Name) ? null : wish.Name.Trim(),
            Role = wish.Role ?? throw ApiException.Invalid("role", $"The role is one of {string.Join(", ", Enum.GetNames<Role>())}."),
            AddedBy = http.Principal().Id,
            AddedAt = clock.GetUtcNow(),
        };
        await members.PutAsync(termbase.Slug, member, cancellationToken);
        return http.Answer(MemberResource.Of(member), ApiJson.Default.MemberResource);
    }

    /// <summary>DELETE members/{member}.</summary>
    public async Task<IResult> RemoveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        await members.RemoveAsync(termbase.Slug, http.RouteText("member"), cancellationToken);
        return TypedResults.NoContent();
    }
}
