using System.Globalization;
using CsvHelper;

namespace Glossary.Formats.Terms;

/// <summary>CSV with one row per place of a concept in the documents, as a concordance.</summary>
public sealed class EvidenceWriter(Stream stream) : IConceptWriter
{
    private readonly CsvWriter csv = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
    private bool started;

    /// <inheritdoc />
    public async Task WriteAsync(ConceptEntry entry, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        foreach (var place in entry.Occurrences ?? [])
        {
            string?[] row =
            [
                entry.Id, entry.Terms[0].Text, place.Document, place.Page.ToString(CultureInfo.InvariantCulture), place.Place, place.Left, place.Text, place.Right,
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

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!started)
        {
            started = true;
            await csv.WriteRecordAsync(["concept", "term", "document", "page", "place", "left", "text", "right"], cancellationToken);
        }
    }
}
