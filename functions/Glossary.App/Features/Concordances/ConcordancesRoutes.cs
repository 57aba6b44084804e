using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;

namespace Glossary.App.Features.Concordances;

/// <summary>Routes of the concordance.</summary>
public static class ConcordancesRoutes
{
    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Concordance_Find", "GET", "v1/glossaries/{glossary}/concordance", Role.Reader, Call.To<ConcordancesHandler>(handler => handler.FindAsync))
        {
            Summary = "Shows a text in the documents with what stands before and behind it. A page may have no lines though there are more; go on while there is a nextLink.",
            Query =
            [
                new("q", "string", "Words in their order, whatever their case; * stands for the rest of a word. At most 200 characters.") { Required = true },
                new("document", "string", "Only in this document."),
                new("sort", "string", "By place (Document, as where it is missing), or by the words beside the text, the nearest first; sorted are at most 5,000 places.")
                {
                    Values = Enum.GetNames<ConcordanceOrder>(),
                },
                .. CommonQuery.Paging,
            ],
            Response = ApiJson.Default.ListPageOccurrenceLine,
        },
    ];
}
