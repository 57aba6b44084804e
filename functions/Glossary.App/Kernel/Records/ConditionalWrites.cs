using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Glossary.App.Kernel.Records;

/// <summary>Optimistic concurrency: what is read, decided and written on condition is done anew when somebody else wrote in between.</summary>
internal static class ConditionalWrites
{
    private const int MostAttempts = 20;
    private const int AttemptsWithoutWait = 2;
    private const int LongestWaitMilliseconds = 400;

    private static readonly ConditionalWeakTable<IRecordStore, ConcurrentDictionary<string, SemaphoreSlim>> Turns = [];

    /// <summary>Runs an attempt until no condition of its write fails, at most 20 times.</summary>
    /// <param name="attempt">Reads, decides and commits; it must read everything that it decides on.</param>
    /// <exception cref="RecordConflictException">The last attempt was overtaken too.</exception>
    public static async Task<T> RepeatAsync<T>(Func<Task<T>> attempt)
    {
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await attempt();
            }
            catch (RecordConflictException) when (attempts < MostAttempts)
            {
                // Somebody else was first: decide anew on what is there now. Who was overtaken again and again keeps out of the others' way.
                if (attempts > AttemptsWithoutWait)
                {
                    await Task.Delay(Random.Shared.Next(Math.Min(LongestWaitMilliseconds, 1 << attempts)));
                }
            }
        }
    }

    /// <summary>
    /// The same for writes that all change one record, such as the head of a glossary: those of this process take turns, in the order in which
    /// they come, instead of overtaking one another. Other processes are met by their conditions.
    /// </summary>
    /// <param name="store">The store that is written to.</param>
    /// <param name="partition">The partition. An attempt may not write to it by another call of this.</param>
    /// <param name="attempt">Reads, decides and commits; it must read everything that it decides on.</param>
    /// <param name="cancellationToken">Stops the wait for the turn.</param>
    /// <exception cref="RecordConflictException">The last attempt was overtaken too.</exception>
    public static async Task<T> RepeatAsync<T>(IRecordStore store, string partition, Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        var turn = Turns.GetOrCreateValue(store).GetOrAdd(partition, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await RepeatAsync(attempt);
        }
        finally
        {
            turn.Release();
        }
    }
}
