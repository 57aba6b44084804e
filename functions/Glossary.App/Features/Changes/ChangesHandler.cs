using System.Globalization;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Members;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Changes;

/// <summary>Shows what was changed and takes it back.</summary>
public sealed class ChangesHandler(
    TermbaseStore termbases, ChangeLog log, ConceptEditor editor, OperationStore operationStore, OperationStarter operations, GlossaryAccess access)
{
    /// <summary>GET changes.</summary>
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var position = http.ListPosition();
        var (changes, after) = await log.ListAsync(termbase.Slug, position.Top, position.After, cancellationToken);
        return Answer(http, changes, after);
    }

    /// <summary>GET concepts/{concept}/history.</summary>
    public async Task<IResult> HistoryAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var concept = http.RouteText("concept");
        var position = http.ListPosition();
        var (changes, after) = await log.OfConceptAsync(termbase.Slug, concept, position.Top, position.After, cancellationToken);
        return Answer(http, [.. changes.Select(change => change with { Edits = [.. change.Edits.Where(edit => edit.ConceptId == concept)] })], after);
    }

    /// <summary>POST changes/{change}:undo.</summary>
    public async Task<IResult> UndoAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        if (!long.TryParse(http.RouteText("change"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw ApiException.NotFound("such change");
        }

        var undone = await editor.UndoAsync(termbase.Slug, number, http.Principal().Id, cancellationToken);
        return http.Answer(ChangeResource.Of(await log.GetAsync(termbase.Slug, undone, cancellationToken)), ApiJson.Default.ChangeResource);
    }

    /// <summary>POST operations/{operation}:undo.</summary>
    public async Task<IResult> UndoOperationAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var operation = await operationStore.GetAsync(http.RouteText("operation"), cancellationToken);
        if (operation is not { Kind: OperationKind.BulkDecision or OperationKind.ConceptMove, IsFinished: true } || operation.Input.OperationId is not null)
        {
            throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.Conflict,
                "Only a bulk decision or a move that has ended can be taken back. Wait for its end, or cancel it.");
        }

        if (operation.Input.ToGlossary is { } other)
        {
            await access.RequireAsync(http.Principal(), other, Role.Editor, cancellationToken);
        }

        // The id follows from what is undone: asked twice, it is undone once.
        var id = $"u-{operation.Id}";
        var input = new OperationInput { OperationId = operation.Id };
        var undo = operation.Kind == OperationKind.ConceptMove
            ? await operations.StartAsync(
                id, OperationKind.ConceptMove, operation.Input.ToGlossary!,
                input with { ConceptIds = operation.Input.ConceptIds, ToGlossary = operation.Glossary }, http.Principal().Id, cancellationToken)
            : await operations.StartAsync(id, OperationKind.BulkUndo, operation.Glossary, input, http.Principal().Id, cancellationToken);
        return http.Started(id, OperationResource.Of(undo), ApiJson.Default.OperationResource);
    }

    private static IResult Answer(HttpContext http, IReadOnlyList<Change> changes, string? after) =>
        http.Answer(http.Page(changes.Select(ChangeResource.Of).ToList(), after), ApiJson.Default.ListPageChangeResource);
}
