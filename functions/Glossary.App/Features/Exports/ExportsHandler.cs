using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;
using Glossary.Formats.Terms;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Exports;

/// <summary>A wish for an export.</summary>
/// <param name="Format">Name of a format.</param>
/// <param name="States">States of the concepts wanted; all where it is missing.</param>
/// <param name="Language">BCP 47 tag that it is confined to.</param>
/// <param name="ChangeNumber">Number of a change: what people had decided after it; today where it is missing.</param>
public sealed record ExportWish(string Format, IReadOnlyList<TermState>? States, string? Language, long? ChangeNumber);

/// <summary>Starts and lists exports.</summary>
public sealed class ExportsHandler(TermbaseStore termbases, OperationStarter operations, OperationStore operationStore, ApiLimits limits)
{
    /// <summary>POST exports.</summary>
    public async Task<IResult> StartAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.ExportWish, limits.MaximumBody, cancellationToken);
        if (TermFormat.Find(wish.Format ?? string.Empty) is not { } format)
        {
            throw ApiException.Invalid("format", $"The format is one of: {string.Join(", ", TermFormat.All.Select(each => each.Name))}.");
        }

        if (wish.ChangeNumber is { } number && (number < 1 || number > termbase.ChangeNumber))
        {
            throw ApiException.Invalid("changeNumber", $"The changes of this glossary are 1 to {termbase.ChangeNumber}.");
        }

        var states = wish.States is { Count: > 0 } chosen ? chosen.Distinct().ToArray() : [.. ConceptFilter.All.States];
        var input = new OperationInput { Format = format.Name, States = states, Language = string.IsNullOrEmpty(wish.Language) ? null : wish.Language, ChangeNumber = wish.ChangeNumber };
        var operation = await operations.StartAsync(OperationKind.Export, termbase.Slug, input, http.Principal().Id, cancellationToken);
        return http.Started(operation.Id, OperationResource.Of(operation), ApiJson.Default.OperationResource);
    }

    /// <summary>GET exports.</summary>
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var position = http.ListPosition();
        var (page, after) = await operationStore.ListAsync(
            termbase.Slug, OperationKind.Export, position.Top, position.After, cancellationToken);
        return http.Answer(http.Page(page.Select(OperationResource.Of).ToList(), after), ApiJson.Default.ListPageOperationResource);
    }
}
