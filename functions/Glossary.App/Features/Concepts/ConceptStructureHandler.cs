using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Members;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Concepts;

/// <summary>Merges, splits and moves concepts, and proposes what to merge.</summary>
public sealed class ConceptStructureHandler(
    TermbaseStore termbases, ConceptEditor editor, DuplicateFinder duplicates, OperationStarter operations, GlossaryAccess access, ApiLimits limits)
{
    private const int MostMerged = 20;
    private const int MostMoved = 1_000;

    /// <summary>GET duplicates.</summary>
    public async Task<IResult> DuplicatesAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var position = http.ListPosition();
        var (found, after) = await duplicates.FindAsync(termbase.Slug, position.Top, position.After, cancellationToken);
        return http.Answer(http.Page(found, after), ApiJson.Default.ListPageDuplicate);
    }

    /// <summary>POST concepts:merge.</summary>
    public async Task<IResult> MergeAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.MergeWish, limits.MaximumBody, cancellationToken);
        var others = (wish.Concepts ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (others.Count is 0 or > MostMerged)
        {
            throw ApiException.Invalid("concepts", $"Name 1 to {MostMerged} concepts whose terms become variants.");
        }

        if (string.IsNullOrEmpty(wish.Into) || others.Contains(wish.Into))
        {
            throw ApiException.Invalid("into", "Name the concept that stays; it is none of those that are merged into it.");
        }

        var change = await editor.MergeAsync(termbase.Slug, wish.Into, others, http.Principal().Id, cancellationToken);
        return http.Answer(new ConceptMade(wish.Into, change), ApiJson.Default.ConceptMade);
    }

    /// <summary>POST concepts:move.</summary>
    public async Task<IResult> MoveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.MoveWish, limits.MaximumBody, cancellationToken);
        var ids = (wish.Ids ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count is 0 or > MostMoved)
        {
            throw ApiException.Invalid("ids", $"Name 1 to {MostMoved} concepts.");
        }

        var target = await termbases.GetAsync(wish.To ?? string.Empty, cancellationToken);
        if (target.Slug == termbase.Slug)
        {
            throw ApiException.Invalid("to", "The concepts are in that glossary already. Name another one.");
        }

        await access.RequireAsync(http.Principal(), target.Slug, Role.Editor, cancellationToken);
        var input = new OperationInput { ConceptIds = ids, ToGlossary = target.Slug };
        var operation = await operations.StartAsync(OperationKind.ConceptMove, termbase.Slug, input, http.Principal().Id, cancellationToken);
        return http.Started(operation.Id, OperationResource.Of(operation), ApiJson.Default.OperationResource);
    }

    /// <summary>POST concepts/{concept}:split.</summary>
    public async Task<IResult> SplitAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.SplitWish, limits.MaximumBody, cancellationToken);
        var goes = (wish.Terms ?? []).ToHashSet();
        var (id, change) = await editor.SplitAsync(
            termbase.Slug, http.RouteText("concept"), version => http.RequireMatch(EntityTag.Of(version)),
            content =>
            {
                var named = content.Terms.Count(term => goes.Contains(new TermName(term.Language, term.Key)));
                if (named == 0 || named != goes.Count || named == content.Terms.Count)
                {
                    throw ApiException.Invalid("terms", "Name terms that the concept has, by language and key, and leave at least one to it.");
                }

                if (wish.Definitions?.Any(number => number < 0 || number >= content.Definitions.Count) == true)
                {
                    throw ApiException.Invalid("definitions", "Name definitions by their number, from 0.");
                }

                return content.Split(term => goes.Contains(new TermName(term.Language, term.Key)), number => wish.Definitions?.Contains(number) == true);
            },
            http.Principal().Id, cancellationToken);
        return TypedResults.Json(new ConceptMade(id, change), ApiJson.Default.ConceptMade, statusCode: StatusCodes.Status201Created);
    }
}
