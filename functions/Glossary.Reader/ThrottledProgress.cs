using System.Diagnostics;

namespace Glossary.Reader;

/// <summary>Passes on at most ten reports a second, and every change of stage: a report a page would cost more than the page.</summary>
internal sealed class ThrottledProgress(Action<ReadingProgress> report) : IProgress<ReadingProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private string? stage;
    private long last;

    public void Report(ReadingProgress value)
    {
        lock (gate)
        {
            if (value.Stage == stage && Stopwatch.GetElapsedTime(last) < Interval)
            {
                return;
            }

            stage = value.Stage;
            last = Stopwatch.GetTimestamp();
        }

        report(value);
    }
}
