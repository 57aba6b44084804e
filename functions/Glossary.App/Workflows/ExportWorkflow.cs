using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;
using Glossary.Formats.Terms;

namespace Glossary.App.Workflows;

/// <summary>
/// Collects the chosen concepts in parts of bounded size, then writes them in the wanted format. A part that is written twice is the
/// same part; the finished file appears at once or not at all.
/// </summary>
public sealed class ExportWorkflow(
    TermbaseStore termbases, ConceptList concepts, ConceptPast past, EntryFactory entries, DocumentStore documents, IBlobStore blobs) : IWorkflow
{
    private const string ComposeStep = "compose";
    private const string TidyStep = "tidy";
    private const int ConceptsPerPart = 500;
    private const int ParallelReads = 16;
    private const int PercentCollected = 80;

    /// <inheritdoc />
    public OperationKind Kind => OperationKind.Export;

    /// <inheritdoc />
    public Task<StepOutcome> StepAsync(Operation operation, IStepProgress progress, CancellationToken cancellationToken) => operation.Step switch
    {
        "" => CollectAsync(operation, cancellationToken),
        ComposeStep => ComposeAsync(operation, cancellationToken),
        TidyStep => TidyAsync(operation, cancellationToken),
        _ => throw new InvalidOperationException($"Export has no step “{operation.Step}”."),
    };

    /// <inheritdoc />
    public Task AbandonAsync(Operation operation, Failure? failure, CancellationToken cancellationToken) => DeletePartsAsync(operation, cancellationToken);

    private async Task<StepOutcome> CollectAsync(Operation operation, CancellationToken cancellationToken)
    {
        var input = operation.Input;
        var filter = new ConceptFilter { States = input.States!, Language = input.Language };
        var (chosen, after) = input.ChangeNumber is { } number
            ? await PastAsync(operation, filter, number, cancellationToken)
            : await TodayAsync(operation, filter, cancellationToken);
        var made = new ConceptEntry[chosen.Count];
        var names = new DocumentNames(documents, operation.Glossary);
        await Parallel.ForAsync(
            0,
            chosen.Count,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (i, token) => made[i] = await entries.MakeAsync(operation.Glossary, chosen[i], names, Format(operation).Open is null, token));
        using var part = new MemoryStream();
        foreach (var entry in made)
        {
            JsonSerializer.Serialize(part, entry, ConceptEntryJson.Default.ConceptEntry);
            part.WriteByte((byte)'\n');
        }

        part.Position = 0;
        var parts = operation.Counts.GetValueOrDefault("parts");
        await blobs.WriteAsync(
            BlobContainer.Exports, PartName(operation, parts), part, "application/jsonl", onlyIfAbsent: false, cancellationToken);
        var termbase = await termbases.GetAsync(operation.Glossary, cancellationToken);
        var done = operation.Counts.GetValueOrDefault("concepts") + chosen.Count;
        var counts = new Dictionary<string, int> { ["concepts"] = done, ["parts"] = parts + 1 };
        var percent = PercentCollected * done / Math.Max(1, Math.Max(done, termbase.Counts.Total));
        return after is null
            ? new StepOutcome.Next(ComposeStep, null, PercentCollected, counts)
            : new StepOutcome.Next(string.Empty, after, percent, counts);
    }

    private async Task<(IReadOnlyList<Concept> Concepts, string? After)> TodayAsync(
        Operation operation, ConceptFilter filter, CancellationToken cancellationToken)
    {
        var (rows, after) = await concepts.ListAsync(operation.Glossary, filter, ConceptsPerPart, operation.Cursor, cancellationToken);
        var found = new Concept?[rows.Count];
        await Parallel.ForAsync(
            0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (i, token) => found[i] = (await concepts.FindAsync(operation.Glossary, rows[i].Id, token))?.Concept);
        return ([.. found.OfType<Concept>()], after);
    }

    private async Task<(IReadOnlyList<Concept> Concepts, string? After)> PastAsync(
        Operation operation, ConceptFilter filter, long number, CancellationToken cancellationToken)
    {
        var (stood, after) = await past.PageAsync(operation.Glossary, number, operation.Cursor, cancellationToken);
        return ([.. stood.Where(concept => filter.Admits(ConceptRow.Of(concept)))], after);
    }

    private async Task<StepOutcome> ComposeAsync(Operation operation, CancellationToken cancellationToken)
    {
        var format = Format(operation);
        var termbase = await termbases.GetAsync(operation.Glossary, cancellationToken);
        var header = new ExportHeader(termbase.Name, operation.CreatedAt);
        await using var file = TemporaryFile();
        if (format.Open is { } open)
        {
            await WriteAsync(operation, stream => open(stream, header), file, cancellationToken);
        }
        else
        {
            await PackAsync(operation, header, file, cancellationToken);
        }

        file.Position = 0;
        await blobs.WriteAsync(
            BlobContainer.Exports, FileBlob(operation, format), file, format.MediaType, onlyIfAbsent: false, cancellationToken);
        return new StepOutcome.Next(TidyStep, null, 99);
    }

    // A package of every format, and of every place in the documents.
    private async Task PackAsync(Operation operation, ExportHeader header, FileStream file, CancellationToken cancellationToken)
    {
        await using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (extension, open) in TermFormat.All.Where(each => each.Open is not null).Select(each => (each.Extension, each.Open!))
            .Append((".evidence.csv", (stream, _) => new EvidenceWriter(stream))))
        {
            await using var part = TemporaryFile();
            await WriteAsync(operation, stream => open(stream, header), part, cancellationToken);
            part.Position = 0;
            var entry = archive.CreateEntry(operation.Glossary + extension);
            entry.LastWriteTime = operation.CreatedAt;
            await using var target = await entry.OpenAsync(cancellationToken);
            await part.CopyToAsync(target, cancellationToken);
        }
    }

    private async Task WriteAsync(Operation operation, Func<Stream, IConceptWriter> open, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = open(stream);
        for (var part = 0; part < operation.Counts["parts"]; part++)
        {
            await CopyPartAsync(operation, part, writer, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose);

    private async Task<StepOutcome> TidyAsync(Operation operation, CancellationToken cancellationToken)
    {
        await DeletePartsAsync(operation, cancellationToken);
        var format = Format(operation);
        var file = await blobs.FindAsync(BlobContainer.Exports, FileBlob(operation, format), cancellationToken);
        return file is null
            ? new StepOutcome.Failed(new Failure("export-gone", "The finished file was removed from the storage. Start the export again."))
            : new StepOutcome.Finished(new OperationFile(file.Name, FileName(operation, format), format.MediaType, file.Size));
    }

    private async Task CopyPartAsync(Operation operation, int part, IConceptWriter writer, CancellationToken cancellationToken)
    {
        await using var stream = await blobs.OpenReadAsync(BlobContainer.Exports, PartName(operation, part), null, cancellationToken);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            await writer.WriteAsync(JsonSerializer.Deserialize(line, ConceptEntryJson.Default.ConceptEntry)!, cancellationToken);
        }
    }

    private async Task DeletePartsAsync(Operation operation, CancellationToken cancellationToken)
    {
        await foreach (var blob in blobs.ListAsync(BlobContainer.Exports, PartFolder(operation), cancellationToken))
        {
            await blobs.DeleteAsync(BlobContainer.Exports, blob.Name, cancellationToken);
        }
    }

    private static TermFormat Format(Operation operation) =>
        TermFormat.Find(operation.Input.Format!) ?? throw new InvalidOperationException($"There is no format “{operation.Input.Format}”.");

    private static string FileName(Operation operation, TermFormat format) => string.Create(
        CultureInfo.InvariantCulture, $"{operation.Glossary}-{operation.CreatedAt:yyyyMMdd-HHmmss}{format.Extension}");

    private static string FileBlob(Operation operation, TermFormat format) => $"{operation.Glossary}/{operation.Id}/{FileName(operation, format)}";

    private static string PartFolder(Operation operation) => $"{operation.Glossary}/{operation.Id}/parts/";

    private static string PartName(Operation operation, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{PartFolder(operation)}{part:D6}.jsonl");
}
