using System.Text.RegularExpressions;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.DocumentTypes;

/// <summary>The types of documents of the installation.</summary>
/// <param name="Value">The types in the order to show them.</param>
/// <param name="Etag">Their version, for <c>If-Match</c>.</param>
public sealed record DocumentTypeList(IReadOnlyList<DocumentType> Value, string Etag);

/// <summary>The types of documents as they shall be.</summary>
/// <param name="Value">All of them, at most 100, in the order to show them.</param>
public sealed record DocumentTypesWish(IReadOnlyList<DocumentType> Value);

/// <summary>Shows and sets the types of documents.</summary>
public sealed partial class DocumentTypesHandler(DocumentTypeStore types, ApiLimits limits)
{
    private const int MostTypes = 100;
    private const int LongestLabel = 100;
    private const int LongestDescription = 500;

    /// <summary>GET document-types.</summary>
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (value, version) = await types.ListAsync(cancellationToken);
        return http.Answer(new DocumentTypeList(value, EntityTag.Of(version)), ApiJson.Default.DocumentTypeList);
    }

    /// <summary>PUT document-types.</summary>
    public async Task<IResult> ReplaceAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var wish = await http.BodyAsync(ApiJson.Default.DocumentTypesWish, limits.MaximumBody, cancellationToken);
        if (wish.Value is not { Count: > 0 and <= MostTypes } || wish.Value.DistinctBy(type => type.Code).Count() != wish.Value.Count)
        {
            throw ApiException.Invalid("value", $"Give 1 to {MostTypes} types, each code once.");
        }

        if (wish.Value.FirstOrDefault(type => !IsGood(type)) is { } bad)
        {
            throw ApiException.Invalid(
                "value", $"The type “{bad.Code}” needs a code of a–z, 0–9 and hyphens (at most 40) and a name in both languages (at most {LongestLabel} characters).");
        }

        await types.ReplaceAsync(wish.Value, version => http.RequireMatch(EntityTag.Of(version)), cancellationToken);
        return await ListAsync(http, cancellationToken);
    }

    private static bool IsGood(DocumentType type) =>
        type.Code is not null && Code().IsMatch(type.Code) && type.Label is { Length: > 0 and <= LongestLabel } && type.LabelDe is { Length: > 0 and <= LongestLabel }
        && !(type.Description?.Length > LongestDescription);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
