using System.Globalization;
using System.Text.Json;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Workflows;

/// <summary>
/// Copies a glossary from the term store that serves to another one, in rounds. A round walks both stores in the order of keys, counts and
/// hashes what each holds, and lets the other store have what the one that serves has. When a round finds equal counts and hashes, and nobody
/// changed the glossary during it, the copy is whole; else another round catches up.
/// </summary>
public sealed class StoreMigrationWorkflow(TermStores stores, IBlobStore blobs) : IWorkflow
{
    private const string RoundStep = "round";
    private const int MostRounds = 8;
    private const int PagesPerStep = 20;

    // A batch grows on its way to the store, so it is filled by half.
    private const long MostBytes = IRecordStore.MaximumBatchBodies / 2;

    // No key begins with the last character of all.
    private static readonly KeyRange Everything = new(string.Empty, "\uFFFF");

    /// <inheritdoc />
    public OperationKind Kind => OperationKind.StoreMigration;

    /// <inheritdoc />
    public async Task<StepOutcome> StepAsync(Operation operation, IStepProgress progress, CancellationToken cancellationToken)
    {
        var to = operation.Input.To!.Value;
        if (to == stores.Serving || !stores.Reached.TryGetValue(to, out var target))
        {
            return Failed("store-gone", $"{to} serves by now, or is no longer named by the settings. Look at the settings, and start the copy again.");
        }

        return operation.Step switch
        {
            "" => await BeginAsync(operation, target, cancellationToken),
            RoundStep => await GoOnAsync(operation, target, progress, cancellationToken),
            _ => throw new InvalidOperationException($"A migration has no step “{operation.Step}”."),
        };
    }

    /// <inheritdoc />
    public Task AbandonAsync(Operation operation, Failure? failure, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<StepOutcome> BeginAsync(Operation operation, IRecordStore target, CancellationToken cancellationToken)
    {
        var change = await ChangeNumberAsync(stores.Serves, operation.Glossary, cancellationToken);
        return await ChangeNumberAsync(target, operation.Glossary, cancellationToken) > change
            ? Failed("copy-is-newer", "The other store has newer changes of this glossary than the one that serves. Nothing was copied over them.")
            : Next(operation, new MigrationRound { Number = 1, ChangeNumber = change });
    }

    private async Task<StepOutcome> GoOnAsync(
        Operation operation, IRecordStore target, IStepProgress progress, CancellationToken cancellationToken)
    {
        var round = JsonSerializer.Deserialize(operation.Cursor!, StoreJson.Default.MigrationRound)!;
        for (var pages = 0; pages < PagesPerStep; pages++)
        {
            round = await AlignAsync(operation.Glossary, target, round, cancellationToken);
            if (round.After is null)
            {
                return await EndRoundAsync(operation, round, cancellationToken);
            }

            progress.Report(round.Percent);
        }

        return Next(operation, round);
    }

    // Both stores are read by a page, and compared as far as both pages reach.
    private async Task<MigrationRound> AlignAsync(string glossary, IRecordStore target, MigrationRound round, CancellationToken cancellationToken)
    {
        var wanted = await stores.Serves.ListAsync(glossary, Everything, IRecordStore.MaximumBatch, round.After, cancellationToken);
        var present = await target.ListAsync(glossary, Everything, IRecordStore.MaximumBatch, round.After, cancellationToken);
        var reach = Earlier(wanted.After, present.After);
        var source = Within(wanted, reach);
        var copy = Within(present, reach).ToDictionary(record => record.Key, record => record.Body, StringComparer.Ordinal);
        var keys = source.Select(record => record.Key).ToHashSet(StringComparer.Ordinal);
        List<RecordWrite> writes =
        [
            .. source.Where(record => copy.GetValueOrDefault(record.Key) != record.Body).Select(record => RecordWrite.Put(record.Key, record.Body)),
            .. copy.Keys.Where(key => !keys.Contains(key)).Select(key => RecordWrite.Delete(key)),
        ];
        foreach (var batch in Batches(writes))
        {
            await target.CommitAsync(glossary, batch, cancellationToken);
        }

        return round with
        {
            After = reach,
            Source = round.Source.With(source),
            Target = round.Target.With(Within(present, reach)),
            Written = round.Written + writes.Count,
        };
    }

    private async Task<StepOutcome> EndRoundAsync(Operation operation, MigrationRound round, CancellationToken cancellationToken)
    {
        var change = await ChangeNumberAsync(stores.Serves, operation.Glossary, cancellationToken);
        if (round.Source == round.Target && change == round.ChangeNumber)
        {
            var report = await ReportAsync(operation, round, cancellationToken);
            return new StepOutcome.Finished(report, round.Counts);
        }

        return round.Number < MostRounds
            ? Next(operation, new MigrationRound { Number = round.Number + 1, ChangeNumber = change, Written = round.Written })
            : Failed("glossary-in-use", "People changed the glossary faster than it could be copied. Ask them to pause, and start the copy again.");
    }

    private async Task<OperationFile> ReportAsync(Operation operation, MigrationRound round, CancellationToken cancellationToken)
    {
        var report = new MigrationReport(
            operation.Glossary, stores.Serving, operation.Input.To!.Value, round.ChangeNumber, round.Source, round.Target, round.Number, round.Written);
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, StoreJson.Default.MigrationReport));
        var fileName = string.Create(CultureInfo.InvariantCulture, $"{operation.Glossary}-{operation.CreatedAt:yyyyMMdd-HHmmss}-migration.json");
        var blobName = $"{operation.Glossary}/{operation.Id}/{fileName}";
        await blobs.WriteAsync(BlobContainer.Exports, blobName, content, "application/json", onlyIfAbsent: false, cancellationToken);
        return new OperationFile(blobName, fileName, "application/json", content.Length);
    }

    private static StepOutcome.Next Next(Operation operation, MigrationRound round) =>
        new(RoundStep, JsonSerializer.Serialize(round, StoreJson.Default.MigrationRound), Math.Max(operation.Percent, round.Percent), round.Counts);

    private static StepOutcome.Failed Failed(string code, string sentence) => new(new Failure(code, sentence));

    private static async Task<long> ChangeNumberAsync(IRecordStore store, string glossary, CancellationToken cancellationToken) =>
        await store.FindAsync(glossary, TermKeys.Head, cancellationToken) is { } head
            ? JsonSerializer.Deserialize(head.Body, StoreJson.Default.Termbase)!.ChangeNumber
            : -1;

    private static string? Earlier(string? one, string? other) =>
        one is null || (other is not null && string.CompareOrdinal(other, one) < 0) ? other : one;

    private static IReadOnlyList<StoredRecord> Within(RecordPage page, string? reach) =>
        reach is null ? page.Records : [.. page.Records.TakeWhile(record => string.CompareOrdinal(record.Key, reach) <= 0)];

    private static IEnumerable<IReadOnlyList<RecordWrite>> Batches(IEnumerable<RecordWrite> writes)
    {
        var (batch, bytes) = (new List<RecordWrite>(), 0L);
        foreach (var write in writes)
        {
            var size = write.Body is null ? 0 : System.Text.Encoding.UTF8.GetByteCount(write.Body);
            if (batch.Count == IRecordStore.MaximumBatch || (batch.Count > 0 && bytes + size > MostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(write);
            bytes += size;
        }

        yield return batch;
    }
}
