using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Glossary.Formats.Terms;

/// <summary>
/// A workbook (ISO/IEC 29500-1) with one row per term, written row by row. Every cell is text or a number and none a formula, so a term
/// <c>=1+1</c> is just that.
/// </summary>
public sealed class XlsxConceptWriter : IConceptWriter
{
    private const int LongestCell = 32_767;

    private static readonly HashSet<string> Numbers = ["score", "frequency", "documents", "contextPage"];
    private static readonly Dictionary<string, double> Widths = new()
    {
        ["term"] = 32, ["definition"] = 48, ["context"] = 64, ["fullForm"] = 32, ["forms"] = 32, ["note"] = 32, ["tags"] = 28, ["contextDocument"] = 28, ["contextPlace"] = 28,
    };

    private readonly SpreadsheetDocument document;
    private readonly OpenXmlWriter sheet;

    /// <summary>Starts a workbook on a stream that can be read, written and searched; it stays open.</summary>
    public XlsxConceptWriter(Stream stream)
    {
        document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: false);
        var workbook = document.AddWorkbookPart();
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = Styles();
        styles.Stylesheet.Save();
        var part = workbook.AddNewPart<WorksheetPart>();
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Terms", SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        workbook.Workbook.Save();
        sheet = OpenXmlWriter.Create(part);
        sheet.WriteStartElement(new Worksheet());
        // The head stays in sight.
        sheet.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        sheet.WriteElement(new Columns(TermRow.Columns.Select((name, index) => new Column
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = Widths.GetValueOrDefault(name, 14), CustomWidth = true,
        })));
        sheet.WriteStartElement(new SheetData());
        WriteRow([.. TermRow.Columns], isHead: true);
    }

    /// <inheritdoc />
    public Task WriteAsync(ConceptEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var term in entry.Terms)
        {
            WriteRow(TermRow.Of(entry, term), isHead: false);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task CompleteAsync(CancellationToken cancellationToken)
    {
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.Close();
        document.Save();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        sheet.Dispose();
        document.Dispose();
        return ValueTask.CompletedTask;
    }

    private void WriteRow(IReadOnlyList<string?> values, bool isHead)
    {
        sheet.WriteStartElement(new Row());
        for (var i = 0; i < values.Count; i++)
        {
            sheet.WriteElement(Cell(values[i], isHead, !isHead && Numbers.Contains(TermRow.Columns[i])));
        }

        sheet.WriteEndElement();
    }

    private static Cell Cell(string? value, bool isHead, bool isNumber)
    {
        if (string.IsNullOrEmpty(value))
        {
            return new Cell();
        }

        return isNumber
            ? new Cell { CellValue = new CellValue(value), DataType = CellValues.Number }
            : new Cell
            {
                DataType = CellValues.InlineString,
                StyleIndex = isHead ? 1u : 0u,
                InlineString = new InlineString(new Text(XmlText.Clean(value.Length > LongestCell ? value[..LongestCell] : value)) { Space = SpaceProcessingModeValues.Preserve }),
            };
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat { NumberFormatId = 0, FontId = 0 }, new CellFormat { NumberFormatId = 0, FontId = 1, ApplyFont = true }));
}
