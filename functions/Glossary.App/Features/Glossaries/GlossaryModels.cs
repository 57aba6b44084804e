using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Features.Glossaries;

/// <summary>A glossary as lists show it.</summary>
/// <param name="Slug">Short name in addresses.</param>
/// <param name="Name">Name to show.</param>
/// <param name="SourceLanguage"><c>en</c>, <c>de</c> or <c>auto</c>.</param>
/// <param name="Counts">Concepts per state.</param>
/// <param name="Documents">Documents in all.</param>
/// <param name="DocumentsActive">Documents being worked on.</param>
/// <param name="DocumentsFailed">Documents that failed.</param>
/// <param name="UpdatedAt">UTC time of the newest change.</param>
public sealed record GlossarySummary(
    string Slug,
    string Name,
    string SourceLanguage,
    ConceptCounts Counts,
    int Documents,
    int DocumentsActive,
    int DocumentsFailed,
    DateTimeOffset UpdatedAt);

/// <summary>A glossary with its settings.</summary>
/// <param name="Slug">Short name in addresses.</param>
/// <param name="Name">Name to show.</param>
/// <param name="SourceLanguage"><c>en</c>, <c>de</c> or <c>auto</c>.</param>
/// <param name="Counts">Concepts per state.</param>
/// <param name="Documents">Documents in all.</param>
/// <param name="DocumentsActive">Documents being worked on.</param>
/// <param name="DocumentsFailed">Documents that failed.</param>
/// <param name="UpdatedAt">UTC time of the newest change.</param>
/// <param name="SubjectField">Subject field of all its concepts.</param>
/// <param name="TargetLanguages">BCP 47 tags it is translated into.</param>
/// <param name="Profile">What extraction keeps: <c>precise</c>, <c>balanced</c> or <c>exhaustive</c>.</param>
/// <param name="CustomFields">Fields that its concepts have beside the ones that all have.</param>
public sealed record GlossaryDetail(
    string Slug,
    string Name,
    string SourceLanguage,
    ConceptCounts Counts,
    int Documents,
    int DocumentsActive,
    int DocumentsFailed,
    DateTimeOffset UpdatedAt,
    string? SubjectField,
    IReadOnlyList<string> TargetLanguages,
    string Profile,
    IReadOnlyList<CustomField> CustomFields);

/// <summary>A wish for a glossary.</summary>
/// <param name="Name">Name to show, 1–100 characters.</param>
/// <param name="Slug">Short name; made from the name where it is missing.</param>
/// <param name="SourceLanguage"><c>en</c>, <c>de</c> or <c>auto</c>, the default.</param>
/// <param name="Profile"><c>precise</c>, <c>balanced</c>, the default, or <c>exhaustive</c>.</param>
public sealed record NewGlossary(string Name, string? Slug, string? SourceLanguage, string? Profile);

/// <summary>A change of a glossary's settings as JSON merge patch (RFC 7396).</summary>
public sealed record GlossaryPatch
{
    /// <summary>
    /// <c>precise</c>, <c>balanced</c> or <c>exhaustive</c>; null for <c>balanced</c>. It holds for documents read from then on; those
    /// read before keep their terms until they are read again.
    /// </summary>
    public string? Profile { get; init; }

    /// <summary>All fields that concepts have beside the ones that all have, at most 50. Values of a field that is left out stay where they are.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }
}
