using System.Globalization;
using CsvHelper;

namespace Glossary.Formats.Terms;

/// <summary>
/// CSV as RFC 4180 has it, one row per term, in UTF-8 with a byte order mark, by which spreadsheets know the encoding. A text that
/// a spreadsheet would take for a formula is marked by <see cref="SpreadsheetText"/>, so that an import can take the mark off again.
/// </summary>
public sealed class CsvConceptWriter(Stream stream) : IConceptWriter
{
    private static readonly string[] Columns =
    [
        "concept", "term", "language", "type", "partOfSpeech", "state", "status", "score", "frequency", "documents", "fullForm", "abbreviation",
        "subjectField", "definition", "definitionSource", "context", "contextDocument", "contextPage", "forms", "note",
    ];

    private readonly CsvWriter csv = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
    private bool started;

    /// <inheritdoc />
    public async Task WriteAsync(ConceptEntry entry, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        var definition = entry.Definitions.Count > 0 ? entry.Definitions[0] : null;
        foreach (var term in entry.Terms)
        {
            var context = term.Contexts.Count > 0 ? term.Contexts[0] : null;
            string?[] row =
            [
                entry.Id, term.Text, term.Language, term.Type, term.PartOfSpeech, term.State, term.Status,
                Number(term.Score), Number(term.Frequency), Number(term.Documents), term.FullForm, term.Abbreviation,
                entry.SubjectField, definition?.Text, definition?.Source,
                context?.Text, context?.Document, context is null ? null : Number(context.Page),
                string.Join(" | ", term.Forms), entry.Note,
            ];
            await csv.WriteRecordAsync([.. row.Select(SpreadsheetText.Guard)], cancellationToken);
        }
    }

    /// <inheritdoc />
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        await csv.FlushAsync(cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => csv.DisposeAsync();

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!started)
        {
            started = true;
            await csv.WriteRecordAsync(Columns, cancellationToken);
        }
    }
}
