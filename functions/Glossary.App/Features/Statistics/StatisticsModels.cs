using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Features.Statistics;

/// <summary>What a glossary holds and how the work on it goes.</summary>
/// <param name="Concepts">Concepts per state.</param>
/// <param name="Documents">Documents per state.</param>
/// <param name="Facets">Concepts per value of a property; empty while the index is being made.</param>
/// <param name="FacetsToChange">Number of the newest change that the facets take account of, or null while the index is being made.</param>
/// <param name="Activity">What people did lately.</param>
public sealed record GlossaryStatistics(ConceptCounts Concepts, DocumentCounts Documents, IReadOnlyList<SearchFacet> Facets, long? FacetsToChange, Activity Activity);

/// <summary>What people did, by the latest changes.</summary>
/// <param name="FromChange">Number of the first change that was looked at.</param>
/// <param name="ToChange">Number of the last one.</param>
/// <param name="Days">Per day (UTC), the latest first; days without a change are left out.</param>
/// <param name="People">Per person, who did most first.</param>
/// <param name="RejectionReasons">How often each reason was given.</param>
public sealed record Activity(
    long FromChange, long ToChange, IReadOnlyList<DayOfWork> Days, IReadOnlyList<WorkOfPerson> People, IReadOnlyList<ReasonCount> RejectionReasons);

/// <summary>The decisions of a day.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Work">What was done.</param>
public sealed record DayOfWork(DateOnly Day, WorkCounts Work);

/// <summary>The decisions of a person.</summary>
/// <param name="By">Id of the person.</param>
/// <param name="Work">What was done.</param>
public sealed record WorkOfPerson(string By, WorkCounts Work);

/// <summary>Concepts that were decided or changed.</summary>
/// <param name="Approved">Became approved.</param>
/// <param name="Rejected">Became rejected.</param>
/// <param name="Reopened">Became candidates again.</param>
/// <param name="Edited">Changed, and kept their state.</param>
public sealed record WorkCounts(int Approved, int Rejected, int Reopened, int Edited);

/// <summary>How often a reason was given.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Count">Concepts.</param>
public sealed record ReasonCount(RejectionReason Reason, int Count);
