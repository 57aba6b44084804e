using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Telemetry;
using Glossary.App.Tests.Workflows;
using Glossary.Formats.Documents;

namespace Glossary.App.Tests.Telemetry;

public sealed class MeasuresTests : IDisposable
{
    private readonly Plant plant = new(twice: false);

    public void Dispose() => plant.Dispose();

    [Fact]
    public async Task A_document_is_measured_from_its_waiting_to_its_end_without_a_word_of_it()
    {
        using var measured = new Listener();

        var document = await ExtractAsync("secretvalve 3\npump 2");

        var steps = measured.Spans.Where(span => (string?)span.GetTagItem("glossary.operation") == document.OperationId).ToList();
        Assert.Equal(["begin", "store", "retire", "complete"], steps.Select(span => span.GetTagItem("glossary.step")).Distinct());
        Assert.Equal("finished", steps[^1].GetTagItem("glossary.outcome"));
        foreach (var name in new[] { "glossary.documents", "glossary.pages", "glossary.candidates", "glossary.reading", "glossary.operation.wait", "glossary.operation.step", "glossary.operations" })
        {
            Assert.Contains(measured.Figures, figure => figure.StartsWith(name + " ", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(measured.Figures.Concat(steps.SelectMany(span => span.Tags.Select(tag => tag.Value))), text => text?.Contains("secretvalve", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_document_that_is_refused_is_counted_by_its_code()
    {
        using var measured = new Listener();
        plant.Installation.Reader.Failure = () => new DocumentRefusedException("only-in-this-test", "It can't be read.");

        await ExtractAsync("valve 1");

        Assert.Contains("glossary.documents outcome=only-in-this-test", measured.Figures);
    }

    // Through the runner, which is what measures; the engine of the other tests goes around it.
    private async Task<Document> ExtractAsync(string content)
    {
        var document = await plant.UploadAsync("a.pdf", content);
        var runner = plant.Installation.Get<OperationRunner>();
        while (await runner.AdvanceAsync(document.OperationId!, "tests", TestContext.Current.CancellationToken) is not null)
        {
        }

        return document;
    }

    // Other tests measure at the same time, so what is looked for must be of this test or of any.
    private sealed class Listener : IDisposable
    {
        private readonly MeterListener meters = new();
        private readonly ActivityListener traces;

        public Listener()
        {
            traces = new ActivityListener
            {
                ShouldListenTo = source => source.Name == Measures.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = Spans.Enqueue,
            };
            ActivitySource.AddActivityListener(traces);
            meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Measures.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
            meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
            meters.Start();
        }

        public ConcurrentQueue<Activity> Spans { get; } = [];

        public ConcurrentQueue<string> Figures { get; } = [];

        public void Dispose()
        {
            meters.Dispose();
            traces.Dispose();
        }

        private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            Figures.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
    }
}
