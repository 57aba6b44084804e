namespace Glossary.Testing;

/// <summary>A clock that stands where a test puts it.</summary>
/// <param name="now">Where it stands at first.</param>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>Where it stands.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
