using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;

namespace Glossary.App.Features.Statistics;

/// <summary>Routes of the statistics.</summary>
public static class StatisticsRoutes
{
    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Statistics_Get", "GET", "v1/glossaries/{glossary}/statistics", Role.Reader, Call.To<StatisticsHandler>(handler => handler.GetAsync))
        {
            Summary = "Counts concepts, documents and what people did in the latest 1,000 changes, by day, by person and by reason of rejection.",
            Response = ApiJson.Default.GlossaryStatistics,
        },
    ];
}
