using System.Diagnostics;
using Glossary.App.Kernel.Operations;

namespace Glossary.App.Kernel.Telemetry;

/// <summary>One step of an operation, from its claim to its end: a span, and its time by outcome.</summary>
internal sealed class MeasuredStep : IDisposable
{
    /// <summary>Outcomes with which the operation itself ends.</summary>
    private static readonly string[] Ends = [Finished, Failed, Cancelled];

    public const string Next = "next";
    public const string Finished = "finished";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
    public const string Retried = "retried";
    public const string Lost = "lost";

    private readonly Activity? span;
    private readonly TimeProvider clock;
    private readonly long started;
    private readonly KeyValuePair<string, object?> kind;
    private readonly KeyValuePair<string, object?> step;

    public MeasuredStep(Operation operation, TimeProvider clock)
    {
        this.clock = clock;
        started = clock.GetTimestamp();
        kind = new("kind", operation.Kind.ToString());
        step = new("step", operation.Step.Length == 0 ? "begin" : operation.Step);
        span = Measures.Traces.StartActivity("operation.step");
        span?.SetTag("glossary.operation", operation.Id).SetTag("glossary.kind", kind.Value).SetTag("glossary.step", step.Value);
        if (operation is { Step.Length: 0, Attempts: 0, Cursor: null, Percent: 0 })
        {
            Measures.QueueAge.Record((clock.GetUtcNow() - operation.CreatedAt).TotalSeconds, kind);
        }
    }

    /// <summary>How it ended; lost where nobody says.</summary>
    public string Outcome { get; set; } = Lost;

    public void Dispose()
    {
        var outcome = new KeyValuePair<string, object?>("outcome", Outcome);
        Measures.Steps.Record(clock.GetElapsedTime(started).TotalSeconds, kind, step, outcome);
        if (Ends.Contains(Outcome, StringComparer.Ordinal))
        {
            Measures.Operations.Add(1, kind, new("state", Outcome));
        }

        span?.SetTag("glossary.outcome", Outcome).SetStatus(Outcome is Failed or Retried ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        span?.Dispose();
    }
}
