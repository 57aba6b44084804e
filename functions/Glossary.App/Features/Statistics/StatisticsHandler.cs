using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Statistics;

/// <summary>Counts what a glossary holds; nothing of it reads more than the latest changes.</summary>
public sealed class StatisticsHandler(TermbaseStore termbases, DocumentStore documents, SearchIndexes indexes, ChangeLog log)
{
    private const int LatestChanges = 1_000;

    /// <summary>GET statistics.</summary>
    public async Task<IResult> GetAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var before = Math.Max(0, termbase.ChangeNumber - LatestChanges);
        var changes = await log.SinceAsync(termbase.Slug, before, LatestChanges, cancellationToken);
        using var use = await indexes.UseAsync(termbase, cancellationToken);
        var facets = use.Index?.Search(new SearchRequest { Top = 1 }, cancellationToken).Facets ?? [];
        return http.Answer(
            new GlossaryStatistics(
                termbase.Counts,
                await documents.CountsAsync(termbase.Slug, cancellationToken),
                facets,
                use.Index?.ChangeNumber,
                WorkReport.Of(changes, Math.Min(before + 1, termbase.ChangeNumber), termbase.ChangeNumber)),
            ApiJson.Default.GlossaryStatistics);
    }
}
