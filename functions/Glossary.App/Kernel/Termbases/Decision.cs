namespace Glossary.App.Kernel.Termbases;

/// <summary>What a person decides of concepts.</summary>
/// <param name="State">The state they go into.</param>
/// <param name="Reason">Why, for a rejection.</param>
/// <param name="Note">The same in a person's own words.</param>
public sealed record Decision(TermState State, RejectionReason Reason = RejectionReason.None, string? Note = null)
{
    /// <summary>States that the person saw the concepts in; one that somebody moved on since is left as it is. Null for any.</summary>
    public IReadOnlyList<TermState>? From { get; init; }
}

/// <summary>What became of a decision on several concepts.</summary>
/// <param name="Changes">Numbers of the changes it made, for undoing them.</param>
/// <param name="Decided">Concepts that are in the state now because of it.</param>
/// <param name="Unchanged">Concepts that were in the state already.</param>
/// <param name="Passed">Concepts that somebody else decided meanwhile, that are gone, or that would have too many tags.</param>
public sealed record DecisionOutcome(
    IReadOnlyList<long> Changes, IReadOnlyList<string> Decided, IReadOnlyList<string> Unchanged, IReadOnlyList<string> Passed);
