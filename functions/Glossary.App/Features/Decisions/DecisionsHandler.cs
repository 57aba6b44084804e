using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Decisions;

/// <summary>Approves, rejects and reopens concepts: named ones at once, all that a filter admits in the background, where more can be done to them.</summary>
public sealed class DecisionsHandler(
    TermbaseStore termbases, ConceptList concepts, ConceptEditor editor, ConceptSelection selection, OperationStarter operations, ApiLimits limits)
{
    private const int MostIds = 100;
    private const int LongestNote = 500;
    private const int LongestValue = 200;
    private const int MostNamed = 1_000;
    private const int MostCounted = 20_000;

    /// <summary>POST concepts:decide.</summary>
    public async Task<IResult> DecideAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.DecisionWish, limits.MaximumBody, cancellationToken);
        if (wish.Ids is not { Count: > 0 and <= MostIds })
        {
            throw ApiException.Invalid("ids", $"Name 1 to {MostIds} concepts, or use concepts:bulk with a filter.");
        }

        var decision = Decision(wish.State, wish.Reason, wish.Note) with { From = wish.From is { } from ? [from] : null };
        var outcome = await editor.DecideAsync(termbase.Slug, wish.Ids, decision, http.Principal().Id, null, cancellationToken);
        var result = new DecisionResult(outcome.Changes, outcome.Decided, outcome.Unchanged, outcome.Passed);
        return http.Answer(result, ApiJson.Default.DecisionResult);
    }

    /// <summary>POST concepts:preview.</summary>
    public async Task<IResult> PreviewAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.BulkDecisionWish, limits.MaximumBody, cancellationToken);
        var count = Ids(wish) is { } ids
            ? new BulkPreview((await Task.WhenAll(ids.Select(id => concepts.FindAsync(termbase.Slug, id, cancellationToken)))).Count(found => found is not null), false)
            : await CountAsync(termbase.Slug, Filter(wish), cancellationToken);
        return http.Answer(count, ApiJson.Default.BulkPreview);
    }

    /// <summary>POST concepts:bulk.</summary>
    public async Task<IResult> BulkAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.BulkDecisionWish, limits.MaximumBody, cancellationToken);
        var action = wish.Action ?? BulkAction.Decide;
        var ids = Ids(wish);
        var input = new OperationInput
        {
            ConceptIds = ids,
            Filter = ids is null ? Filter(wish) : null,
            Action = action,
            Decision = action == BulkAction.Decide ? Decision(State(wish), wish.Reason, wish.Note) : null,
            Value = Value(action == BulkAction.Assign ? wish.Assignee : action == BulkAction.SetSubjectField ? wish.SubjectField : null),
            Tags = action is BulkAction.Tag or BulkAction.Untag ? Tags(wish) : null,
        };
        var operation = await operations.StartAsync(OperationKind.BulkDecision, termbase.Slug, input, http.Principal().Id, cancellationToken);
        return http.Started(operation.Id, OperationResource.Of(operation), ApiJson.Default.OperationResource);
    }

    private static Decision Decision(TermState state, RejectionReason? reason, string? note)
    {
        if (note?.Length > LongestNote)
        {
            throw ApiException.Invalid("note", $"The note may have {LongestNote} characters.");
        }

        return new Decision(state, reason ?? RejectionReason.None, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
    }

    private static string? Value(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Trim() is { Length: <= LongestValue } clean ? clean
        : throw ApiException.Invalid("value", $"An assignee or a subject field has at most {LongestValue} characters.");

    private static IReadOnlyList<string> Tags(BulkDecisionWish wish) =>
        ConceptTags.Read(wish.Tags) is { Count: > 0 } tags ? tags : throw ApiException.Invalid("tags", $"Name 1 to {ConceptTags.Most} tags.");

    private static IReadOnlyList<string>? Ids(BulkDecisionWish wish) => (wish.Ids, wish.Filter) switch
    {
        (null, _) => null,
        ({ Count: > 0 and <= MostNamed } ids, null) => [.. ids.Distinct(StringComparer.Ordinal)],
        _ => throw ApiException.Invalid("ids", $"Name 1 to {MostNamed} concepts, or give a filter, and not both."),
    };

    private static TermState State(BulkDecisionWish wish) =>
        wish.State ?? throw ApiException.Invalid("state", $"A decision needs a state: one of {string.Join(", ", Enum.GetNames<TermState>())}.");

    private static ConceptFilter Filter(BulkDecisionWish wish)
    {
        var isDecision = wish.Action is null or BulkAction.Decide;
        var state = isDecision ? State(wish) : default;
        var filter = wish.Filter ?? throw ApiException.Invalid("filter", "Say which concepts: an empty filter {} means all.");
        return new ConceptFilter
        {
            States = filter.States is { Count: > 0 } states
                ? [.. states.Where(each => !isDecision || each != state).Distinct()]
                : !isDecision ? ConceptFilter.All.States
                : state == TermState.Candidate ? [TermState.Approved, TermState.Rejected]
                : [TermState.Candidate],
            Language = filter.Language,
            MinimumScore = filter.MinScore ?? 0,
            MaximumScore = filter.MaxScore ?? 1,
            Document = filter.Document,
            Text = string.IsNullOrEmpty(filter.Q) ? null : filter.Q,
            Tags = filter.Tags is { Count: > 0 } tags ? tags : null,
        };
    }

    private async Task<BulkPreview> CountAsync(string glossary, ConceptFilter filter, CancellationToken cancellationToken)
    {
        var count = 0;
        string? after = null;
        do
        {
            (var ids, after) = await selection.PageAsync(glossary, filter, after, cancellationToken);
            count += ids.Count;
        }
        while (after is not null && count < MostCounted);
        return new BulkPreview(count, after is not null);
    }
}
