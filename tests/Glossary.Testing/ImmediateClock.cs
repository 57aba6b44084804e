namespace Glossary.Testing;

/// <summary>A clock whose waits end at once and are remembered.</summary>
public sealed class ImmediateClock : TimeProvider
{
    private readonly List<TimeSpan> waits = [];

    /// <summary>The waits that were asked for, in their order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (waits)
            {
                return [.. waits];
            }
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (waits)
        {
            waits.Add(dueTime);
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
