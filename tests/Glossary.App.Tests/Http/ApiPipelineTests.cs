using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Members;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Records;
using Glossary.App.Tests.Installations;
using Glossary.Formats.Documents;
using Glossary.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Glossary.App.Tests.Http;

public sealed class ApiPipelineTests
{
    private readonly SettableSignIn signIn = new();

    public static TheoryData<Exception, int, string> Failures => new()
    {
        { new InvalidOperationException("secret of the inside"), 500, ProblemCodes.Internal },
        { new ArgumentException("secret of the inside"), 500, ProblemCodes.Internal },
        { new TaskCanceledException("secret of the inside"), 500, ProblemCodes.Internal },
        { new RecordConflictException("secret of the inside"), 409, ProblemCodes.Conflict },
        { new StoreUnavailableException("secret of the inside", new IOException()), 503, ProblemCodes.StoreUnavailable },
        { new JsonException("secret of the inside"), 400, ProblemCodes.Invalid },
        { new BadHttpRequestException("secret of the inside", 400), 400, ProblemCodes.Invalid },
        { new DocumentRefusedException(RefusalCodes.Damaged, "It is damaged."), 422, RefusalCodes.Damaged },
        { ApiException.NotFound("such thing"), 404, ProblemCodes.NotFound },
    };

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to()
    {
        signIn.Person = null;

        await RefusedAsync(Route(Role.Reader), new Exchange(), 401, ProblemCodes.SignInNeeded);
    }

    [Fact]
    public async Task A_route_for_anybody_asks_for_no_sign_in()
    {
        signIn.Person = null;

        Assert.Equal(200, (await RunAsync(Route(null), new Exchange())).Status);
    }

