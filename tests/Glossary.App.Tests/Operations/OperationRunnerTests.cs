using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;
using Glossary.App.Tests.Installations;
using Glossary.Formats.Documents;
using Microsoft.Extensions.Logging.Abstractions;

namespace Glossary.App.Tests.Operations;

public sealed class OperationRunnerTests : IDisposable
{
    private readonly Installation installation = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task Steps_follow_each_other_until_the_operation_is_finished()
    {
        var workflow = new ScriptedWorkflow(operation => operation.Step switch
        {
            "" => new StepOutcome.Next("second", "7", 40, new Dictionary<string, int> { ["done"] = 1 }),
            _ => new StepOutcome.Finished(new OperationFile("b", "f.csv", "text/csv", 3)),
        });
        var runner = await StartAsync(workflow);

        Assert.Equal(TimeSpan.Zero, await runner.AdvanceAsync("op", "a", Cancellation));
        var half = await CurrentAsync();
        Assert.Equal((OperationState.Running, "second", "7", 40, 1), (half.State, half.Step, half.Cursor, half.Percent, half.Counts["done"]));

        Assert.Null(await runner.AdvanceAsync("op", "a", Cancellation));
        var done = await CurrentAsync();
        Assert.Equal((OperationState.Succeeded, 100, "f.csv", 1), (done.State, done.Percent, done.Result?.FileName, done.Counts["done"]));
        Assert.Equal(installation.Clock.GetUtcNow(), done.FinishedAt);
        Assert.Empty(await installation.Operations.ActiveAsync(Cancellation));

        Assert.Null(await runner.AdvanceAsync("op", "a", Cancellation));
        Assert.Equal(2, workflow.Steps);
    }

    [Fact]
    public async Task While_another_host_holds_the_lease_no_step_is_done()
    {
        var workflow = new ScriptedWorkflow(_ => new StepOutcome.Next("more", null, 1));
        var runner = await StartAsync(workflow);
        await runner.AdvanceAsync("op", "a", Cancellation);

        var wait = await runner.AdvanceAsync("op", "b", Cancellation);

        Assert.Equal(1, workflow.Steps);
        Assert.True(wait > TimeSpan.Zero);
        Assert.Equal("a", (await CurrentAsync()).Owner);
    }

    [Fact]
    public async Task When_the_lease_has_run_out_another_host_takes_over()
    {
        var workflow = new ScriptedWorkflow(operation => new StepOutcome.Next(operation.Step + "x", null, 1));
        var runner = await StartAsync(workflow);
        await runner.AdvanceAsync("op", "a", Cancellation);
        var wait = await runner.AdvanceAsync("op", "b", Cancellation);

        installation.Clock.Advance(wait!.Value);
        await runner.AdvanceAsync("op", "b", Cancellation);

        var operation = await CurrentAsync();
        Assert.Equal(("xx", "b"), (operation.Step, operation.Owner));
    }

    [Fact]
    public async Task What_a_host_without_the_lease_comes_to_is_not_kept()
    {
        var workflow = new ScriptedWorkflow((operation, _, _) => StolenAsync(operation));
        var runner = await StartAsync(workflow);

        Assert.Null(await runner.AdvanceAsync("op", "a", Cancellation));

        var current = await CurrentAsync();
        Assert.Equal(("b", string.Empty), (current.Owner, current.Step));

        async Task<StepOutcome> StolenAsync(Operation operation)
        {
            await installation.Operations.UpdateAsync(operation.Id, each => each with { Owner = "b" }, Cancellation);
            return new StepOutcome.Next("from a", null, 50);
        }
    }

    [Fact]
    public async Task A_long_step_keeps_its_lease_and_its_progress_is_written()
    {
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        var workflow = new ScriptedWorkflow(async (_, progress, _) =>
        {
            progress.Report(33);
            entered.SetResult();
            await leave.Task;
            return new StepOutcome.Next("more", null, 50);
        });
        var runner = await StartAsync(workflow);
        var step = runner.AdvanceAsync("op", "a", Cancellation);
        await entered.Task.WaitAsync(Cancellation);

        for (var i = 0; i < 15; i++)
        {
            var before = (await CurrentAsync()).LeaseUntil;
            installation.Clock.Advance(TimeSpan.FromSeconds(2));
            await UntilAsync(async () => (await CurrentAsync()).LeaseUntil > before);
        }

        Assert.True(await runner.AdvanceAsync("op", "b", Cancellation) > TimeSpan.Zero);
        Assert.Equal(33, (await CurrentAsync()).Percent);
        leave.SetResult();
        await step;
        Assert.Equal(1, workflow.Steps);
    }

    [Fact]
    public async Task Cancelled_before_a_step_it_ends_without_doing_it()
    {
        var workflow = new ScriptedWorkflow(_ => new StepOutcome.Next("more", null, 1));
        var runner = await StartAsync(workflow);
        Assert.True(await installation.Get<OperationStarter>().CancelAsync("op", Cancellation));

        Assert.Null(await runner.AdvanceAsync("op", "a", Cancellation));

        Assert.Equal(0, workflow.Steps);
        Assert.Equal([null], workflow.Abandoned);
        Assert.Equal(OperationState.Cancelled, (await CurrentAsync()).State);
        Assert.False(await installation.Get<OperationStarter>().CancelAsync("op", Cancellation));
    }

