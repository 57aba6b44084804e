using System.Globalization;
using System.Text;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Workflows;

/// <summary>
/// Decides, assigns, tags or deletes all concepts that a filter admits, or named ones. The selection is written down first, so that what is done is
/// on what the person saw, however often a step is done again. Its file says of each concept what became of it.
/// </summary>
public sealed class BulkDecisionWorkflow(ConceptSelection selection, ConceptEditor editor, IBlobStore blobs) : IWorkflow
{
    private const string DecideStep = "decide";
    private const string TidyStep = "tidy";
    private const int IdsPerStep = 240;
    private const int PercentSelected = 10;

    /// <inheritdoc />
    public OperationKind Kind => OperationKind.BulkDecision;

    /// <inheritdoc />
    public Task<StepOutcome> StepAsync(Operation operation, IStepProgress progress, CancellationToken cancellationToken) => operation.Step switch
    {
        "" => SelectAsync(operation, cancellationToken),
        DecideStep => DecideAsync(operation, cancellationToken),
        TidyStep => TidyAsync(operation, cancellationToken),
        _ => throw new InvalidOperationException($"A bulk decision has no step “{operation.Step}”."),
    };

    /// <inheritdoc />
    public Task AbandonAsync(Operation operation, Failure? failure, CancellationToken cancellationToken) => DeletePartsAsync(operation, cancellationToken);

    private async Task<StepOutcome> SelectAsync(Operation operation, CancellationToken cancellationToken)
    {
        var (ids, after) = operation.Input.ConceptIds is { } named
            ? (named, null)
            : await selection.PageAsync(operation.Glossary, operation.Input.Filter!, operation.Cursor, cancellationToken);
        var parts = operation.Counts.GetValueOrDefault("parts");
        using var part = new MemoryStream(Encoding.ASCII.GetBytes(string.Join('\n', ids)));
        await blobs.WriteAsync(BlobContainer.Artefacts, PartName(operation, parts), part, "text/plain", onlyIfAbsent: false, cancellationToken);
        var counts = new Dictionary<string, int>
        {
            ["parts"] = parts + 1,
            ["concepts"] = operation.Counts.GetValueOrDefault("concepts") + ids.Count,
        };
        return after is null
            ? new StepOutcome.Next(DecideStep, "0|0", PercentSelected, counts)
            : new StepOutcome.Next(string.Empty, after, 0, counts);
    }

    private async Task<StepOutcome> DecideAsync(Operation operation, CancellationToken cancellationToken)
    {
        var (part, from) = Position(operation.Cursor!);
        if (part == operation.Counts["parts"])
        {
            return new StepOutcome.Next(TidyStep, null, 99);
        }

        var ids = await ReadPartAsync(operation, part, cancellationToken);
        var chunk = ids.Skip(from).Take(IdsPerStep).ToList();
        var decision = operation.Input.Decision is { } wanted ? wanted with { From = operation.Input.Filter?.States } : null;
        var edit = new BulkEdit(operation.Input.Action ?? BulkAction.Decide, decision, operation.Input.Value, operation.Input.Tags);
        var outcome = await editor.EditAsync(operation.Glossary, chunk, edit, operation.CreatedBy, operation.Id, cancellationToken);
        await WriteResultsAsync(operation, part, from, chunk, outcome, cancellationToken);
        var counts = new Dictionary<string, int>(operation.Counts)
        {
            // A step that is done again finds its own work done.
            ["decided"] = operation.Counts.GetValueOrDefault("decided") + chunk.Count - outcome.Passed.Count,
            ["passed"] = operation.Counts.GetValueOrDefault("passed") + outcome.Passed.Count,
        };
        var done = counts["decided"] + counts["passed"];
        var percent = PercentSelected + ((98 - PercentSelected) * done / Math.Max(1, operation.Counts["concepts"]));
        var next = from + chunk.Count < ids.Length ? (part, from + chunk.Count) : (part + 1, 0);
        return new StepOutcome.Next(DecideStep, string.Create(CultureInfo.InvariantCulture, $"{next.Item1}|{next.Item2}"), Math.Min(98, percent), counts);
    }

    private async Task<StepOutcome> TidyAsync(Operation operation, CancellationToken cancellationToken)
    {
        var file = await ComposeResultsAsync(operation, cancellationToken);
        await DeletePartsAsync(operation, cancellationToken);
        return new StepOutcome.Finished(file);
    }

    // A step that is done again finds its own work done: the first result stands.
    private async Task WriteResultsAsync(
        Operation operation, int part, int from, IReadOnlyList<string> ids, DecisionOutcome outcome, CancellationToken cancellationToken)
    {
        var passed = outcome.Passed.ToHashSet(StringComparer.Ordinal);
        using var lines = new MemoryStream(Encoding.ASCII.GetBytes(string.Concat(ids.Select(id => $"{id},{(passed.Contains(id) ? "passed" : "done")}\r\n"))));
        await blobs.WriteAsync(
            BlobContainer.Artefacts, string.Create(CultureInfo.InvariantCulture, $"{ResultFolder(operation)}{part:D6}-{from:D6}.csv"), lines, "text/csv",
            onlyIfAbsent: true, cancellationToken);
    }

    // Done again after the parts are gone, it leaves the file as it is.
    private async Task<OperationFile> ComposeResultsAsync(Operation operation, CancellationToken cancellationToken)
    {
        var fileName = string.Create(CultureInfo.InvariantCulture, $"{operation.Glossary}-{operation.CreatedAt:yyyyMMdd-HHmmss}-bulk.csv");
        var blobName = $"{operation.Glossary}/{operation.Id}/{fileName}";
        if (await blobs.FindAsync(BlobContainer.Exports, blobName, cancellationToken) is { } written)
        {
            return new OperationFile(blobName, fileName, "text/csv", written.Size);
        }

        using var all = new MemoryStream();
        all.Write("concept,outcome\r\n"u8);
        await foreach (var blob in blobs.ListAsync(BlobContainer.Artefacts, ResultFolder(operation), cancellationToken))
        {
            await using var part = await blobs.OpenReadAsync(BlobContainer.Artefacts, blob.Name, null, cancellationToken);
            await part.CopyToAsync(all, cancellationToken);
        }

        all.Position = 0;
        await blobs.WriteAsync(BlobContainer.Exports, blobName, all, "text/csv", onlyIfAbsent: true, cancellationToken);
        return new OperationFile(blobName, fileName, "text/csv", all.Length);
    }

    private async Task<string[]> ReadPartAsync(Operation operation, int part, CancellationToken cancellationToken)
    {
        await using var stream = await blobs.OpenReadAsync(BlobContainer.Artefacts, PartName(operation, part), null, cancellationToken);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return (await reader.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task DeletePartsAsync(Operation operation, CancellationToken cancellationToken)
    {
        await foreach (var blob in blobs.ListAsync(BlobContainer.Artefacts, Folder(operation), cancellationToken))
        {
            await blobs.DeleteAsync(BlobContainer.Artefacts, blob.Name, cancellationToken);
        }
    }

    private static (int Part, int From) Position(string cursor)
    {
        var parts = cursor.Split('|');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string Folder(Operation operation) => $"{operation.Glossary}/bulk/{operation.Id}/";

    private static string ResultFolder(Operation operation) => $"{Folder(operation)}results/";

    private static string PartName(Operation operation, int part) => string.Create(CultureInfo.InvariantCulture, $"{Folder(operation)}{part:D6}.ids");
}
