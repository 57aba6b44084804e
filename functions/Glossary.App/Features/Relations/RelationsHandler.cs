using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Documents;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Relations;

/// <summary>Lists, makes, reviews and removes relations of concepts.</summary>
public sealed class RelationsHandler(TermbaseStore termbases, ConceptList concepts, RelationEditor editor, ApiLimits limits)
{
    private const int MostEvidence = 5;
    private const int LongestSentence = 2_000;

    /// <summary>GET relations.</summary>
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var found = await concepts.FindAsync(termbase.Slug, http.RouteText("concept"), cancellationToken) ?? throw ApiException.NotFound("such concept");
        var (kinds, states) = (http.QueryEnums<RelationKind>("kind"), http.QueryEnums<RelationState>("state"));
        var relations = (await editor.ListAsync(termbase.Slug, found.Concept, cancellationToken))
            .Where(each => kinds?.Contains(each.Relation.Kind) != false && states?.Contains(each.Relation.State) != false)
            .OrderBy(each => each.Relation.Kind).ThenBy(each => each.Other.Head.Text, StringComparer.Ordinal)
            .Select(each => new RelationResource(
                each.Relation.Kind, each.Relation.Kind.Inverse(), each.Other.Id, each.Other.Head.Text, each.Other.Head.Language, each.Other.State,
                each.Relation.Confidence, each.Relation.State, each.Relation.Evidence))
            .ToList();
        return http.Answer(http.Page(relations, null, relations.Count), ApiJson.Default.ListPageRelationResource);
    }

    /// <summary>POST relations.</summary>
    public async Task<IResult> AddAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.NewRelation, limits.MaximumBody, cancellationToken);
        var id = http.RouteText("concept");
        if (string.IsNullOrEmpty(wish.Concept) || wish.Concept == id)
        {
            throw ApiException.Invalid("concept", "Name another concept.");
        }

        var relation = new Relation(wish.Kind, wish.Concept)
        {
            Confidence = Confidence(wish.Confidence),
            State = wish.State ?? RelationState.Accepted,
            Evidence = Evidence(wish.Evidence),
        };
        var change = await editor.AddAsync(termbase.Slug, id, relation, http.Principal().Id, cancellationToken);
        return TypedResults.Json(new RelationChanged(change), ApiJson.Default.RelationChanged, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>PATCH relations/{kind}/{other}.</summary>
    public async Task<IResult> PatchAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (patch, given) = await http.PatchAsync(ApiJson.Default.RelationPatch, limits.MaximumBody, cancellationToken);
        return await ChangeAsync(
            http,
            relation => relation with
            {
                Confidence = given.Contains("confidence") ? Confidence(patch.Confidence) : relation.Confidence,
                State = patch.State ?? relation.State,
                Evidence = given.Contains("evidence") ? Evidence(patch.Evidence) : relation.Evidence,
            },
            cancellationToken);
    }

    /// <summary>DELETE relations/{kind}/{other}.</summary>
    public Task<IResult> RemoveAsync(HttpContext http, CancellationToken cancellationToken) => ChangeAsync(http, _ => null, cancellationToken);

    private async Task<IResult> ChangeAsync(HttpContext http, Func<Relation, Relation?> change, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        if (!Enum.TryParse<RelationKind>(http.RouteText("kind"), ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            throw ApiException.NotFound("such kind of relation");
        }

        var number = await editor.UpdateAsync(
            termbase.Slug, http.RouteText("concept"), kind, http.RouteText("other"), version => http.RequireMatch(EntityTag.Of(version)), change,
            http.Principal().Id, cancellationToken);
        return http.Answer(new RelationChanged(number), ApiJson.Default.RelationChanged);
    }

    private static double Confidence(double? confidence) => (confidence ?? 1) is var value and >= 0 and <= 1
        ? value
        : throw ApiException.Invalid("confidence", "The confidence is a number from 0 to 1.");

    private static IReadOnlyList<RelationEvidence> Evidence(IReadOnlyList<RelationEvidence>? evidence)
    {
        if (evidence?.Count > MostEvidence
            || evidence?.Any(each => each.Page < 1 || string.IsNullOrWhiteSpace(each.DocumentId) || each.DocumentId.Length > 64
                || string.IsNullOrWhiteSpace(each.Sentence) || each.Sentence.Length > LongestSentence) == true)
        {
            throw ApiException.Invalid(
                "evidence", $"Give at most {MostEvidence} sentences of at most {LongestSentence} characters, each with its document and its page from 1.");
        }

        return [.. (evidence ?? []).Select(each => each with { Sentence = ComposedText.Of(each.Sentence.Trim()) })];
    }
}
