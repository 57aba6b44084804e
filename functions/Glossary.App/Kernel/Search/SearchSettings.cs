namespace Glossary.App.Kernel.Search;

/// <summary>Settings of the search; section <c>Glossary:Search</c>.</summary>
public sealed record SearchSettings
{
    /// <summary>
    /// Bytes of memory that all open indexes may take together, without what the system keeps of their files. The one that was used least
    /// recently is closed first; a single one stays open whatever it takes.
    /// </summary>
    public long MaximumMemory { get; init; } = 256_000_000;

    /// <summary>Bytes of memory for an index that is being filled.</summary>
    public int FillingMemory { get; init; } = 64_000_000;

    /// <summary>How long a request waits for an index that is behind or being made, before it answers with what there is.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);
}
