namespace Glossary.App.Kernel.Records;

/// <summary>Optimistic concurrency: what is read, decided and written on condition is done anew when somebody else wrote in between.</summary>
internal static class ConditionalWrites
{
    private const int MostAttempts = 20;

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
                // Somebody else was first: decide anew on what is there now.
            }
        }
    }
}
