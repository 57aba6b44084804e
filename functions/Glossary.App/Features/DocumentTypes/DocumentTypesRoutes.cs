using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;

namespace Glossary.App.Features.DocumentTypes;

/// <summary>Routes of the types of documents.</summary>
public static class DocumentTypesRoutes
{
    private const string Types = "v1/document-types";

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("DocumentTypes_List", "GET", Types, Role.Reader, Call.To<DocumentTypesHandler>(handler => handler.ListAsync))
        {
            Summary = "Lists the types of documents, in English and German.",
            Response = ApiJson.Default.DocumentTypeList,
        },
        new("DocumentTypes_Replace", "PUT", Types, Role.Admin, Call.To<DocumentTypesHandler>(handler => handler.ReplaceAsync))
        {
            Summary = "Sets the types of documents. Documents of a type that is left out keep its code.",
            Request = ApiJson.Default.DocumentTypesWish,
            Response = ApiJson.Default.DocumentTypeList,
            NeedsIfMatch = true,
            Problems = [ProblemCodes.Stale],
        },
    ];
}
