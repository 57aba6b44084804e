namespace Glossary.Reader;

/// <summary>Limits of the child; section <c>Glossary:Reader</c> of the settings.</summary>
public sealed record ReaderProcessLimits
{
    /// <summary>Time for a whole document.</summary>
    public TimeSpan MaximumTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Time without any progress: what one page, or one stage, may take.</summary>
    public TimeSpan MaximumSilence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of the managed heap; with less than about 100 MB the runtime itself may not start.</summary>
    public long MaximumHeap { get; init; } = 1_000_000_000;

    /// <summary>Bytes of the process in memory.</summary>
    public long MaximumWorkingSet { get; init; } = 1_500_000_000;
}
