using Glossary.App.Features;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Members;
using Glossary.App.Kernel.Operations;
using Glossary.App.Tests.Installations;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Tests.Http;

/// <summary>Who may call what: every route of the table with every role, in the glossary that it is for and in another one.</summary>
public sealed class AccessMatrixTests : IDisposable
{
    private const string Own = "pumps";
    private const string Other = "valves";

    private readonly Installation installation = new();

    public static TheoryData<string> GlossaryRoutes => [.. ApiRoutes.All.Where(IsOfGlossary).Select(route => route.Name)];

    public static TheoryData<string> SharedRoutes => [.. ApiRoutes.All.Where(route => !IsOfGlossary(route) && route.Role is not null).Select(route => route.Name)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => installation.Dispose();

    [Theory]
    [MemberData(nameof(GlossaryRoutes))]
    public async Task A_route_of_a_glossary_is_for_its_members_of_the_role_and_for_admins_of_the_installation(string name)
    {
        var route = ApiRoutes.All.Single(each => each.Name == name);
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = $"person-{role}";
            await MakeMemberAsync(Own, person, role);
            installation.SignIn.Person = new Principal(person, person, "test", null, []);
            Assert.Equal(role >= route.Role ? 200 : 403, await StatusAsync(route, Own));
            Assert.Equal(403, await StatusAsync(route, Other));
        }

        installation.SignIn.Person = new Principal("nobody", "Nobody", "test", null, []);
        Assert.Equal(403, await StatusAsync(route, Own));
        installation.SignIn.Person = null;
        Assert.Equal(401, await StatusAsync(route, Own));
        installation.SignIn.As(Role.Admin);
        Assert.Equal((200, 200), (await StatusAsync(route, Own), await StatusAsync(route, Other)));
    }

    [Theory]
    [MemberData(nameof(SharedRoutes))]
    public async Task What_all_glossaries_share_is_seen_by_every_member_and_changed_by_admins_of_the_installation(string name)
    {
        var route = ApiRoutes.All.Single(each => each.Name == name);
        await MakeMemberAsync(Own, "eve", Role.Admin);
        installation.SignIn.Person = new Principal("eve", "Eve", "test", null, []);
        Assert.Equal(route.Role == Role.Reader ? 200 : 403, await StatusAsync(route, null));
        installation.SignIn.Person = new Principal("nobody", "Nobody", "test", null, []);
        Assert.Equal(403, await StatusAsync(route, null));
        installation.SignIn.As(Role.Admin);
        Assert.Equal(200, await StatusAsync(route, null));
    }

    [Fact]
    public async Task The_greater_of_both_roles_counts()
    {
        var route = ApiRoutes.All.Single(each => each.Name == "Concepts_Create");
        await MakeMemberAsync(Own, "ada", Role.Reader);
        installation.SignIn.As(Role.Editor);
        Assert.Equal(200, await StatusAsync(route, Own));
        await MakeMemberAsync(Own, "ada", Role.Editor);
        installation.SignIn.As(Role.Reader);
        Assert.Equal((200, 403), (await StatusAsync(route, Own), await StatusAsync(route, Other)));
    }

    [Fact]
    public async Task The_last_admin_of_a_glossary_stays_while_it_has_other_members()
    {
        var members = installation.Get<MemberStore>();
        await MakeMemberAsync(Own, "ada", Role.Admin);
        await MakeMemberAsync(Own, "bob", Role.Editor);

        var refused = await Assert.ThrowsAsync<ApiException>(() => members.RemoveAsync(Own, "ada", Cancellation));
        await Assert.ThrowsAsync<ApiException>(() => MakeMemberAsync(Own, "ada", Role.Reader));
        await MakeMemberAsync(Own, "bob", Role.Admin);
        await members.RemoveAsync(Own, "ada", Cancellation);

        Assert.Equal(ProblemCodes.Conflict, refused.Code);
        Assert.Equal("bob", Assert.Single(await members.ListAsync(Own, Cancellation)).Id);
        Assert.Empty((await members.OfPersonAsync("ada", 10, null, Cancellation)).Glossaries);
    }

    private static bool IsOfGlossary(ApiRoute route) =>
        route.Pattern.Contains("{glossary}", StringComparison.Ordinal) || route.Pattern.Contains("{operation}", StringComparison.Ordinal);

    private Task MakeMemberAsync(string glossary, string id, Role role) => installation.Get<MemberStore>().PutAsync(
        glossary, new Member { Id = id, Role = role, AddedBy = "ada", AddedAt = installation.Clock.GetUtcNow() }, Cancellation);

    private async Task<int> StatusAsync(ApiRoute route, string? glossary)
    {
        var exchange = new Exchange(route.Method, "/api/" + route.Pattern, services: installation.Services).FromClient();
        if (route.Request is not null)
        {
            exchange.Sends("{}");
        }

        if (glossary is not null && route.Pattern.Contains("{operation}", StringComparison.Ordinal))
        {
            await installation.Get<OperationStarter>().StartAsync(
                $"of-{glossary}", OperationKind.Export, glossary, new OperationInput(), "ada", Cancellation);
            exchange.Http.Request.RouteValues["operation"] = $"of-{glossary}";
        }
        else if (glossary is not null)
        {
            exchange.Http.Request.RouteValues["glossary"] = glossary;
        }

        var answer = await installation.Get<ApiPipeline>().RunAsync(
            route with { Handler = (_, _) => Task.FromResult<IResult>(TypedResults.Ok()) }, exchange.Http, Cancellation);
        await answer.ExecuteAsync(exchange.Http);
        return exchange.Status;
    }
}
