namespace Glossary.App.Kernel.Operations;

/// <summary>Port to whatever drives operations: the local runner, or Durable Functions. An operation told of twice runs once.</summary>
public interface IOperationQueue
{
    /// <summary>Says that an operation has something to do.</summary>
    ValueTask EnqueueAsync(string operationId, CancellationToken cancellationToken);
}
