using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Features.Decisions;

/// <summary>A decision on named concepts.</summary>
/// <param name="Ids">Ids of 1–100 concepts.</param>
/// <param name="State">The state they go into; <c>Candidate</c> reopens them.</param>
/// <param name="Reason">Why, for a rejection.</param>
/// <param name="Note">The same in own words, at most 500 characters.</param>
/// <param name="From">The state that the person saw them in: one that somebody moved on since is left as it is.</param>
public sealed record DecisionWish(IReadOnlyList<string> Ids, TermState State, RejectionReason? Reason, string? Note, TermState? From);

/// <summary>What became of a decision.</summary>
/// <param name="Changes">Numbers of the changes it made; undo them one by one, last first.</param>
/// <param name="Decided">Concepts that are in the state because of it.</param>
/// <param name="Unchanged">Concepts that were in the state already.</param>
/// <param name="Passed">Concepts that somebody decided meanwhile, or that are gone.</param>
public sealed record DecisionResult(
    IReadOnlyList<long> Changes, IReadOnlyList<string> Decided, IReadOnlyList<string> Unchanged, IReadOnlyList<string> Passed);

/// <summary>What shall be done to all concepts that a filter admits, or to named ones.</summary>
/// <param name="State">The state they go into; a decision needs it.</param>
/// <param name="Reason">Why, for a rejection.</param>
/// <param name="Note">The same in own words.</param>
/// <param name="Filter">Which concepts; either this or ids.</param>
/// <param name="Ids">Ids of 1–1,000 concepts.</param>
/// <param name="Action">What is done; <c>Decide</c> where it is missing.</param>
/// <param name="Assignee">Id of the person, for <c>Assign</c>; missing for nobody.</param>
/// <param name="SubjectField">The subject field, for <c>SetSubjectField</c>; missing for none.</param>
/// <param name="Tags">1–20 tags, for <c>Tag</c> and <c>Untag</c>; each at most 50 characters.</param>
public sealed record BulkDecisionWish(
    TermState? State, RejectionReason? Reason, string? Note, BulkFilter? Filter, IReadOnlyList<string>? Ids, BulkAction? Action, string? Assignee,
    string? SubjectField, IReadOnlyList<string>? Tags);

/// <summary>Which concepts something is done to: the same as the list's parameters.</summary>
/// <param name="States">States; where it is missing, for a decision only what is undecided, or for reopening all that is decided; else all.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="MinScore">Least score, 0–1.</param>
/// <param name="MaxScore">Greatest score, 0–1.</param>
/// <param name="Document">Only terms of this document.</param>
/// <param name="Q">Text that the term contains.</param>
/// <param name="Tags">Tags, of which a concept has one.</param>
public sealed record BulkFilter(
    IReadOnlyList<TermState>? States, string? Language, double? MinScore, double? MaxScore, string? Document, string? Q, IReadOnlyList<string>? Tags);

/// <summary>How many concepts a bulk decision would be on.</summary>
/// <param name="Count">Concepts.</param>
/// <param name="AtLeast">True where counting stopped at a limit.</param>
public sealed record BulkPreview(int Count, bool AtLeast);
