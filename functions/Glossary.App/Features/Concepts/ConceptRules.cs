using System.Text.RegularExpressions;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Documents;

namespace Glossary.App.Features.Concepts;

/// <summary>What a person may write into a concept. Throws a problem that names the field.</summary>
internal static partial class ConceptRules
{
    private const int LongestTerm = 500;
    private const int LongestText = 4_000;
    private const int LongestId = 200;

    // The pick list of ISO 30042's Basic dialect.
    private static readonly string[] PartsOfSpeech = ["noun", "adjective", "verb", "adverb", "other"];

    public static string Term(string? text)
    {
        var clean = ComposedText.Of(string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return clean.Length is > 0 and <= LongestTerm && !clean.Any(char.IsControl)
            ? clean
            : throw ApiException.Invalid("text", $"A term has 1 to {LongestTerm} characters and no control characters.");
    }

    public static string Language(string? tag) => tag is not null && LanguageTag().IsMatch(tag)
        ? tag
        : throw ApiException.Invalid("language", "The language is a BCP 47 tag such as en, de or pt-BR.");

    public static string PartOfSpeech(string? name) => PartsOfSpeech.Contains(name ?? "noun")
        ? name ?? "noun"
        : throw ApiException.Invalid("partOfSpeech", $"The part of speech is one of {string.Join(", ", PartsOfSpeech)}.");

    public static string? Text(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length <= LongestText ? ComposedText.Of(text.Trim())
        : throw ApiException.Invalid(field, $"{field} may have {LongestText} characters.");

    public static IReadOnlyList<Definition> Definitions(IReadOnlyList<Definition>? definitions)
    {
        var clean = (definitions ?? [])
            .Select(definition => (Text: Text(definition.Text, "definitions"), Source: Text(definition.Source, "definitions")))
            .Where(definition => definition.Text is not null)
            .Select(definition => new Definition(definition.Text!, definition.Source))
            .ToList();
        return clean.Count <= ConceptContent.MostDefinitions ? clean : throw ApiException.Invalid("definitions", $"A concept has at most {ConceptContent.MostDefinitions} definitions.");
    }

    public static string? Assignee(string? id) =>
        string.IsNullOrWhiteSpace(id) ? null
        : id.Trim() is { Length: <= LongestId } clean ? clean
        : throw ApiException.Invalid("assignee", $"The id of a person has at most {LongestId} characters.");

    public static IReadOnlyDictionary<string, string> Fields(
        IReadOnlyDictionary<string, string?>? patch, IReadOnlyDictionary<string, string> before, Termbase termbase)
    {
        var fields = new SortedDictionary<string, string>(before.ToDictionary(), StringComparer.Ordinal);
        foreach (var (name, value) in patch ?? new Dictionary<string, string?>())
        {
            if (value is null)
            {
                fields.Remove(name);
                continue;
            }

            var field = termbase.CustomFields.FirstOrDefault(each => each.Name == name)
                ?? throw ApiException.Invalid("customFields", $"The glossary has no field “{name}”. An admin declares fields in the glossary's settings.");
            fields[name] = field.TryAccept(value, out var stored)
                ? stored
                : throw ApiException.Invalid(
                    "customFields", field.Type == CustomFieldType.Choice
                        ? $"“{field.Label}” is one of {string.Join(", ", field.Choices ?? [])}."
                        : $"“{field.Label}” takes a value of the type {field.Type}: {Shape(field.Type)}.");
        }

        return fields;
    }

    public static IReadOnlyList<TermContent> Terms(IReadOnlyList<TermPatch>? terms, ConceptContent before)
    {
        if (terms is not { Count: > 0 and <= ConceptContent.MostTerms })
        {
            throw ApiException.Invalid("terms", $"A concept has 1 to {ConceptContent.MostTerms} terms.");
        }

        return [.. terms.Select(term => Term(term, before))];
    }

    private static string Shape(CustomFieldType type) => type switch
    {
        CustomFieldType.Number => "digits, with a point",
        CustomFieldType.Date => "yyyy-MM-dd",
        CustomFieldType.Boolean => "true or false",
        _ => "text of at most 2,000 characters",
    };

    private static TermContent Term(TermPatch term, ConceptContent before)
    {
        var language = Language(term.Language);
        var known = string.IsNullOrEmpty(term.Key) ? null
            : before.Terms.FirstOrDefault(each => each.Language == language && each.Key == term.Key)
                ?? throw ApiException.Invalid("terms", $"The concept has no term with the key “{term.Key}”. Leave the key out for a new one.");
        var state = term.State ?? known?.State ?? before.State;
        return new TermContent
        {
            Language = language,
            Key = known?.Key ?? string.Empty,
            Text = Term(term.Text),
            PartOfSpeech = PartOfSpeech(term.PartOfSpeech ?? known?.PartOfSpeech),
            Type = term.Type ?? known?.Type ?? default,
            State = state,
            Status = state == TermState.Approved ? term.Status ?? known?.Status ?? TermStatus.Admitted : null,
            Forbidden = term.Forbidden ?? known?.Forbidden ?? false,
            Origin = known?.Origin ?? TermOrigin.Typed,
        };
    }

    // The part of RFC 5646 that terminology uses: language, script, region, variants.
    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag();
}
