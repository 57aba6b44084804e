using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Concepts;

/// <summary>Changes concepts and makes new ones.</summary>
public sealed class ConceptEditsHandler(
    TermbaseStore termbases, ConceptEditor editor, DocumentStore documents, DocumentTexts texts, ConceptsHandler reader, ApiLimits limits)
{
    private const int LongestSentence = 400;

    /// <summary>PATCH concepts/{concept}.</summary>
    public async Task<IResult> PatchAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var (patch, given) = await http.PatchAsync(ApiJson.Default.ConceptPatch, limits.MaximumBody, cancellationToken);
        await editor.UpdateAsync(
            termbase.Slug, http.RouteText("concept"), version => http.RequireMatch(EntityTag.Of(version)),
            before => before with
            {
                Definitions = given.Contains("definitions") ? ConceptRules.Definitions(patch.Definitions) : before.Definitions,
                SubjectField = given.Contains("subjectField") ? ConceptRules.Text(patch.SubjectField, "subjectField") : before.SubjectField,
                Note = given.Contains("note") ? ConceptRules.Text(patch.Note, "note") : before.Note,
                CustomFields = ConceptRules.Fields(patch.CustomFields, before.CustomFields, termbase),
                Assignee = given.Contains("assignee") ? ConceptRules.Assignee(patch.Assignee) : before.Assignee,
                Tags = given.Contains("tags") ? ConceptTags.Read(patch.Tags) : before.Tags,
                Terms = given.Contains("terms") ? ConceptRules.Terms(patch.Terms, before) : before.Terms,
            },
            http.Principal().Id, cancellationToken);
        return await reader.GetAsync(http, cancellationToken);
    }

    /// <summary>POST concepts.</summary>
    public async Task<IResult> CreateAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.NewConcept, limits.MaximumBody, cancellationToken);
        var term = new TermContent
        {
            Language = ConceptRules.Language(wish.Language), Key = string.Empty, Text = ConceptRules.Term(wish.Text), PartOfSpeech = "noun", Origin = TermOrigin.Typed,
        };
        var content = new ConceptContent
        {
            Definitions = ConceptRules.Definitions(wish.Definition is { } definition ? [new Definition(definition, null)] : []),
            Tags = ConceptTags.Read(wish.Tags),
            Terms = [term],
        };
        if (wish.Approve == true)
        {
            content = content.In(TermState.Approved, null);
        }

        var evidence = wish.Place is { } place ? await EvidenceAsync(termbase.Slug, term, place, cancellationToken) : null;
        var (concept, change) = await editor.CreateAsync(termbase.Slug, content, evidence, http.Principal().Id, cancellationToken);
        return TypedResults.Json(new ConceptMade(concept.Id, change), ApiJson.Default.ConceptMade, statusCode: StatusCodes.Status201Created);
    }

    // What a person points at counts as one place in the document, with its sentence.
    private async Task<Func<string, Evidence>> EvidenceAsync(string glossary, TermContent term, TextPlace place, CancellationToken cancellationToken)
    {
        var document = (await documents.GetAsync(glossary, place.DocumentId, cancellationToken)).Document;
        var page = await texts.PageAsync(document, place.Page, cancellationToken);
        var text = page.Page.Content.Text;
        if (place.Start < 0 || place.Length < 1 || place.Start > text.Length - place.Length)
        {
            throw ApiException.Invalid("place", "The place is not on that page. Select the text again.");
        }

        var index = 0;
        for (var i = 0; i < page.Sentences.Count && page.Sentences[i].Start <= place.Start; i++)
        {
            index = i;
        }

        var (from, length) = page.Sentences.Count > 0 ? (page.Sentences[index].Start, page.Sentences[index].Length) : (place.Start, place.Length);
        if (place.Start + place.Length > from + length || length > LongestSentence)
        {
            (from, length) = (place.Start, place.Length);
        }

        var context = new TermContext(
            document.Id, place.Page, from, text.Substring(from, length), place.Start - from, place.Length, page.Page.PlaceOf(place.Start));
        return key => new Evidence
        {
            DocumentId = document.Id,
            Revision = document.StoredRevision!.Value,
            Language = term.Language,
            Key = key,
            Frequency = 1,
            Pages = 1,
            Score = 0,
            Parts = [],
            Forms = [new SurfaceForm(text.Substring(place.Start, place.Length), 1)],
            Contexts = [context],
            Spans = [new Occurrence(place.Page, place.Start, place.Length, index)],
        };
    }
}
