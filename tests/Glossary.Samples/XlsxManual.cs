using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Glossary.Samples;

/// <summary>Writes a manual as XLSX: a sheet with the text by chapter, and one for each table.</summary>
internal static class XlsxManual
{
    public static byte[] Write(Manual manual)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
            var sheets = new Sheets();
            AddSheet(workbook, sheets, manual.Subtitle, Text(manual));
            var number = 0;
            foreach (var table in manual.Parts.OfType<ManualTable>())
            {
                AddSheet(workbook, sheets, SheetName(table, ++number), table.Rows);
            }

            workbook.Workbook = new Workbook(sheets);
        }

        return ZipBytes.Repack(stream.ToArray());
    }

    private static IEnumerable<string[]> Text(Manual manual)
    {
        var chapter = manual.Title;
        foreach (var text in manual.Parts.OfType<ManualText>())
        {
            if (text.Kind is PartKind.Heading or PartKind.Subheading)
            {
                chapter = text.Text;
            }
            else
            {
                yield return [chapter, text.Text];
            }
        }
    }

    // A sheet's name has at most 31 characters and no colon.
    private static string SheetName(ManualTable table, int number)
    {
        var name = table.Caption ?? table.Rows[0][0];
        var end = name.IndexOf(':', StringComparison.Ordinal);
        return $"{number} {(end < 0 ? name : name[..end])}";
    }

    private static void AddSheet(WorkbookPart workbook, Sheets sheets, string name, IEnumerable<string[]> rows)
    {
        var id = (uint)sheets.ChildElements.Count + 1;
        var part = workbook.AddNewPart<WorksheetPart>($"sheet{id}");
        part.Worksheet = new Worksheet(new SheetData(rows.Select((row, index) => new Row(
            row.Select((cell, column) => new Cell
            {
                CellReference = $"{(char)('A' + column)}{index + 1}",
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(cell)),
            }))
        { RowIndex = (uint)index + 1 })));
        sheets.Append(new Sheet { Name = name, SheetId = id, Id = $"sheet{id}" });
    }
}
