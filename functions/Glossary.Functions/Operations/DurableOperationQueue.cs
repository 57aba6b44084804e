using Glossary.App.Kernel.Operations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Operations;

/// <summary>
/// Starts an orchestration per operation, under the operation's own id, so that one told of twice runs once. The client is bound
/// to a function, so each function that may start operations runs its call through here.
/// </summary>
public sealed class DurableOperationQueue : IOperationQueue
{
    private readonly AsyncLocal<DurableTaskClient?> current = new();

    /// <summary>Runs a call whose operations are started by the given client.</summary>
    public async Task<T> ThroughAsync<T>(DurableTaskClient client, Func<Task<T>> call)
    {
        current.Value = client;
        return await call();
    }

    /// <summary>Runs a call whose operations are started by the given client.</summary>
    public async Task ThroughAsync(DurableTaskClient client, Func<Task> call)
    {
        current.Value = client;
        await call();
    }

    /// <inheritdoc />
    public async ValueTask EnqueueAsync(string operationId, CancellationToken cancellationToken)
    {
        var client = current.Value
            ?? throw new InvalidOperationException("This function starts an operation and has no Durable client: give it one, as the ones beside it have.");
        if (await IsDrivenAsync(client, operationId, cancellationToken))
        {
            return;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(OperationOrchestrator), input: null, new StartOrchestrationOptions(InstanceId: operationId), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody else may have started it between the look and the start.
            if (!await IsDrivenAsync(client, operationId, cancellationToken))
            {
                throw;
            }
        }
    }

    private static async Task<bool> IsDrivenAsync(DurableTaskClient client, string operationId, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(operationId, getInputsAndOutputs: false, cancellationToken) is
        {
            RuntimeStatus: OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended
        };
}
