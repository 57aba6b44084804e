using Azure.Storage.Blobs;
using Glossary.App.Features.Uploads;
using Glossary.Functions.Hosting;
using Glossary.Functions.Operations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Uploads;

/// <summary>What lands in the <c>uploads</c> container, however it got there.</summary>
public sealed class UploadFunctions(UploadIntake intake, UploadReconciliation reconciliation, DurableOperationQueue queue)
{
    /// <summary>A blob was written; the core parts its name into glossary and file.</summary>
    [Function("Upload_Arrived")]
    public Task ArrivedAsync(
        [BlobTrigger("uploads/{name}", Source = BlobTriggerSource.EventGrid, Connection = FunctionsSettings.Connection)] BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        queue.ThroughAsync(client, () => intake.ArrivedAsync(name, cancellationToken));

    /// <summary>A blob could not be taken in, however often the platform tried.</summary>
    [Function("Upload_GivenUp")]
    public Task GivenUpAsync(
        [QueueTrigger("webjobs-blobtrigger-poison", Connection = FunctionsSettings.Connection)] string message,
        CancellationToken cancellationToken) =>
        intake.GiveUpAsync(PoisonMessage.BlobNameOf(message), cancellationToken);

    /// <summary>Every quarter of an hour: blobs that no event announced.</summary>
    [Function("Reconcile_Uploads")]
    public Task ReconcileAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        queue.ThroughAsync(client, () => reconciliation.RunAsync(cancellationToken));
}
