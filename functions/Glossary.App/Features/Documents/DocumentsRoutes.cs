using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Documents;

/// <summary>Routes of documents.</summary>
public static class DocumentsRoutes
{
    private const string Documents = "v1/glossaries/{glossary}/documents";
    private const string One = Documents + "/{document}";

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Documents_List", "GET", Documents, Role.Reader, Call.To<DocumentsHandler>(handler => handler.ListAsync))
        {
            Summary = "Lists the documents of a glossary, newest first, with their states and progress.",
            Query = CommonQuery.Paging,
            Response = ApiJson.Default.ListPageDocumentResource,
        },
        new("Documents_Get", "GET", One, Role.Reader, Call.To<DocumentsHandler>(handler => handler.GetAsync))
        {
            Summary = "Shows a document.",
            Response = ApiJson.Default.DocumentResource,
        },
        new("Documents_Patch", "PATCH", One, Role.Editor, Call.To<DocumentsHandler>(handler => handler.PatchAsync))
        {
            Summary = "Sets the language of a document, or has it detected, and reads it again (JSON merge patch).",
            Request = ApiJson.Default.DocumentPatch,
            Response = ApiJson.Default.DocumentResource,
            NeedsIfMatch = true,
            Problems = [ProblemCodes.Conflict],
            Expensive = true,
        },
        new("Documents_Delete", "DELETE", One, Role.Editor, Call.To<DocumentsHandler>(handler => handler.DeleteAsync))
        {
            Summary = "Deletes a document with its file and its evidence; what people decided stays.",
            Response = ApiJson.Default.OperationResource,
            Status = StatusCodes.Status202Accepted,
            NeedsIfMatch = true,
        },
        new("Documents_Reprocess", "POST", One + ":reprocess", Role.Editor, Call.To<DocumentsHandler>(handler => handler.ReprocessAsync))
        {
            Summary = "Reads a document again.",
            Response = ApiJson.Default.OperationResource,
            Status = StatusCodes.Status202Accepted,
            Problems = [ProblemCodes.Conflict],
            Expensive = true,
        },
        new("Documents_Cancel", "POST", One + ":cancel", Role.Editor, Call.To<DocumentsHandler>(handler => handler.CancelAsync))
        {
            Summary = "Stops the extraction of a document.",
            Response = ApiJson.Default.OperationResource,
            Status = StatusCodes.Status202Accepted,
            Problems = [ProblemCodes.Conflict],
        },
        new("Documents_Text", "GET", One + "/text", Role.Reader, Call.To<DocumentsHandler>(handler => handler.TextAsync))
        {
            Summary = "Gives the text of a page with the places of its words.",
            Query = [new QueryParameter("page", "integer", "1-based page; the first where it is missing.")],
            Response = ApiJson.Default.PageResource,
            Problems = [ProblemCodes.NotReady],
        },
        new("Documents_File", "GET", One + "/file", Role.Reader, Call.To<DocumentsHandler>(handler => handler.FileAsync))
        {
            Summary = "Gives a link to the file as it was uploaded.",
            Response = ApiJson.Default.FileLink,
        },
        new("Documents_Terms", "GET", One + "/terms", Role.Reader, Call.To<DocumentsHandler>(handler => handler.TermsAsync))
        {
            Summary = "Lists the terms of a document by descending score.",
            Query = CommonQuery.Paging,
            Response = ApiJson.Default.ListPageDocumentTerm,
        },
    ];
}
