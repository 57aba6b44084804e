using System.Globalization;
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
    TermbaseStore termbases, ConceptList concepts, DocumentStore documents, IBlobStore blobs) : IWorkflow
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
        var (rows, after) = await concepts.ListAsync(operation.Glossary, filter, ConceptsPerPart, operation.Cursor, cancellationToken);
        var entries = new ConceptEntry?[rows.Count];
        var names = new DocumentNames(documents, operation.Glossary);
        await Parallel.ForAsync(
            0,
            rows.Count,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (i, token) => entries[i] = await concepts.FindAsync(operation.Glossary, rows[i].Id, token) is { } found
                ? await EntryAsync(found.Concept, names, token)
                : null);
        using var part = new MemoryStream();
        foreach (var entry in entries.OfType<ConceptEntry>())
        {
            JsonSerializer.Serialize(part, entry, ConceptEntryJson.Default.ConceptEntry);
            part.WriteByte((byte)'\n');
        }

        part.Position = 0;
        var parts = operation.Counts.GetValueOrDefault("parts");
        await blobs.WriteAsync(
            BlobContainer.Exports, PartName(operation, parts), part, "application/jsonl", onlyIfAbsent: false, cancellationToken);
        var termbase = await termbases.GetAsync(operation.Glossary, cancellationToken);
        var done = operation.Counts.GetValueOrDefault("concepts") + rows.Count;
        var counts = new Dictionary<string, int> { ["concepts"] = done, ["parts"] = parts + 1 };
        var percent = PercentCollected * done / Math.Max(1, Math.Max(done, termbase.Counts.Total));
        return after is null
            ? new StepOutcome.Next(ComposeStep, null, PercentCollected, counts)
            : new StepOutcome.Next(string.Empty, after, percent, counts);
    }

    private async Task<StepOutcome> ComposeAsync(Operation operation, CancellationToken cancellationToken)
    {
        var format = Format(operation);
        var termbase = await termbases.GetAsync(operation.Glossary, cancellationToken);
        var path = Path.GetTempFileName();
        try
        {
            await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            await using (var writer = format.Open(file, new ExportHeader(termbase.Name, operation.CreatedAt)))
            {
                for (var part = 0; part < operation.Counts["parts"]; part++)
                {
                    await CopyPartAsync(operation, part, writer, cancellationToken);
                }

                await writer.CompleteAsync(cancellationToken);
            }

            file.Position = 0;
            await blobs.WriteAsync(
                BlobContainer.Exports, FileBlob(operation, format), file, format.MediaType, onlyIfAbsent: false, cancellationToken);
            return new StepOutcome.Next(TidyStep, null, 99);
        }
        finally
        {
            File.Delete(path);
        }
    }

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

    private static async Task<ConceptEntry> EntryAsync(Concept concept, DocumentNames names, CancellationToken cancellationToken)
    {
        var terms = new List<EntryTerm>();
        foreach (var term in concept.Terms)
        {
            var contexts = new List<EntryContext>();
            foreach (var context in term.Contexts)
            {
                contexts.Add(new EntryContext(context.Text, await names.FindAsync(context.DocumentId, cancellationToken), context.Page));
            }

            terms.Add(new EntryTerm
            {
                Language = term.Language,
                Text = term.Text,
                Type = Camel(term.Type),
                PartOfSpeech = term.PartOfSpeech,
                State = Camel(term.State),
                Status = term.Status is { } status ? Camel(status) : null,
                FullForm = term.FullForm,
                Abbreviation = term.Abbreviation,
                Score = term.Score,
                Frequency = term.Frequency,
                Documents = concept.Documents,
                Forms = [.. term.Forms.Select(form => form.Text)],
                Contexts = contexts,
            });
        }

        return new ConceptEntry
        {
            Id = concept.Id,
            State = Camel(concept.State),
            SubjectField = concept.SubjectField,
            Definitions = [.. concept.Definitions.Select(definition => new EntryDefinition(definition.Text, definition.Source))],
            Note = concept.Note,
            Terms = terms,
        };
    }

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
