using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Documents;

/// <summary>The types of documents of the installation: eight from the start, and what admins make of them.</summary>
public sealed class DocumentTypeStore(RecordStores stores)
{
    private const string Partition = "settings";
    private const string Key = "document-types";

    /// <summary>The types that every installation begins with.</summary>
    public static IReadOnlyList<DocumentType> Defaults { get; } =
    [
        new("manual", "Manual", "Handbuch", null),
        new("specification", "Specification", "Spezifikation", null),
        new("standard", "Standard", "Norm", null),
        new("procedure", "Procedure", "Verfahrensanweisung", null),
        new("guideline", "Guideline", "Richtlinie", null),
        new("report", "Report", "Bericht", null),
        new("drawing", "Drawing", "Zeichnung", null),
        new("other", "Other", "Sonstiges", null),
    ];

    /// <summary>The types in their order, and their version; that is empty while nobody changed them.</summary>
    public async Task<(IReadOnlyList<DocumentType> Types, string Version)> ListAsync(CancellationToken cancellationToken) =>
        await stores.Registry.FindAsync(Partition, Key, cancellationToken) is { } record
            ? (JsonSerializer.Deserialize(record.Body, StoreJson.Default.IReadOnlyListDocumentType)!, record.ETag)
            : (Defaults, string.Empty);

    /// <summary>Puts other types in their place.</summary>
    /// <param name="types">The types.</param>
    /// <param name="version">Called with the stored version before anything is done; throws where it is not the one that was read.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public Task<bool> ReplaceAsync(IReadOnlyList<DocumentType> types, Action<string> version, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(async () =>
        {
            var (_, current) = await ListAsync(cancellationToken);
            version(current);
            var body = JsonSerializer.Serialize(types, StoreJson.Default.IReadOnlyListDocumentType);
            await stores.Registry.CommitAsync(
                Partition, [current.Length == 0 ? RecordWrite.Insert(Key, body) : RecordWrite.Replace(Key, body, current)], cancellationToken);
            return true;
        });

    /// <summary>The code where there is such a type; throws a problem that names the field otherwise.</summary>
    /// <exception cref="ApiException">400.</exception>
    public async Task<string> RequireAsync(string code, CancellationToken cancellationToken)
    {
        var (types, _) = await ListAsync(cancellationToken);
        return types.Any(type => type.Code == code)
            ? code
            : throw new ApiException(
                StatusCodes.Status400BadRequest, ProblemCodes.Invalid, $"There is no type of documents “{code}”; there are {string.Join(", ", types.Select(type => type.Code))}.",
                new Dictionary<string, string[]> { ["type"] = [$"one of {string.Join(", ", types.Select(type => type.Code))}"] });
    }
}

/// <summary>A type of documents.</summary>
/// <param name="Code">Its name in the data: 1–40 of <c>a–z 0–9 -</c>.</param>
/// <param name="Label">Name to show, English.</param>
/// <param name="LabelDe">Name to show, German.</param>
/// <param name="Description">What belongs to it.</param>
public sealed record DocumentType(string Code, string Label, string LabelDe, string? Description);