    [Fact]
    public async Task Cancelled_inside_a_step_the_step_is_stopped()
    {
        var entered = new TaskCompletionSource();
        var workflow = new ScriptedWorkflow(async (_, _, cancellation) =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, installation.Clock, cancellation);
            return new StepOutcome.Finished();
        });
        var runner = await StartAsync(workflow);
        var step = runner.AdvanceAsync("op", "a", Cancellation);
        await entered.Task.WaitAsync(Cancellation);

        await installation.Get<OperationStarter>().CancelAsync("op", Cancellation);
        installation.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(await step);
        Assert.Equal(OperationState.Cancelled, (await CurrentAsync()).State);
        Assert.Single(workflow.Abandoned);
    }

    [Fact]
    public async Task A_host_that_ends_leaves_the_step_to_the_next_one_at_once()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var entered = new TaskCompletionSource();
        var workflow = new ScriptedWorkflow(async (operation, _, cancellation) =>
        {
            if (operation.Owner == "a")
            {
                entered.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, installation.Clock, cancellation);
            }

            return new StepOutcome.Finished();
        });
        var runner = await StartAsync(workflow);
        var step = runner.AdvanceAsync("op", "a", ending.Token);
        await entered.Task.WaitAsync(Cancellation);

        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => step);
        Assert.Null(await runner.AdvanceAsync("op", "b", Cancellation));
        Assert.Equal(OperationState.Succeeded, (await CurrentAsync()).State);
        Assert.Empty(workflow.Abandoned);
    }

    [Fact]
    public async Task A_step_that_fails_is_done_again_ever_later_and_given_up_after_five_times()
    {
        var workflow = new ScriptedWorkflow(_ => throw new InvalidOperationException("inner text"));
        var runner = await StartAsync(workflow);

        var waits = new List<TimeSpan>();
        while (await runner.AdvanceAsync("op", "a", Cancellation) is { } wait)
        {
            waits.Add(wait);
        }

        Assert.Equal([1, 2, 4, 8], waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(5, workflow.Steps);
        var operation = await CurrentAsync();
        Assert.Equal((OperationState.Failed, "operation-failed"), (operation.State, operation.Error?.Code));
        Assert.DoesNotContain("inner text", operation.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(operation.Error, Assert.Single(workflow.Abandoned));
    }

    [Fact]
    public async Task Success_in_between_begins_the_count_of_failures_anew()
    {
        var failures = 0;
        var workflow = new ScriptedWorkflow(operation => failures++ % 5 < 4
            ? throw new InvalidOperationException()
            : operation.Step.Length < 2 ? new StepOutcome.Next(operation.Step + "x", null, 1) : new StepOutcome.Finished());
        var runner = await StartAsync(workflow);

        while (await runner.AdvanceAsync("op", "a", Cancellation) is not null)
        {
            Assert.True(workflow.Steps < 20);
        }

        Assert.Equal(OperationState.Succeeded, (await CurrentAsync()).State);
    }

    [Fact]
    public async Task A_refused_document_fails_at_once_with_the_readers_words()
    {
        var workflow = new ScriptedWorkflow(_ => throw new DocumentRefusedException(RefusalCodes.Damaged, "It is damaged."));
        var runner = await StartAsync(workflow);

        Assert.Null(await runner.AdvanceAsync("op", "a", Cancellation));

        Assert.Equal(new Failure(RefusalCodes.Damaged, "It is damaged."), (await CurrentAsync()).Error);
        Assert.Equal(1, workflow.Steps);
    }

    [Fact]
    public async Task A_step_can_ask_for_a_pause()
    {
        var runner = await StartAsync(new ScriptedWorkflow(_ => new StepOutcome.Next(string.Empty, null, 0) { Delay = TimeSpan.FromSeconds(3) }));

        Assert.Equal(TimeSpan.FromSeconds(3), await runner.AdvanceAsync("op", "a", Cancellation));
    }

    [Fact]
    public async Task An_unknown_operation_needs_nothing_done() =>
        Assert.Null(await (await StartAsync(new ScriptedWorkflow(_ => new StepOutcome.Finished()))).AdvanceAsync("other", "a", Cancellation));

    // The runner beats on a thread of its own once its timer has rung.
    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task<OperationRunner> StartAsync(ScriptedWorkflow workflow)
    {
        await installation.Get<OperationStarter>().StartAsync("op", OperationKind.Export, "pumps", new OperationInput(), "ada", Cancellation);
        return new OperationRunner(installation.Operations, [workflow], installation.Clock, NullLogger<OperationRunner>.Instance);
    }

    private async Task<Operation> CurrentAsync() => await installation.Operations.GetAsync("op", Cancellation);
}
