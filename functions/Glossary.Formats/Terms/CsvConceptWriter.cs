using CsvHelper;

namespace Glossary.Formats.Terms;

/// <summary>
/// CSV as RFC 4180 has it, one row per term, in UTF-8 with a byte order mark, by which spreadsheets know the encoding. A text that
/// a spreadsheet would take for a formula is marked by <see cref="SpreadsheetText"/>, so that an import can take the mark off again.
/// </summary>
public sealed class CsvConceptWriter(Stream stream) : IConceptWriter
{
    private readonly CsvWriter csv = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
    private bool started;

    /// <inheritdoc />
    public async Task WriteAsync(ConceptEntry entry, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        foreach (var term in entry.Terms)
        {
            await csv.WriteRecordAsync([.. TermRow.Of(entry, term).Select(SpreadsheetText.Guard)], cancellationToken);
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

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!started)
        {
            started = true;
            await csv.WriteRecordAsync([.. TermRow.Columns], cancellationToken);
        }
    }
}
