using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Concepts;

/// <summary>Lists and shows concepts with their evidence.</summary>
public sealed class ConceptsHandler(TermbaseStore termbases, ConceptList concepts, DocumentStore documents, Concordance concordance)
{
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
        };
        var (rows, after) = http.QueryText("document") is { } document
            ? await OfDocumentAsync(termbase, document, filter, position, cancellationToken)
            : await concepts.ListAsync(termbase.Slug, filter, position.Top, position.After, cancellationToken);
        return http.Answer(http.Page(rows, after, Count(http, termbase, filter)), ApiJson.Default.ListPageConceptRow);
    }

    /// <summary>GET concepts/{concept}.</summary>
    public async Task<IResult> GetAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (glossary, concept, etag) = await FindAsync(http, cancellationToken);
        var evidence = await concepts.EvidenceAsync(glossary, concept.Id, cancellationToken);
        var names = new DocumentNames(documents, glossary);
        var terms = await Task.WhenAll(concept.Terms.Select(term => TermAsync(term, names, cancellationToken)));
        var shares = await Task.WhenAll(evidence
            .OrderByDescending(share => share.Frequency).ThenBy(share => share.DocumentId, StringComparer.Ordinal)
            .Select(async share => new DocumentEvidence(
                share.DocumentId, await names.FindAsync(share.DocumentId, cancellationToken), share.Revision, share.Frequency, share.Pages, share.Score)));
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
            Terms = terms,
            Evidence = shares,
            CreatedAt = concept.CreatedAt,
            UpdatedAt = concept.UpdatedAt,
            ChangeNumber = concept.ChangeNumber,
            Etag = EntityTag.Of(etag),
        };
        return http.Answer(resource, ApiJson.Default.ConceptResource);
    }

    /// <summary>GET concepts/{concept}/occurrences.</summary>
    public async Task<IResult> OccurrencesAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (glossary, concept, _) = await FindAsync(http, cancellationToken);
        var evidence = await concepts.EvidenceAsync(glossary, concept.Id, cancellationToken);
        var document = http.QueryText("document");
        var chosen = evidence
            .Where(share => document is null || share.DocumentId == document)
            .OrderByDescending(share => share.Frequency).ThenBy(share => share.DocumentId, StringComparer.Ordinal)
            .ToList();
        var position = http.ListPosition();
        var (lines, after) = await concordance.ListAsync(glossary, chosen, position.Top, position.After, cancellationToken);
        return http.Answer(http.Page(lines, after, chosen.Sum(share => share.Frequency)), ApiJson.Default.ListPageOccurrenceLine);
    }

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
        if (http.QueryText("$count") != "true" || filter.Language is not null || filter.Text is not null || filter.MinimumScore > 0
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

    private async Task<(string Glossary, Concept Concept, string ETag)> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var found = await concepts.FindAsync(termbase.Slug, http.RouteText("concept"), cancellationToken)
            ?? throw ApiException.NotFound("such concept; it may have disappeared with its document");
        return (termbase.Slug, found.Concept, found.ETag);
    }
}
