using Glossary.App.Kernel.Http;
using Glossary.App.Tests.Installations;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Tests.Http;

public sealed class IdempotentCallsTests : IDisposable
{
    private readonly Installation installation = new();
    private int calls;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_does_nothing()
    {
        var first = await CallAsync("key-1", "{\"a\":1}");
        var repeat = await CallAsync("key-1", "{\"a\":1}");

        Assert.Equal((201, "call 1", false), (first.Status, first.Body, first.Http.Response.Headers.ContainsKey(IdempotentCalls.Replayed)));
        Assert.Equal((201, "call 1", "true"), (repeat.Status, repeat.Body, repeat.Http.Response.Headers[IdempotentCalls.Replayed].ToString()));
        Assert.Equal("/there", repeat.Http.Response.Headers.Location.ToString());
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task The_same_key_for_another_call_is_refused()
    {
        await CallAsync("key-1", "{\"a\":1}");

        var other = await CallAsync("key-1", "{\"a\":2}");

        Assert.Equal((422, ProblemCodes.KeyReused, 1), (other.Status, other.Problem!.Code, calls));
    }

    [Fact]
    public async Task Keys_are_of_persons_and_of_a_day()
    {
        await CallAsync("key-1", "{}");
        installation.SignIn.Person = new Principal("bob", "Bob", "test", Role.Admin, []);
        Assert.Equal("call 2", (await CallAsync("key-1", "{}")).Body);
        installation.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        Assert.Equal("call 3", (await CallAsync("key-1", "{}")).Body);
    }

    [Fact]
    public async Task What_was_refused_or_failed_may_be_tried_again()
    {
        var refused = await CallAsync("key-1", "{}", () => throw ApiException.Invalid("x", "No."));
        var failed = await CallAsync("key-1", "{}", () => throw new InvalidOperationException("It broke."));

        Assert.Equal((400, 500, 201), (refused.Status, failed.Status, (await CallAsync("key-1", "{}")).Status));
    }

    [Fact]
    public async Task While_the_first_call_is_being_worked_on_a_repeat_is_asked_to_wait_and_takes_over_when_that_one_died()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource<IResult>());
        var first = CallAsync("key-1", "{}", () =>
        {
            begun.SetResult();
            return end.Task;
        });
        await begun.Task;

        var early = await CallAsync("key-1", "{}");
        installation.Clock.Advance(TimeSpan.FromMinutes(2));
        var late = await CallAsync("key-1", "{}");
        end.SetResult(TypedResults.Ok());
        await first;

        Assert.Equal((409, 201), (early.Status, late.Status));
    }

    [Fact]
    public async Task Keys_of_yesterday_go_when_new_ones_come()
    {
        for (var i = 0; i < 20; i++)
        {
            await CallAsync($"old-{i}", "{}");
        }

        installation.Clock.Advance(TimeSpan.FromHours(25));
        for (var i = 0; i < 3; i++)
        {
            await CallAsync($"new-{i}", "{}");
        }

        Assert.Equal(3, (await installation.Stores.Registry.AllAsync("idempotency|ada", "k|")).Count);
        Assert.Equal(3, (await installation.Stores.Registry.AllAsync("idempotency|ada", "t|")).Count);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("ümlaut")]
    public async Task A_key_that_is_none_is_refused(string key) => Assert.Equal(400, (await CallAsync(key, "{}")).Status);

    private async Task<Exchange> CallAsync(string key, string body, Func<Task<IResult>>? answer = null)
    {
        var exchange = new Exchange("POST", services: installation.Services).FromClient().Sends(body);
        exchange.Http.Request.Headers[IdempotentCalls.Header] = key;
        var route = new ApiRoute("Test", "POST", "v1/test", Role.Reader, async (http, _) =>
        {
            if (answer is not null)
            {
                return await answer();
            }

            http.Response.Headers.Location = "/there";
            return TypedResults.Text($"call {++calls}", "text/plain", statusCode: 201);
        })
        {
            Summary = "Counts its calls.",
        };
        var result = await installation.Get<ApiPipeline>().RunAsync(route, exchange.Http, Cancellation);
        await result.ExecuteAsync(exchange.Http);
        return exchange;
    }
}
