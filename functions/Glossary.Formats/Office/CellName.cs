using System.Globalization;

namespace Glossary.Formats.Office;

/// <summary>Names of cells as spreadsheets show them.</summary>
internal static class CellName
{
    /// <summary>Letters of a 1-based column: A, B, …, Z, AA, …</summary>
    public static string Column(int number)
    {
        var name = string.Empty;
        for (var rest = number; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }

    /// <summary>Name of a cell by its 1-based column and row.</summary>
    public static string Of(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{row}");
}
