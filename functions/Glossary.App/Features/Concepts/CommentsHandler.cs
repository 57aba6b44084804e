using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Concepts;

/// <summary>Lists and adds comments on concepts.</summary>
public sealed class CommentsHandler(TermbaseStore termbases, ConceptList concepts, CommentStore comments, ApiLimits limits)
{
    /// <summary>GET comments.</summary>
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (glossary, concept) = await FindAsync(http, cancellationToken);
        var position = http.ListPosition();
        var (page, after) = await comments.ListAsync(glossary, concept, position.Top, position.After, cancellationToken);
        return http.Answer(http.Page(page, after), ApiJson.Default.ListPageComment);
    }

    /// <summary>POST comments.</summary>
    public async Task<IResult> AddAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (glossary, concept) = await FindAsync(http, cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.NewComment, limits.MaximumBody, cancellationToken);
        var text = ConceptRules.Text(wish.Text, "text") ?? throw ApiException.Invalid("text", "Write something.");
        var person = http.Principal();
        var comment = await comments.AddAsync(glossary, concept.Id, text, person.Id, person.Name, cancellationToken);
        return TypedResults.Json(comment, ApiJson.Default.Comment, statusCode: StatusCodes.Status201Created);
    }

    private async Task<(string Glossary, Concept Concept)> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var found = await concepts.FollowAsync(termbase.Slug, http.RouteText("concept"), cancellationToken);
        return found is { Concept.Stands: true } ? (termbase.Slug, found.Concept) : throw ApiException.NotFound("such concept");
    }
}
