namespace Glossary.App.Kernel.Operations;

/// <summary>Starts operations: stores them first, so that none is lost, then tells whatever drives them.</summary>
public sealed class OperationStarter(OperationStore operations, IOperationQueue queue, TimeProvider clock)
{
    /// <summary>Starts an operation with a new id.</summary>
    public Task<Operation> StartAsync(
        OperationKind kind, string glossary, OperationInput input, string by, CancellationToken cancellationToken) =>
        StartAsync(Ulid.NewUlid(clock.GetUtcNow()).ToString(), kind, glossary, input, by, cancellationToken);

    /// <summary>Starts an operation whose id follows from what it works on; started twice, it runs once.</summary>
    public async Task<Operation> StartAsync(
        string id, OperationKind kind, string glossary, OperationInput input, string by, CancellationToken cancellationToken)
    {
        var operation = new Operation
        {
            Id = id, Kind = kind, Glossary = glossary, Input = input, CreatedAt = clock.GetUtcNow(), CreatedBy = by,
        };
        await operations.AddAsync(operation, cancellationToken);
        await queue.EnqueueAsync(id, cancellationToken);
        return operation;
    }

    /// <summary>Tells whatever drives operations of all that are not finished: for those whose driver died.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await operations.ActiveAsync(cancellationToken))
        {
            await queue.EnqueueAsync(id, cancellationToken);
        }
    }

    /// <summary>Asks an operation to stop; false where it has ended already.</summary>
    public async Task<bool> CancelAsync(string id, CancellationToken cancellationToken)
    {
        var asked = await operations.UpdateAsync(
            id, operation => operation.IsFinished ? null : operation with { CancelRequested = true }, cancellationToken);
        if (asked is not null)
        {
            await queue.EnqueueAsync(id, cancellationToken);
        }

        return asked is not null;
    }
}
