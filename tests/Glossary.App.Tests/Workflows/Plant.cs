using System.Text;
using Glossary.App.Features.Documents;
using Glossary.App.Features.Uploads;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;

namespace Glossary.App.Tests.Workflows;

/// <summary>An installation with documents of word lists, driven step by step.</summary>
internal sealed class Plant(bool twice) : IDisposable
{
    public const string Glossary = "pumps";
    public const string Deletion = "deletion";

    public Installation Installation { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Installation.Dispose();

    /// <summary>Lines of words, each with its count, as <see cref="ScriptedReader"/> reads them.</summary>
    public static string Words(int count, int from = 0) =>
        string.Join('\n', Enumerable.Range(from, count).Select(i => $"word{i:D4} {1 + (i % 7)}"));

    public async Task<Document> UploadAsync(string fileName, string content)
    {
        var blob = await Installation.Blobs.WriteAsync(
            BlobContainer.Uploads, $"{Glossary}/{fileName}", new MemoryStream(Encoding.UTF8.GetBytes(content)), "application/pdf", false, Cancellation);
        return (await Installation.Get<UploadIntake>().ArrivedAsync(blob!, Cancellation))!;
    }

    public async Task<Document> ExtractAsync(string fileName, string content)
    {
        var document = await UploadAsync(fileName, content);
        await RunAsync(document.OperationId!);
        return await DocumentAsync(document.Id);
    }

    public async Task<Document> ReprocessAsync(Document document, string? language = null)
    {
        var next = await Installation.Get<DocumentReprocessing>().StartAsync(document, language, "ada", Cancellation);
        await RunAsync(next.OperationId!);
        return await DocumentAsync(document.Id);
    }

    public async Task StartDeletionAsync(Document document)
    {
        await Installation.Get<DocumentStore>().UpdateAsync(Glossary, document.Id, each => each with { Deleting = true }, Cancellation);
        await StartAsync(Deletion, OperationKind.DocumentDeletion, new OperationInput { DocumentId = document.Id });
    }

    public async Task<Operation> DeleteAsync(Document document)
    {
        await StartDeletionAsync(document);
        return await RunAsync(Deletion);
    }

    public async Task<Operation> ExportAsync(string format, params TermState[] states)
    {
        await StartAsync("export", OperationKind.Export, new OperationInput { Format = format, States = states });
        return await RunAsync("export");
    }

    public async Task<Operation> DecideAllAsync(string id, ConceptFilter filter, Decision decision)
    {
        await StartAsync(id, OperationKind.BulkDecision, new OperationInput { Filter = filter, Decision = decision });
        return await RunAsync(id);
    }

    public async Task<Operation> EditAllAsync(string id, OperationInput input)
    {
        await StartAsync(id, OperationKind.BulkDecision, input);
        return await RunAsync(id);
    }

    public async Task<Operation> UndoAllAsync(string id)
    {
        await StartAsync("u-" + id, OperationKind.BulkUndo, new OperationInput { OperationId = id });
        return await RunAsync("u-" + id);
    }

    public Task<Operation> RunAsync(string operationId) => new StepEngine(Installation, twice).RunAsync(operationId);

    public async Task<Document> DocumentAsync(string id) =>
        (await Installation.Get<DocumentStore>().GetAsync(Glossary, id, Cancellation)).Document;

    public async Task<string> ReadExportAsync(Operation operation)
    {
        using var reader = new StreamReader(
            await Installation.Blobs.OpenReadAsync(BlobContainer.Exports, operation.Result!.BlobName, null, Cancellation));
        return await reader.ReadToEndAsync(Cancellation);
    }

    private Task<Operation> StartAsync(string id, OperationKind kind, OperationInput input) =>
        Installation.Get<OperationStarter>().StartAsync(id, kind, Glossary, input, "ada", Cancellation);
}
