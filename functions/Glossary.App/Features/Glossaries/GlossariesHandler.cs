using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Members;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction;
using Glossary.Extraction.Documents;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Glossaries;

/// <summary>Lists, shows, creates and sets glossaries.</summary>
public sealed class GlossariesHandler(TermbaseStore termbases, MemberStore members, DocumentStore documents, ApiLimits limits)
{
    private const int LongestName = 100;
    private const int LongestFieldName = 40;
    private const int MostFields = 50;
    private const int MostChoices = 100;

    /// <summary>GET glossaries.</summary>
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var position = http.ListPosition();
        var person = http.Principal();
        var (page, after) = person.Everywhere is null
            ? await OfMemberAsync(person.Id, position, cancellationToken)
            : await termbases.ListAsync(position.Top, position.After, cancellationToken);
        var summaries = await Task.WhenAll(page.Select(termbase => SummaryAsync(termbase, cancellationToken)));
        return http.Answer(http.Page(summaries, after), ApiJson.Default.ListPageGlossarySummary);
    }

    /// <summary>GET glossaries/{glossary}.</summary>
    public async Task<IResult> GetAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        return http.Answer(await DetailAsync(termbase, cancellationToken), ApiJson.Default.GlossaryDetail);
    }

    /// <summary>POST glossaries.</summary>
    public async Task<IResult> CreateAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var wish = await http.BodyAsync(ApiJson.Default.NewGlossary, limits.MaximumBody, cancellationToken);
        var name = ComposedText.Of(wish.Name?.Trim() ?? string.Empty);
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw ApiException.Invalid("name", $"Give the glossary a name of 1 to {LongestName} characters.");
        }

        var slug = string.IsNullOrEmpty(wish.Slug) ? Slug.From(name) : wish.Slug;
        if (!Slug.IsValid(slug))
        {
            throw ApiException.Invalid("slug", "The short name may have lower-case letters, digits and hyphens, 63 at most, and begins and ends with a letter or a digit.");
        }

        var language = wish.SourceLanguage ?? "auto";
        if (language is not ("en" or "de" or "auto"))
        {
            throw ApiException.Invalid("sourceLanguage", "The language of the documents is en, de or auto.");
        }

        var termbase = await termbases.CreateAsync(slug, name, language, cancellationToken, ProfileOf(wish.Profile));
        return TypedResults.Json(
            await DetailAsync(termbase, cancellationToken), ApiJson.Default.GlossaryDetail, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>PATCH glossaries/{glossary}.</summary>
    public async Task<IResult> PatchAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (patch, given) = await http.PatchAsync(ApiJson.Default.GlossaryPatch, limits.MaximumBody, cancellationToken);
        var profile = ProfileOf(patch.Profile);
        var slug = http.RouteText("glossary");
        var fields = FieldsOf(patch.CustomFields);
        var termbase = await termbases.UpdateAsync(
            slug,
            each => each with
            {
                Profile = given.Contains("profile") ? each.Profile with { Name = profile } : each.Profile,
                CustomFields = given.Contains("customFields") ? fields : each.CustomFields,
            },
            cancellationToken);
        return http.Answer(await DetailAsync(termbase, cancellationToken), ApiJson.Default.GlossaryDetail);
    }

    private static IReadOnlyList<CustomField> FieldsOf(IReadOnlyList<CustomField>? fields)
    {
        fields ??= [];
        if (fields.Count > MostFields || fields.DistinctBy(field => field.Name).Count() != fields.Count)
        {
            throw ApiException.Invalid("customFields", $"A glossary has at most {MostFields} fields, each name once.");
        }

        return fields.FirstOrDefault(field => !IsGood(field)) is { } bad
            ? throw ApiException.Invalid(
                "customFields",
                $"The field “{bad.Name}” needs a name of a–z, 0–9 and hyphens (at most 40), a name to show (at most {LongestName} characters), and 1 to {MostChoices} choices exactly where its type is Choice.")
            : fields;
    }

    private static bool IsGood(CustomField field) =>
        field.Name is { Length: <= LongestFieldName } name && Slug.IsValid(name)
        && field.Label is { Length: > 0 and <= LongestName } && !(field.LabelDe?.Length > LongestName)
        && (field.Type == CustomFieldType.Choice
            ? field.Choices is { Count: > 0 and <= MostChoices } choices && choices.All(choice => choice is { Length: > 0 and <= LongestName })
            : field.Choices is null);

    private static string ProfileOf(string? name)
    {
        name ??= ExtractionProfile.Balanced;
        return ExtractionOptions.OfProfile(name) is not null
            ? name
            : throw ApiException.Invalid("profile", "The extraction profile is precise, balanced or exhaustive.");
    }

    // Whoever has no role everywhere sees the glossaries that list the person as a member.
    private async Task<(IReadOnlyList<Termbase> Page, string? After)> OfMemberAsync(string id, ListPosition position, CancellationToken cancellationToken)
    {
        var (slugs, after) = await members.OfPersonAsync(id, position.Top, position.After, cancellationToken);
        var found = await Task.WhenAll(slugs.Select(async slug =>
            await members.FindAsync(slug, id, cancellationToken) is null ? null : await termbases.FindAsync(slug, cancellationToken)));
        return ([.. found.OfType<Termbase>()], after);
    }

    private async Task<GlossarySummary> SummaryAsync(Termbase termbase, CancellationToken cancellationToken)
    {
        var counts = await documents.CountsAsync(termbase.Slug, cancellationToken);
        return new GlossarySummary(
            termbase.Slug, termbase.Name, termbase.SourceLanguage, termbase.Counts,
            counts.Total, counts.Received + counts.Extracting, counts.Failed, termbase.UpdatedAt);
    }

    private async Task<GlossaryDetail> DetailAsync(Termbase termbase, CancellationToken cancellationToken)
    {
        var summary = await SummaryAsync(termbase, cancellationToken);
        return new GlossaryDetail(
            summary.Slug, summary.Name, summary.SourceLanguage, summary.Counts, summary.Documents, summary.DocumentsActive,
            summary.DocumentsFailed, summary.UpdatedAt, termbase.SubjectField, termbase.TargetLanguages, termbase.Profile.Name, termbase.CustomFields);
    }
}
