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
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Members;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Glossary.App;

/// <summary>Puts the core into a host's container.</summary>
public static class GlossaryServices
{
    /// <summary>
    /// Adds the core. The host adds what the ports ask for: RecordStores, TermStores, IBlobStore, ITermIndexFactory, IUploadReader, IPrincipalSource and IOperationQueue.
    /// </summary>
    public static IServiceCollection AddGlossary(this IServiceCollection services, GlossarySettings settings, ApiLimits limits)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(settings)
            .AddSingleton(settings.Search)
            .AddSingleton(limits)
            .AddSingleton<ApiPipeline>()
            .AddSingleton<IdempotentCalls>()
            .AddSingleton<GlossaryAccess>()
            .AddSingleton<MemberStore>()
            .AddSingleton<TermbaseStore>()
            .AddSingleton<ConceptList>()
            .AddSingleton<ConceptSelection>()
            .AddSingleton<DuplicateFinder>()
            .AddSingleton<EvidenceRecorder>()
            .AddSingleton<ConceptEditor>()
            .AddSingleton<ConceptMover>()
            .AddSingleton<RelationEditor>()
            .AddSingleton<CommentStore>()
            .AddSingleton<EntryFactory>()
            .AddSingleton<ChangeLog>()
            .AddSingleton<ConceptPast>()
            .AddSingleton<ConceptFeed>()
            .AddSingleton<IndexLeases>()
            .AddSingleton<IndexSnapshots>()
            .AddSingleton<IndexMaker>()
            .AddSingleton<SearchIndexes>()
            .AddSingleton<DocumentStore>()
            .AddSingleton<DocumentTypeStore>()
            .AddSingleton<DocumentTexts>()
            .AddSingleton<OperationStore>()
            .AddSingleton<OperationStarter>()
            .AddSingleton<OperationRunner>()
            .AddSingleton<IWorkflow, ExtractionWorkflow>()
            .AddSingleton<IWorkflow, ExportWorkflow>()
            .AddSingleton<IWorkflow, DocumentDeletionWorkflow>()
            .AddSingleton<IWorkflow, BulkDecisionWorkflow>()
            .AddSingleton<IWorkflow, BulkUndoWorkflow>()
            .AddSingleton<IWorkflow, ConceptMoveWorkflow>()
            .AddSingleton<IWorkflow, StoreMigrationWorkflow>()
            .AddSingleton<UploadIntake>()
            .AddSingleton<UploadReconciliation>()
            .AddSingleton<UnassignedUploads>()
            .AddSingleton<DocumentReprocessing>()
            .AddSingleton<Concordance>()
            .AddSingleton<SitesHandler>()
            .AddSingleton<GlossariesHandler>()
            .AddSingleton<MembersHandler>()
            .AddSingleton<UploadsHandler>()
            .AddSingleton<SamplesHandler>()
            .AddSingleton<DocumentsHandler>()
            .AddSingleton<DocumentTypesHandler>()
            .AddSingleton<ConceptsHandler>()
            .AddSingleton<ConceptEditsHandler>()
            .AddSingleton<ConceptStructureHandler>()
            .AddSingleton<CommentsHandler>()
            .AddSingleton<RelationsHandler>()
            .AddSingleton<SearchHandler>()
            .AddSingleton<TextConcordance>()
            .AddSingleton<ConcordancesHandler>()
            .AddSingleton<StatisticsHandler>()
            .AddSingleton<SavedFilterStore>()
            .AddSingleton<FiltersHandler>()
            .AddSingleton<DecisionsHandler>()
            .AddSingleton<ChangesHandler>()
            .AddSingleton<ExportsHandler>()
            .AddSingleton<MigrationsHandler>()
            .AddSingleton<OperationsHandler>()
            .AddSingleton<HealthHandler>();
    }
}
