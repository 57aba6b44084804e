using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Workflows;

/// <summary>
/// Removes a document: its blob first, so that nothing picks it up again, then its evidence in batches, its artefacts and its
/// record. Candidates that only it supported disappear; decided concepts stay.
/// </summary>
public sealed class DocumentDeletionWorkflow(
    OperationStore operations, DocumentStore documents, EvidenceRecorder evidence, IBlobStore blobs) : IWorkflow
{
    private const string WithdrawStep = "withdraw";
    private const string RemoveStep = "remove";

    /// <inheritdoc />
    public OperationKind Kind => OperationKind.DocumentDeletion;

    /// <inheritdoc />
    public async Task<StepOutcome> StepAsync(Operation operation, IStepProgress progress, CancellationToken cancellationToken)
    {
        var id = operation.Input.DocumentId!;
        switch (operation.Step)
        {
            case "":
                var marked = await documents.UpdateAsync(operation.Glossary, id, document => document with { Deleting = true }, cancellationToken);
                if (marked is not null)
                {
                    if (marked.OperationId is { } extraction
                        && await operations.FindAsync(extraction, cancellationToken) is { IsFinished: false })
                    {
                        // The extraction notices the deletion at its next step; what it writes until then must not come after the withdrawal.
                        return new StepOutcome.Next(string.Empty, null, 0) { Delay = TimeSpan.FromSeconds(1) };
                    }

                    await blobs.DeleteAsync(BlobContainer.Uploads, marked.BlobName, cancellationToken);
                }

                return new StepOutcome.Next(WithdrawStep, null, 10);
            case WithdrawStep:
                var after = await evidence.WithdrawAsync(operation.Glossary, id, keep: null, operation.Cursor, operation.Id, cancellationToken);
                return after is null ? new StepOutcome.Next(RemoveStep, null, 90) : new StepOutcome.Next(WithdrawStep, after, 50);
            case RemoveStep:
                await foreach (var blob in blobs.ListAsync(BlobContainer.Artefacts, $"{operation.Glossary}/{id}/", cancellationToken))
                {
                    await blobs.DeleteAsync(BlobContainer.Artefacts, blob.Name, cancellationToken);
                }

                await documents.RemoveAsync(operation.Glossary, id, cancellationToken);
                return new StepOutcome.Finished();
            default:
                throw new InvalidOperationException($"Deletion has no step “{operation.Step}”.");
        }
    }

    /// <inheritdoc />
    public async Task AbandonAsync(Operation operation, Failure? failure, CancellationToken cancellationToken) =>
        await documents.UpdateAsync(
            operation.Glossary,
            operation.Input.DocumentId!,
            document => document with
            {
                Deleting = false,
                State = DocumentState.Failed,
                Failure = failure ?? new Failure("deletion-stopped", "The deletion was stopped half-way. Delete the document again to finish it."),
            },
            cancellationToken);
}
