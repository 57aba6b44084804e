using System.Text.Json.Serialization;
using Glossary.App.Features.Changes;
using Glossary.App.Features.Concepts;
using Glossary.App.Features.Decisions;
using Glossary.App.Features.Documents;
using Glossary.App.Features.DocumentTypes;
using Glossary.App.Features.Exports;
using Glossary.App.Features.Filters;
using Glossary.App.Features.Glossaries;
using Glossary.App.Features.Health;
using Glossary.App.Features.Members;
using Glossary.App.Features.Migrations;
using Glossary.App.Features.Relations;
using Glossary.App.Features.Samples;
using Glossary.App.Features.Search;
using Glossary.App.Features.Sites;
using Glossary.App.Features.Statistics;
using Glossary.App.Features.Uploads;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Kernel.Json;

/// <summary>How the API writes and reads JSON. What is listed here is the API's vocabulary.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ListPage<GlossarySummary>), TypeInfoPropertyName = "ListPageGlossarySummary")]
[JsonSerializable(typeof(GlossaryDetail))]
[JsonSerializable(typeof(NewGlossary))]
[JsonSerializable(typeof(GlossaryPatch))]
[JsonSerializable(typeof(UploadWish))]
[JsonSerializable(typeof(UploadTicket))]
[JsonSerializable(typeof(ListPage<UnassignedBlob>), TypeInfoPropertyName = "ListPageUnassignedBlob")]
[JsonSerializable(typeof(Assignment))]
[JsonSerializable(typeof(Assigned))]
[JsonSerializable(typeof(DocumentPatch))]
[JsonSerializable(typeof(DocumentResource))]
[JsonSerializable(typeof(ListPage<DocumentResource>), TypeInfoPropertyName = "ListPageDocumentResource")]
[JsonSerializable(typeof(PageResource))]
[JsonSerializable(typeof(FileLink))]
[JsonSerializable(typeof(ListPage<DocumentTerm>), TypeInfoPropertyName = "ListPageDocumentTerm")]
[JsonSerializable(typeof(ListPage<ConceptRow>), TypeInfoPropertyName = "ListPageConceptRow")]
[JsonSerializable(typeof(ConceptResource))]
[JsonSerializable(typeof(ListPage<OccurrenceLine>), TypeInfoPropertyName = "ListPageOccurrenceLine")]
[JsonSerializable(typeof(ExportWish))]
[JsonSerializable(typeof(MigrationWish))]
[JsonSerializable(typeof(OperationResource))]
[JsonSerializable(typeof(ListPage<OperationResource>), TypeInfoPropertyName = "ListPageOperationResource")]
[JsonSerializable(typeof(ListPage<ChangeResource>), TypeInfoPropertyName = "ListPageChangeResource")]
[JsonSerializable(typeof(ChangeResource))]
[JsonSerializable(typeof(ConceptPatch))]
[JsonSerializable(typeof(NewConcept))]
[JsonSerializable(typeof(ConceptMade))]
[JsonSerializable(typeof(ListPage<Duplicate>), TypeInfoPropertyName = "ListPageDuplicate")]
[JsonSerializable(typeof(MergeWish))]
[JsonSerializable(typeof(ListPage<RelationResource>), TypeInfoPropertyName = "ListPageRelationResource")]
[JsonSerializable(typeof(ListPage<Comment>), TypeInfoPropertyName = "ListPageComment")]
[JsonSerializable(typeof(NewComment))]
[JsonSerializable(typeof(DocumentTypeList))]
[JsonSerializable(typeof(DocumentTypesWish))]
[JsonSerializable(typeof(ListPage<MemberResource>), TypeInfoPropertyName = "ListPageMemberResource")]
[JsonSerializable(typeof(MemberWish))]
[JsonSerializable(typeof(ListPage<SavedFilter>), TypeInfoPropertyName = "ListPageSavedFilter")]
[JsonSerializable(typeof(SavedFilterWish))]
[JsonSerializable(typeof(NewRelation))]
[JsonSerializable(typeof(RelationPatch))]
[JsonSerializable(typeof(RelationChanged))]
[JsonSerializable(typeof(MoveWish))]
[JsonSerializable(typeof(SplitWish))]
[JsonSerializable(typeof(GlossaryStatistics))]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(CompletionList))]
[JsonSerializable(typeof(DecisionWish))]
[JsonSerializable(typeof(DecisionResult))]
[JsonSerializable(typeof(BulkDecisionWish))]
[JsonSerializable(typeof(BulkPreview))]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(VersionInformation))]
[JsonSerializable(typeof(Site))]
[JsonSerializable(typeof(SampleWish))]
[JsonSerializable(typeof(SampleStarted))]
[JsonSerializable(typeof(HealthReport))]
public sealed partial class ApiJson : JsonSerializerContext;
