using Glossary.App.Features.Statistics;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Tests.Statistics;

public sealed class WorkReportTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Decisions_and_edits_are_counted_by_day_person_and_reason()
    {
        var report = WorkReport.Of(
            [
                Change(1, Monday, "ann", Edit(TermState.Candidate, TermState.Approved), Edit(TermState.Candidate, TermState.Rejected, RejectionReason.Fragment)),
                Change(2, Monday, "bob", Edit(null, TermState.Candidate)),
                Change(3, Monday.AddHours(2), "ann", Edit(TermState.Approved, TermState.Candidate), Edit(TermState.Approved, TermState.Approved)),
                Change(4, Monday.AddHours(2), "document-1"),
                Change(5, Monday.AddHours(3), "ann", Edit(TermState.Candidate, TermState.Rejected, RejectionReason.Fragment), Edit(TermState.Candidate, null)),
            ],
            1,
            5);

        Assert.Equal((1, 5), (report.FromChange, report.ToChange));
        Assert.Equal(
            [new DayOfWork(new DateOnly(2026, 3, 3), new WorkCounts(0, 1, 1, 1)), new DayOfWork(new DateOnly(2026, 3, 2), new WorkCounts(1, 1, 0, 1))], report.Days);
        Assert.Equal([new WorkOfPerson("ann", new WorkCounts(1, 2, 1, 1)), new WorkOfPerson("bob", new WorkCounts(0, 0, 0, 1))], report.People);
        Assert.Equal([new ReasonCount(RejectionReason.Fragment, 2)], report.RejectionReasons);
    }

    [Fact]
    public void A_glossary_that_nobody_worked_on_has_an_empty_report()
    {
        var report = WorkReport.Of([], 0, 0);
        Assert.Empty(report.Days);
        Assert.Empty(report.People);
        Assert.Empty(report.RejectionReasons);
    }

    private static Change Change(long number, DateTimeOffset at, string by, params ConceptEdit[] edits) =>
        new() { Number = number, Kind = ChangeKind.Decided, At = at, By = by, ConceptIds = ["c"], Edits = edits };

    private static ConceptEdit Edit(TermState? before, TermState? after, RejectionReason? reason = null) =>
        new("c", before is { } old ? Content(old, null) : null, after is { } made ? Content(made, reason) : null);

    private static ConceptContent Content(TermState state, RejectionReason? reason) => new()
    {
        State = state, Terms = [], Rejection = reason is { } why ? new Rejection(why, null, "ann", Monday) : null,
    };
}
