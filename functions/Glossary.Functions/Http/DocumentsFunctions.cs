using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Documents.</summary>
public sealed class DocumentsFunctions(ApiEntry api)
{
    /// <summary>Lists the documents of a glossary, newest first, with their states and progress.</summary>
    [Function("Documents_List")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/documents")] HttpRequest request) =>
        api.RunAsync("Documents_List", Role.Reader, request);

    /// <summary>Shows a document.</summary>
    [Function("Documents_Get")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/documents/{document}")] HttpRequest request) =>
        api.RunAsync("Documents_Get", Role.Reader, request);

    /// <summary>Sets the language of a document, or has it detected, and reads it again.</summary>
    [Function("Documents_Patch")]
    public Task<IResult> PatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "v1/glossaries/{glossary}/documents/{document}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Documents_Patch", Role.Editor, request, client);

    /// <summary>Deletes a document with its file and its evidence; what people decided stays.</summary>
    [Function("Documents_Delete")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/glossaries/{glossary}/documents/{document}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Documents_Delete", Role.Editor, request, client);

    /// <summary>Reads a document again.</summary>
    [Function("Documents_Reprocess")]
    public Task<IResult> ReprocessAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/documents/{document}:reprocess")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Documents_Reprocess", Role.Editor, request, client);

    /// <summary>Stops the extraction of a document.</summary>
    [Function("Documents_Cancel")]
    public Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/documents/{document}:cancel")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Documents_Cancel", Role.Editor, request, client);

    /// <summary>Gives the text of a page with the places of its words.</summary>
    [Function("Documents_Text")]
    public Task<IResult> TextAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/documents/{document}/text")] HttpRequest request) =>
        api.RunAsync("Documents_Text", Role.Reader, request);

    /// <summary>Gives a link to the file as it was uploaded.</summary>
    [Function("Documents_File")]
    public Task<IResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/documents/{document}/file")] HttpRequest request) =>
        api.RunAsync("Documents_File", Role.Reader, request);

    /// <summary>Lists the terms of a document by descending score.</summary>
    [Function("Documents_Terms")]
    public Task<IResult> TermsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glossaries/{glossary}/documents/{document}/terms")] HttpRequest request) =>
        api.RunAsync("Documents_Terms", Role.Reader, request);
}
