using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Glossary.App.Kernel.Telemetry;

/// <summary>
/// What the product measures of itself. A host decides whether and where it is sent; names and kinds are in here, never a word of
/// a document.
/// </summary>
public static class Measures
{
    /// <summary>Name of the source of traces and of the meter.</summary>
    public const string Name = "Glossary";

    private static readonly Meter Meter = new(Name);

    /// <summary>Traces: a span per step of an operation.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>Documents that were read to their end, by <c>outcome</c>: <c>read</c>, or the code of the refusal.</summary>
    public static Counter<long> Documents { get; } = Meter.CreateCounter<long>("glossary.documents", "{document}", "Documents read or refused.");

    /// <summary>Pages read.</summary>
    public static Counter<long> Pages { get; } = Meter.CreateCounter<long>("glossary.pages", "{page}", "Pages read.");

    /// <summary>Candidates found.</summary>
    public static Counter<long> Candidates { get; } = Meter.CreateCounter<long>("glossary.candidates", "{candidate}", "Candidates found.");

    /// <summary>Seconds that reading a document took; with the pages it gives pages per second.</summary>
    public static Histogram<double> Reading { get; } = Meter.CreateHistogram<double>("glossary.reading", "s", "Time to read a document.");

    /// <summary>Seconds that a step took, by <c>kind</c>, <c>step</c> and <c>outcome</c>.</summary>
    public static Histogram<double> Steps { get; } = Meter.CreateHistogram<double>("glossary.operation.step", "s", "Time of an operation's step.");

    /// <summary>Seconds that an operation waited for its first step, by <c>kind</c>: the age of the queue.</summary>
    public static Histogram<double> QueueAge { get; } = Meter.CreateHistogram<double>("glossary.operation.wait", "s", "Time from an operation's request to its first step.");

    /// <summary>Seconds that a search took with the wait for its index, by <c>index</c>: <c>Ready</c>, or <c>Building</c> where there was none yet.</summary>
    public static Histogram<double> Searches { get; } = Meter.CreateHistogram<double>("glossary.search", "s", "Time of a search with the wait for its index.");

    /// <summary>Seconds that it took to make an index, by <c>from</c>: <c>snapshot</c> or <c>store</c>.</summary>
    public static Histogram<double> Indexes { get; } = Meter.CreateHistogram<double>("glossary.search.index", "s", "Time to make an index.");

    /// <summary>Operations that ended, by <c>kind</c> and <c>state</c>.</summary>
    public static Counter<long> Operations { get; } = Meter.CreateCounter<long>("glossary.operations", "{operation}", "Operations that ended.");
}
