namespace Microsoft.DurableTask
{
    public readonly record struct TaskName(string Name)
    {
        public static implicit operator TaskName(string value) => new(value);
    }

    public class RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        public int MaxNumberOfAttempts { get; } = maxNumberOfAttempts;

        public TimeSpan FirstRetryInterval { get; } = firstRetryInterval;

        public double BackoffCoefficient { get; } = backoffCoefficient;

        public TimeSpan MaxRetryInterval { get; } = maxRetryInterval ?? TimeSpan.FromHours(1);

        public TimeSpan RetryTimeout { get; } = retryTimeout ?? TimeSpan.MaxValue;
    }

    public record TaskOptions
    {
        public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new() { Policy = policy };

        internal RetryPolicy? Policy { get; init; }
    }

    public record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null);

    public abstract class TaskOrchestrationContext
    {
        public abstract string InstanceId { get; }

        public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

        public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

        public abstract Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken);

        public abstract void SetCustomStatus(object? customStatus);

        public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);
    }
}

namespace Microsoft.DurableTask.Client
{
    public enum OrchestrationRuntimeStatus
    {
        Running,
        Completed,
        Failed = 3,
        Terminated = 5,
        Pending,
        Suspended,
    }

    public abstract class OrchestrationMetadata
    {
        public abstract OrchestrationRuntimeStatus RuntimeStatus { get; }
    }

    public abstract class DurableTaskClient
    {
        public abstract Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default);

        public abstract Task<OrchestrationMetadata?> GetInstanceAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default);
    }
}
