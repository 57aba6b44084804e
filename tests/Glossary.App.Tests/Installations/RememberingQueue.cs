using System.Collections.Concurrent;
using Glossary.App.Kernel.Operations;

namespace Glossary.App.Tests.Installations;

/// <summary>A queue that drives nothing and remembers what it was told.</summary>
public sealed class RememberingQueue : IOperationQueue
{
    private readonly ConcurrentQueue<string> told = [];

    public IReadOnlyList<string> Told => [.. told];

    public ValueTask EnqueueAsync(string operationId, CancellationToken cancellationToken)
    {
        told.Enqueue(operationId);
        return ValueTask.CompletedTask;
    }
}
