namespace Glossary.LocalHost.Platform;

/// <summary>Keeps what several programs must not do at once to one at a time. The system frees it when its holder dies.</summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(100);
    private readonly FileStream held;

    private FileLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock, waiting while another program holds it.</summary>
    /// <param name="path">A file of its own, made where it is missing; it stays.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="UnauthorizedAccessException">The file can't be written.</exception>
    public static async Task<FileLock> TakeAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException failure) when (failure is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(RetryInterval, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
