using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Glossary.App.Features.Concepts;

/// <summary>Lists and shows concepts with their evidence.</summary>
public sealed class ConceptsHandler(TermbaseStore termbases, ConceptList concepts, DocumentStore documents, Concordance concordance)
{
    private const int MostDocuments = 1_000;

    /// <summary>GET concepts.</summary>
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var position = http.ListPosition();
        var filter = new ConceptFilter
        {
            States = http.QueryEnums<TermState>("state") ?? ConceptFilter.All.States,
            Language = http.QueryText("language"),
            MinimumScore = http.QueryNumber("minScore", 0, 1) ?? 0,
            Text = http.QueryText("q"),
            Tags = http.QueryText("tag")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
        var (rows, after) = http.QueryText("document") is { } document
            ? await OfDocumentAsync(termbase, document, filter, position, cancellationToken)
            : await concepts.ListAsync(termbase.Slug, filter, position.Top, position.After, cancellationToken);
        return http.Answer(http.Page(rows, after, Count(http, termbase, filter)), ApiJson.Default.ListPageConceptRow);
    }

    /// <summary>GET concepts/{concept}.</summary>
    public Task<IResult> GetAsync(HttpContext http, CancellationToken cancellationToken) =>
        FollowAsync(http, (glossary, found) => ShowAsync(http, glossary, found, cancellationToken), cancellationToken);

    /// <summary>GET concepts/{concept}/occurrences.</summary>
    public Task<IResult> OccurrencesAsync(HttpContext http, CancellationToken cancellationToken) =>
        FollowAsync(http, (glossary, found) => OccurrencesAsync(http, glossary, found.Concept, cancellationToken), cancellationToken);

    private async Task<IResult> ShowAsync(HttpContext http, string glossary, StoredConcept found, CancellationToken cancellationToken)
    {
        var concept = found.Concept;
        var evidence = await concepts.EvidenceAsync(glossary, concept, cancellationToken);
        var names = new DocumentNames(documents, glossary);
        var terms = await Task.WhenAll(concept.Terms.Select(term => TermAsync(term, names, cancellationToken)));
        var shares = await Task.WhenAll(InOrder(evidence).Take(MostDocuments).Select(async document => new DocumentEvidence(
            document.Key, await names.FindAsync(document.Key, cancellationToken), document.Max(share => share.Revision),
            document.Sum(share => share.Frequency), document.Max(share => share.Pages), document.Max(share => share.Score))));
        var resource = new ConceptResource
        {
            Id = concept.Id,
            Glossary = glossary,
            State = concept.State,
            Score = concept.Score,
            Rejection = concept.Rejection,
            Definitions = concept.Definitions,
            SubjectField = concept.SubjectField,
            Note = concept.Note,
            CustomFields = concept.CustomFields,
            Assignee = concept.Assignee,
            Tags = concept.Tags ?? [],
            Terms = terms,
            Evidence = shares,
            CreatedAt = concept.CreatedAt,
            UpdatedAt = concept.UpdatedAt,
            ChangeNumber = concept.ChangeNumber,
            Etag = EntityTag.Of(found.ETag),
        };
        return http.Answer(resource, ApiJson.Default.ConceptResource);
    }

    private async Task<IResult> OccurrencesAsync(HttpContext http, string glossary, Concept concept, CancellationToken cancellationToken)
    {
        var evidence = await concepts.EvidenceAsync(glossary, concept, cancellationToken);
        var document = http.QueryText("document");
        var chosen = InOrder(evidence.Where(share => document is null || share.DocumentId == document)).SelectMany(shares => shares).ToList();
        var position = http.ListPosition();
        var (lines, after) = await concordance.ListAsync(glossary, chosen, position.Top, position.After, cancellationToken);
        return http.Answer(http.Page(lines, after, chosen.Sum(share => share.Frequency)), ApiJson.Default.ListPageOccurrenceLine);
    }

    private static IEnumerable<IGrouping<string, Evidence>> InOrder(IEnumerable<Evidence> evidence) => evidence
        .GroupBy(share => share.DocumentId)
        .OrderByDescending(document => document.Sum(share => share.Frequency)).ThenBy(document => document.Key, StringComparer.Ordinal);

    private static async Task<TermResource> TermAsync(Term term, DocumentNames names, CancellationToken cancellationToken) => new()
    {
        Language = term.Language,
        Text = term.Text,
        Key = term.Key,
        PartOfSpeech = term.PartOfSpeech,
        Type = term.Type,
        State = term.State,
        Status = term.Status,
        Forbidden = term.Forbidden,
        FullForm = term.FullForm,
        Abbreviation = term.Abbreviation,
        Origin = term.Origin,
        Score = term.Score,
        Parts = term.Parts,
        Forms = term.Forms,
        Frequency = term.Frequency,
        Contexts = await Task.WhenAll(term.Contexts.Select(async context => new ContextResource(
            context.DocumentId, await names.FindAsync(context.DocumentId, cancellationToken), context.Page, context.Start,
            context.Text, context.TermStart, context.TermLength, context.Place))),
    };

    // The count is kept per state; with any other filter it is not known without reading the whole glossary.
    private static int? Count(HttpContext http, Termbase termbase, ConceptFilter filter)
    {
        if (http.QueryText("$count") != "true" || filter.Language is not null || filter.Text is not null || filter.Tags is not null || filter.MinimumScore > 0
            || http.QueryText("document") is not null)
        {
            return null;
        }

        return filter.States.Sum(state => state switch
        {
            TermState.Candidate => termbase.Counts.Candidates,
            TermState.Approved => termbase.Counts.Approved,
            _ => termbase.Counts.Rejected,
        });
    }

    private async Task<(IReadOnlyList<ConceptRow> Rows, string? After)> OfDocumentAsync(
        Termbase termbase, string document, ConceptFilter filter, ListPosition position, CancellationToken cancellationToken)
    {
        var (rows, after) = await concepts.DocumentTermsAsync(
            termbase.Slug, document, filter, position.Top, position.After, cancellationToken);
        return ([.. rows.Select(pair => pair.Concept)], after);
    }

    // The id of a concept that was merged or moved leads on: 308 with the address of the one that has its terms now. Nothing is kept of that
    // answer without asking again (Cache-Control: no-cache), because an undo brings the concept back.
    private async Task<IResult> FollowAsync(
        HttpContext http, Func<string, StoredConcept, Task<IResult>> answer, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var id = http.RouteText("concept");
        var found = await concepts.FollowAsync(termbase.Slug, id, cancellationToken);
        return found?.Concept switch
        {
            null or { Departure.Kind: DepartureKind.Deleted } => throw ApiException.NotFound("such concept; it may have disappeared with its document"),
            { Departure.Glossary: { } other } moved => Elsewhere(http, other, id, moved.Id),
            { } concept when concept.Id != id => Elsewhere(http, termbase.Slug, id, concept.Id),
            _ => await answer(termbase.Slug, found),
        };
    }

    private static RedirectHttpResult Elsewhere(HttpContext http, string glossary, string id, string now)
    {
        var path = http.Request.Path.Value!;
        var rest = path[(path.LastIndexOf($"/{id}", StringComparison.Ordinal) + id.Length + 1)..];
        return TypedResults.Redirect($"/api/v1/glossaries/{glossary}/concepts/{now}{rest}{http.Request.QueryString}", permanent: true, preserveMethod: true);
    }
}
