using System.Text.Json.Serialization;
using Glossary.App.Features.Filters;
using Glossary.App.Features.Uploads;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Members;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Workflows;

namespace Glossary.App.Kernel.Json;

/// <summary>How records are written to the store. A change of shape raises the record's schema number.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Termbase))]
[JsonSerializable(typeof(Concept))]
[JsonSerializable(typeof(ConceptContent))]
[JsonSerializable(typeof(ConceptRow))]
[JsonSerializable(typeof(Evidence))]
[JsonSerializable(typeof(DocumentTermRow))]
[JsonSerializable(typeof(Alias))]
[JsonSerializable(typeof(Comment))]
[JsonSerializable(typeof(IReadOnlyList<DocumentType>))]
[JsonSerializable(typeof(Change))]
[JsonSerializable(typeof(FirstAnswer))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(SavedFilter))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(DocumentCounts))]
[JsonSerializable(typeof(Operation))]
[JsonSerializable(typeof(UnassignedUpload))]
[JsonSerializable(typeof(IndexLease))]
[JsonSerializable(typeof(MigrationRound))]
[JsonSerializable(typeof(MigrationReport))]
internal sealed partial class StoreJson : JsonSerializerContext;
