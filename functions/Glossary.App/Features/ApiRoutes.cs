using Glossary.App.Features.Changes;
using Glossary.App.Features.Concepts;
using Glossary.App.Features.Concordances;
using Glossary.App.Features.Decisions;
using Glossary.App.Features.Documents;
using Glossary.App.Features.DocumentTypes;
using Glossary.App.Features.Exports;
using Glossary.App.Features.Filters;
using Glossary.App.Features.Glossaries;
using Glossary.App.Features.Health;
using Glossary.App.Features.Members;
using Glossary.App.Features.Migrations;
using Glossary.App.Features.Operations;
using Glossary.App.Features.Relations;
using Glossary.App.Features.Samples;
using Glossary.App.Features.Search;
using Glossary.App.Features.Sites;
using Glossary.App.Features.Statistics;
using Glossary.App.Features.Uploads;
using Glossary.App.Kernel.Http;

namespace Glossary.App.Features;

/// <summary>The route table: every host maps just these, and the OpenAPI description lists just these.</summary>
public static class ApiRoutes
{
    /// <summary>All routes, feature by feature.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        .. SitesRoutes.All,
        .. GlossariesRoutes.All,
        .. MembersRoutes.All,
        .. UploadsRoutes.All,
        .. SamplesRoutes.All,
        .. DocumentsRoutes.All,
        .. DocumentTypesRoutes.All,
        .. ConceptsRoutes.All,
        .. RelationsRoutes.All,
        .. SearchRoutes.All,
        .. ConcordancesRoutes.All,
        .. StatisticsRoutes.All,
        .. FiltersRoutes.All,
        .. DecisionsRoutes.All,
        .. ChangesRoutes.All,
        .. ExportsRoutes.All,
        .. MigrationsRoutes.All,
        .. OperationsRoutes.All,
        .. HealthRoutes.All,
    ];
}
