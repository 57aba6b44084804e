using System.Globalization;
using System.Security.Cryptography;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Telemetry;
using Glossary.App.Kernel.Termbases;
using Glossary.Formats.Artefacts;
using Glossary.Formats.Documents;
using Glossary.Reader;

namespace Glossary.App.Workflows;

/// <summary>
/// Reads a revision of a document, stores its artefacts, records its candidates in batches, takes back what older revisions said,
/// and says that the document is ready. Each step notices a newer revision or a deletion and stops.
/// </summary>
public sealed class ExtractionWorkflow(
    OperationStore operations,
    DocumentStore documents,
    TermbaseStore termbases,
    EvidenceRecorder evidence,
    IBlobStore blobs,
    IUploadReader reader,
    GlossarySettings settings,
    TimeProvider clock) : IWorkflow
{
    private const string StoreStep = "store";
    private const string RetireStep = "retire";
    private const string CompleteStep = "complete";

    private const int CandidatesPerStep = 400;

    // Shares of the whole that the bar shows; reading is what takes long.
    private const int PercentRead = 70;
    private const int PercentStored = 95;

    /// <inheritdoc />
    public OperationKind Kind => OperationKind.Extraction;

    /// <inheritdoc />
    public async Task<StepOutcome> StepAsync(Operation operation, IStepProgress progress, CancellationToken cancellationToken)
    {
        var document = await CurrentAsync(operation, cancellationToken);
        if (document is null)
        {
            return new StepOutcome.Finished();
        }

        return operation.Step switch
        {
            "" => await ReadAsync(operation, document, progress, cancellationToken),
            StoreStep => await StoreAsync(operation, document, cancellationToken),
            RetireStep => await RetireAsync(operation, document, cancellationToken),
            CompleteStep => await CompleteAsync(operation, document, cancellationToken),
            _ => throw new InvalidOperationException($"Extraction has no step “{operation.Step}”."),
        };
    }

    /// <inheritdoc />
    public async Task AbandonAsync(Operation operation, Failure? failure, CancellationToken cancellationToken)
    {
        if (await CurrentAsync(operation, cancellationToken) is { StoredRevision: null } document)
        {
            // Half a document's terms would look like all of them.
            string? after = null;
            do
            {
                after = await evidence.WithdrawAsync(operation.Glossary, document.Id, keep: null, after, operation.Id, cancellationToken);
            }
            while (after is not null);
        }

        Measures.Documents.Add(1, new KeyValuePair<string, object?>("outcome", failure?.Code ?? "cancelled"));
        failure ??= new Failure("cancelled", "The extraction was stopped by a person. Process the document again when you want its terms.");
        await UpdateAsync(
            operation,
            document => document with { State = DocumentState.Failed, Failure = failure, Progress = null },
            cancellationToken);
    }

    private async Task<StepOutcome> ReadAsync(
        Operation operation, Document document, IStepProgress progress, CancellationToken cancellationToken)
    {
        // Late writes of the revision before would stay behind this one's: let its step end first; it stops by itself.
        var before = DocumentIdentity.ExtractionOf(document.Id, document.Revision - 1);
        if (await operations.FindAsync(before, cancellationToken) is { IsFinished: false })
        {
            return new StepOutcome.Next(string.Empty, null, 0) { Delay = TimeSpan.FromSeconds(1) };
        }

        await UpdateAsync(
            operation,
            each => each with { State = DocumentState.Extracting, Failure = null, Progress = new DocumentProgress("checking", null, null, 0) },
            cancellationToken);
        var termbase = await termbases.GetAsync(document.Glossary, cancellationToken);
        Check(document);
        var folder = Directory.CreateTempSubdirectory("glossary-");
        try
        {
            var upload = Path.Combine(folder.FullName, "upload" + Path.GetExtension(document.FileName));
            var hash = await DownloadAsync(document, upload, cancellationToken);
            if (hash is null)
            {
                // The blob has another version by now or is gone: its own event starts what follows.
                return new StepOutcome.Failed(new Failure(
                    "blob-changed", "The file was changed or removed in the storage while it was being read. A new version is picked up by itself."));
            }

            var language = document.LanguageOverride ?? (termbase.SourceLanguage == "auto" ? null : termbase.SourceLanguage);
            var request = new ReadingRequest(
                upload, document.FileName, folder.FullName, settings.Limits, termbase.Profile.ToOptions(language));
            var result = await FollowAsync(operation, request, progress, cancellationToken);
            await StoreArtefactsAsync(operation, folder.FullName, cancellationToken);
            await UpdateAsync(
                operation,
                each => each with
                {
                    Reading = new DocumentReading
                    {
                        Revision = operation.Input.Revision!.Value,
                        MediaType = result.MediaType,
                        ContentHash = hash,
                        Language = result.Language,
                        Tokens = result.Tokens,
                        Candidates = result.Candidates,
                        Occurrences = result.Occurrences,
                        Report = result.Report,
                        EngineVersion = Engine.Version,
                    },
                    Progress = new DocumentProgress("storing", null, result.Report.Pages, PercentRead),
                },
                cancellationToken);
            return new StepOutcome.Next(StoreStep, "0", PercentRead, new Dictionary<string, int> { ["candidates"] = result.Candidates });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Check(Document document)
    {
        if (document.Size > settings.Limits.MaximumBytes)
        {
            throw new DocumentRefusedException(RefusalCodes.FileTooLarge, string.Create(
                CultureInfo.InvariantCulture,
                $"The file has {document.Size / 1048576.0:N1} MB; {settings.Limits.MaximumBytes / 1048576.0:N0} MB are allowed. Split it, or raise the limit in the settings."));
        }

        if (document.Size == 0)
        {
            throw new DocumentRefusedException(RefusalCodes.EmptyFile, "The file is empty. Upload it again.");
        }

        if (!settings.Extensions.Contains(Path.GetExtension(document.FileName), StringComparer.OrdinalIgnoreCase))
        {
            throw new DocumentRefusedException(
                RefusalCodes.UnsupportedType,
                $"Files of this type are not read. Upload one of: {string.Join(", ", settings.Extensions)}.");
        }
    }

    private async Task<string?> DownloadAsync(Document document, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var source = await blobs.OpenReadAsync(BlobContainer.Uploads, document.BlobName, document.BlobETag, cancellationToken);
            await using var target = File.Create(path);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[81920];
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    // Reads while writing the newest progress to the document, about twice a second.
    private async Task<ReadingResult> FollowAsync(
        Operation operation, ReadingRequest request, IStepProgress progress, CancellationToken cancellationToken)
    {
        DocumentProgress? newest = null;
        var started = clock.GetTimestamp();
        var sink = new Sink(reading =>
        {
            var share = reading.Pages is > 0 and var pages ? (double)reading.Page / pages : 0;
            var percent = (int)(reading.Stage == "reading" ? share * 50 : 50 + (share * 20));
            progress.Report(percent);
            Volatile.Write(ref newest, new DocumentProgress(reading.Stage == "writing" ? "storing" : reading.Stage, reading.Page, reading.Pages, percent));
        });
        var work = reader.ReadAsync(request, sink, cancellationToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), clock);
        DocumentProgress? written = null;
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, timer.WaitForNextTickAsync(cancellationToken).AsTask());
            if (!work.IsCompleted && Volatile.Read(ref newest) is { } current && current != written)
            {
                written = current;
                await UpdateAsync(operation, each => each with { Progress = current }, cancellationToken);
            }
        }

        var result = await work;
        Measures.Documents.Add(1, new KeyValuePair<string, object?>("outcome", "read"));
        Measures.Pages.Add(result.Report.Pages);
        Measures.Candidates.Add(result.Candidates);
        Measures.Reading.Record(clock.GetElapsedTime(started).TotalSeconds);
        return result;
    }

    private async Task StoreArtefactsAsync(Operation operation, string folder, CancellationToken cancellationToken)
    {
        foreach (var name in ArtefactNames.All)
        {
            await using var file = File.OpenRead(Path.Combine(folder, name));
            await blobs.WriteAsync(
                BlobContainer.Artefacts, Folder(operation) + name, file, "application/octet-stream", onlyIfAbsent: false, cancellationToken);
        }
    }

    private async Task<StepOutcome> StoreAsync(Operation operation, Document document, CancellationToken cancellationToken)
    {
        var offset = long.Parse(operation.Cursor!, CultureInfo.InvariantCulture);
        var name = Folder(operation) + ArtefactNames.Candidates;
        var (candidates, next) = await CandidateFile.ReadAsync(
            async (from, length, token) => await blobs.ReadRangeAsync(BlobContainer.Artefacts, name, from, length, token),
            offset, CandidatesPerStep, cancellationToken);
        foreach (var language in candidates.GroupBy(candidate => candidate.Language))
        {
            await evidence.RecordAsync(
                operation.Glossary, document.Id, operation.Input.Revision!.Value, [.. language], operation.Id, cancellationToken);
        }

        var stored = operation.Counts.GetValueOrDefault("stored") + candidates.Count;
        var all = Math.Max(1, operation.Counts.GetValueOrDefault("candidates"));
        var percent = PercentRead + (int)((PercentStored - PercentRead) * Math.Min(1.0, (double)stored / all));
        await UpdateAsync(
            operation, each => each with { Progress = new DocumentProgress("storing", null, each.Progress?.Pages, percent) }, cancellationToken);
        var counts = new Dictionary<string, int>(operation.Counts) { ["stored"] = stored };
        return next is null
            ? new StepOutcome.Next(RetireStep, null, PercentStored, counts)
            : new StepOutcome.Next(StoreStep, next.Value.ToString(CultureInfo.InvariantCulture), percent, counts);
    }

    private async Task<StepOutcome> RetireAsync(Operation operation, Document document, CancellationToken cancellationToken)
    {
        if (document.StoredRevision is null && document.Revision == 1)
        {
            return new StepOutcome.Next(CompleteStep, null, 99);
        }

        var after = await evidence.WithdrawAsync(
            operation.Glossary, document.Id, operation.Input.Revision, operation.Cursor, operation.Id, cancellationToken);
        return after is null ? new StepOutcome.Next(CompleteStep, null, 99) : new StepOutcome.Next(RetireStep, after, 97);
    }

    private async Task<StepOutcome> CompleteAsync(Operation operation, Document document, CancellationToken cancellationToken)
    {
        var revision = operation.Input.Revision!.Value;
        await UpdateAsync(
            operation,
            each => each with
            {
                State = DocumentState.Ready,
                Progress = null,
                StoredRevision = revision,
                ReadyAt = clock.GetUtcNow(),
            },
            cancellationToken);
        await foreach (var blob in blobs.ListAsync(BlobContainer.Artefacts, $"{operation.Glossary}/{document.Id}/", cancellationToken))
        {
            if (!blob.Name.StartsWith(Folder(operation), StringComparison.Ordinal))
            {
                await blobs.DeleteAsync(BlobContainer.Artefacts, blob.Name, cancellationToken);
            }
        }

        return new StepOutcome.Finished();
    }

    private static string Folder(Operation operation) =>
        DocumentIdentity.ArtefactFolder(operation.Glossary, operation.Input.DocumentId!, operation.Input.Revision!.Value);

    private static bool IsCurrent(Operation operation, Document document) =>
        document.Revision == operation.Input.Revision && !document.Deleting;

    private async Task<Document?> CurrentAsync(Operation operation, CancellationToken cancellationToken) =>
        await documents.FindAsync(operation.Glossary, operation.Input.DocumentId!, cancellationToken) is { } stored
            && IsCurrent(operation, stored.Document)
            ? stored.Document
            : null;

    private Task<Document?> UpdateAsync(Operation operation, Func<Document, Document> change, CancellationToken cancellationToken) =>
        documents.UpdateAsync(
            operation.Glossary,
            operation.Input.DocumentId!,
            document => IsCurrent(operation, document) ? change(document) : null,
            cancellationToken);

    // Progress<T> would post to a synchronisation context and reorder.
    private sealed class Sink(Action<ReadingProgress> report) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => report(value);
    }
}
