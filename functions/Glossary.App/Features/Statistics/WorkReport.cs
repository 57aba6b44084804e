using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Features.Statistics;

/// <summary>Counts what people did in a run of changes. What an undo takes back counts as what it makes of the concept.</summary>
internal static class WorkReport
{
    /// <summary>The report of changes in their order.</summary>
    public static Activity Of(IReadOnlyList<Change> changes, long from, long to)
    {
        var steps = changes.SelectMany(change => change.Edits.Select(edit => (change.At, change.By, Work: Of(edit), edit))).Where(step => step.Work is not null).ToList();
        return new Activity(
            from,
            to,
            [.. steps.GroupBy(step => DateOnly.FromDateTime(step.At.UtcDateTime)).OrderByDescending(day => day.Key).Select(day => new DayOfWork(day.Key, Sum(day.Select(step => step.Work!))))],
            [
                .. steps.GroupBy(step => step.By, StringComparer.Ordinal).OrderByDescending(person => person.Count()).ThenBy(person => person.Key, StringComparer.Ordinal)
                    .Select(person => new WorkOfPerson(person.Key, Sum(person.Select(step => step.Work!)))),
            ],
            [
                .. steps.Where(step => step.Work!.Rejected > 0).GroupBy(step => step.edit.After!.Rejection?.Reason ?? RejectionReason.None)
                    .OrderByDescending(reason => reason.Count()).ThenBy(reason => reason.Key).Select(reason => new ReasonCount(reason.Key, reason.Count())),
            ]);
    }

    private static WorkCounts? Of(ConceptEdit edit) => (edit.Before?.State, edit.After?.State) switch
    {
        (_, null) => null,
        var (before, after) when before == after => new WorkCounts(0, 0, 0, 1),
        (_, TermState.Approved) => new WorkCounts(1, 0, 0, 0),
        (_, TermState.Rejected) => new WorkCounts(0, 1, 0, 0),
        (null, _) => new WorkCounts(0, 0, 0, 1),
        _ => new WorkCounts(0, 0, 1, 0),
    };

    private static WorkCounts Sum(IEnumerable<WorkCounts> works) => works.Aggregate(
        new WorkCounts(0, 0, 0, 0),
        (sum, work) => new WorkCounts(sum.Approved + work.Approved, sum.Rejected + work.Rejected, sum.Reopened + work.Reopened, sum.Edited + work.Edited));
}
