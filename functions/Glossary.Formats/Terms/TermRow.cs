using System.Globalization;

namespace Glossary.Formats.Terms;

/// <summary>A term as a row of a table, as CSV and workbooks have it: one row per term, the concept's own fields repeated.</summary>
internal static class TermRow
{
    /// <summary>Names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "concept", "term", "language", "type", "partOfSpeech", "state", "status", "score", "frequency", "documents", "fullForm", "abbreviation",
        "subjectField", "definition", "definitionSource", "context", "contextDocument", "contextPage", "contextPlace", "forms", "note", "tags",
    ];

    /// <summary>Values in the order of the columns; null for nothing.</summary>
    public static IReadOnlyList<string?> Of(ConceptEntry entry, EntryTerm term)
    {
        var definition = entry.Definitions.Count > 0 ? entry.Definitions[0] : null;
        var context = term.Contexts.Count > 0 ? term.Contexts[0] : null;
        return
        [
            entry.Id, term.Text, term.Language, term.Type, term.PartOfSpeech, term.State, term.Forbidden ? "forbidden" : term.Status,
            Number(term.Score), Number(term.Frequency), Number(term.Documents), term.FullForm, term.Abbreviation,
            entry.SubjectField, definition?.Text, definition?.Source,
            context?.Text, context?.Document, context is null ? null : Number(context.Page), context?.Place,
            string.Join(" | ", term.Forms), entry.Note, string.Join(" | ", entry.Tags),
        ];
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
