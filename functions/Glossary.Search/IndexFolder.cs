namespace Glossary.Search;

/// <summary>
/// A process's folder for its indexes. Nothing in it outlives the process: what one left behind that was killed is removed by the next.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private const string LockName = "lock";

    private readonly DirectoryInfo folder;
    private readonly FileStream held;
    private int made;

    private IndexFolder(DirectoryInfo folder, FileStream held) => (this.folder, this.held) = (folder, held);

    /// <summary>Takes a new folder below a place that processes share.</summary>
    public static IndexFolder Take(string place)
    {
        var shared = Directory.CreateDirectory(place);
        foreach (var left in shared.EnumerateDirectories())
        {
            RemoveAbandoned(left);
        }

        for (var number = 0; ; number++)
        {
            var folder = shared.CreateSubdirectory(FormattableString.Invariant($"{Environment.ProcessId}-{number}"));
            if (Hold(folder) is { } held)
            {
                return new IndexFolder(folder, held);
            }
        }
    }

    /// <summary>A new folder for an index.</summary>
    public DirectoryInfo Next() => folder.CreateSubdirectory(FormattableString.Invariant($"{Interlocked.Increment(ref made)}"));

    /// <inheritdoc />
    public void Dispose()
    {
        held.Dispose();
        folder.Delete(recursive: true);
    }

    private static void RemoveAbandoned(DirectoryInfo left)
    {
        if (Hold(left) is { } held)
        {
            held.Dispose();
            try
            {
                left.Delete(recursive: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another process removes it at this moment, or may not be disturbed; what is left costs disk and nothing else.
                return;
            }
        }
    }

    // The system frees the file when its holder dies.
    private static FileStream? Hold(DirectoryInfo folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder.FullName, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