    [Fact]
    public async Task A_role_that_is_too_low_is_refused_and_both_roles_are_named()
    {
        signIn.As(Role.Reader);

        var problem = await RefusedAsync(Route(Role.Editor), new Exchange(), 403, ProblemCodes.RoleNeeded);

        Assert.Contains("Editor", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("Reader", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_and_has_no_role_is_told_the_id_to_send_to_an_admin()
    {
        signIn.Person = new Principal("eve-4711", "Eve", "test", null, []);

        var problem = await RefusedAsync(Route(Role.Reader), new Exchange(), 403, ProblemCodes.RoleNeeded);

        Assert.Contains("eve-4711", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(200, (await RunAsync(Route(null), new Exchange())).Status);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task A_change_without_the_client_header_is_refused(string method)
    {
        await RefusedAsync(Route(Role.Reader, method), new Exchange(method), 403, ProblemCodes.ClientHeaderMissing);
        Assert.Equal(200, (await RunAsync(Route(Role.Reader, method), new Exchange(method).FromClient())).Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("")]
    public async Task A_body_that_a_form_can_send_is_refused(string contentType) =>
        await RefusedAsync(RouteWithBody(), new Exchange("POST").FromClient().Sends("{}", contentType), 415, ProblemCodes.JsonNeeded);

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_refused() =>
        await RefusedAsync(RouteWithBody(), new Exchange("POST").FromClient().Sends(new string(' ', 300_000)), 413, ProblemCodes.BodyTooLarge);

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_cut_off_at_the_limit()
    {
        var exchange = new Exchange("POST").FromClient().Sends(new string(' ', 300_000));
        exchange.Http.Request.ContentLength = null;

        await RefusedAsync(RouteWithBody(), exchange, 413, ProblemCodes.BodyTooLarge);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"name\":7}")]
    [InlineData("{\"name\":null}")]
    [InlineData("{\"name\":")]
    public async Task A_body_that_is_not_what_is_described_is_refused(string body) =>
        await RefusedAsync(RouteWithBody(), new Exchange("POST").FromClient().Sends(body), 400, ProblemCodes.Invalid);

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_nobody_else_is_held_up()
    {
        using var pipeline = Pipeline(new ApiLimits { Burst = 3, PerSecond = 1 });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await RunAsync(pipeline, Route(Role.Reader), new Exchange())).Status);
        }

        var refused = await RunAsync(pipeline, Route(Role.Reader), new Exchange());
        Assert.Equal((429, ProblemCodes.TooManyRequests), (refused.Status, refused.Problem!.Code));
        Assert.True(int.Parse(refused.Http.Response.Headers.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture) > 0);

        signIn.Person = new Principal("bob", "Bob", "test", Role.Reader, []);
        Assert.Equal(200, (await RunAsync(pipeline, Route(Role.Reader), new Exchange())).Status);
    }

    [Fact]
    public async Task Routes_that_cost_much_have_a_limit_of_their_own()
    {
        using var pipeline = Pipeline(new ApiLimits { ExpensiveBurst = 1, ExpensivePerSecond = 1 });
        var expensive = Route(Role.Reader, "POST") with { Expensive = true };

        Assert.Equal(200, (await RunAsync(pipeline, expensive, new Exchange("POST").FromClient())).Status);
        Assert.Equal(429, (await RunAsync(pipeline, expensive, new Exchange("POST").FromClient())).Status);
        Assert.Equal(200, (await RunAsync(pipeline, Route(Role.Reader), new Exchange())).Status);
    }

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task What_goes_wrong_is_a_problem_that_tells_nothing_of_the_inside(Exception failure, int status, string code)
    {
        var exchange = new Exchange();

        var problem = await RefusedAsync(Route(Role.Reader) with { Handler = (_, _) => throw failure }, exchange, status, code);

        Assert.DoesNotContain("secret of the inside", exchange.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", exchange.Body, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Detail);
    }

    [Fact]
    public async Task A_caller_who_went_away_gets_no_problem()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        using var pipeline = Pipeline(new ApiLimits());
        var route = Route(Role.Reader) with { Handler = (_, cancellation) => Task.FromCanceled<IResult>(cancellation) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pipeline.RunAsync(route, new Exchange().Http, gone.Token));
    }

    [Fact]
    public async Task Every_answer_has_a_request_id_and_is_not_guessed_at()
    {
        var answer = await RunAsync(Route(null), new Exchange());

        Assert.NotEmpty(answer.Http.Response.Headers["x-ms-request-id"].ToString());
        Assert.Equal("nosniff", answer.Http.Response.Headers.XContentTypeOptions);
    }

    [Fact]
    public void Every_code_has_a_meaning()
    {
        var codes = typeof(ProblemCodes).GetFields().Select(field => (string)field.GetValue(null)!);

        Assert.Equal(codes.Order(StringComparer.Ordinal), ProblemCodes.Meanings.Keys.Order(StringComparer.Ordinal));
    }

    private static ApiRoute Route(Role? role, string method = "GET") =>
        new("Test_Route", method, "v1/test", role, (_, _) => Task.FromResult<IResult>(TypedResults.Ok())) { Summary = "Tests." };

    private static ApiRoute RouteWithBody() => Route(Role.Reader, "POST") with
    {
        Request = ApiJson.Default.NewGlossary,
        Handler = async (http, cancellation) =>
        {
            await http.BodyAsync(ApiJson.Default.NewGlossary, new ApiLimits().MaximumBody, cancellation);
            return TypedResults.Ok();
        },
    };

    private async Task<Problem> RefusedAsync(ApiRoute route, Exchange exchange, int status, string code)
    {
        await RunAsync(route, exchange);
        Assert.Equal(status, exchange.Status);
        Assert.StartsWith("application/problem+json", exchange.Http.Response.ContentType, StringComparison.Ordinal);
        var problem = exchange.Problem!;
        Assert.Equal((code, status), (problem.Code, problem.Status));
        Assert.Equal(code, exchange.Http.Response.Headers["x-ms-error-code"]);
        Assert.Equal(exchange.Http.Response.Headers["x-ms-request-id"], problem.TraceId);
        return problem;
    }

    private async Task<Exchange> RunAsync(ApiRoute route, Exchange exchange)
    {
        using var pipeline = Pipeline(new ApiLimits());
        return await RunAsync(pipeline, route, exchange);
    }

    private static async Task<Exchange> RunAsync(ApiPipeline pipeline, ApiRoute route, Exchange exchange)
    {
        var result = await pipeline.RunAsync(route, exchange.Http, TestContext.Current.CancellationToken);
        await result.ExecuteAsync(exchange.Http);
        return exchange;
    }

    private ApiPipeline Pipeline(ApiLimits limits)
    {
        var stores = new RecordStores(new InMemoryRecordStore(), new InMemoryRecordStore());
        var access = new GlossaryAccess(new MemberStore(stores), new OperationStore(stores));
        return new ApiPipeline(signIn, access, new IdempotentCalls(stores, TimeProvider.System, limits), limits, NullLogger<ApiPipeline>.Instance);
    }
}
