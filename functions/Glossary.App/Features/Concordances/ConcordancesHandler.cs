using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Concordances;

/// <summary>Shows a text wherever the documents of a glossary have it.</summary>
public sealed class ConcordancesHandler(TermbaseStore termbases, TextConcordance concordance)
{
    private const int LongestText = 200;

    /// <summary>GET concordance.</summary>
    public async Task<IResult> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var text = http.QueryText("q");
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            throw ApiException.Invalid("q", $"Say in q what to look for, in at most {LongestText} characters.");
        }

        var (document, position) = (http.QueryText("document"), http.ListPosition());
        var order = http.QueryEnum<ConcordanceOrder>("sort") ?? ConcordanceOrder.Document;
        ListPage<OccurrenceLine> page;
        if (order == ConcordanceOrder.Document)
        {
            var (lines, after) = await concordance.ListAsync(termbase.Slug, text, document, position, cancellationToken);
            page = http.Page(lines, after, null);
        }
        else
        {
            var (lines, after, count) = await concordance.SortAsync(termbase.Slug, text, document, order, position, cancellationToken);
            page = http.Page(lines, after, count);
        }

        return http.Answer(page, ApiJson.Default.ListPageOccurrenceLine);
    }
}
