namespace Glossary.Formats.Terms;

/// <summary>A format that concepts are written in.</summary>
/// <param name="Name">Name in the API: <c>csv</c>, <c>json</c>.</param>
/// <param name="Extension">File name extension with its dot.</param>
/// <param name="MediaType">Media type of the file.</param>
/// <param name="Open">Starts a file on a stream, which can be read, written and searched, and stays open when the writer is disposed. Null for a package of all other formats.</param>
public sealed record TermFormat(string Name, string Extension, string MediaType, Func<Stream, ExportHeader, IConceptWriter>? Open)
{
    /// <summary>Every format that can be written.</summary>
    public static IReadOnlyList<TermFormat> All { get; } =
    [
        new("csv", ".csv", "text/csv; charset=utf-8", (stream, _) => new CsvConceptWriter(stream)),
        new("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (stream, _) => new XlsxConceptWriter(stream)),
        new("tbx", ".tbx", "application/x-tbx", (stream, header) => new TbxConceptWriter(stream, header)),
        new("json", ".json", "application/json", (stream, header) => new JsonConceptWriter(stream, header)),
        new("zip", ".zip", "application/zip", null),
    ];

    /// <summary>The format of a name, or null.</summary>
    public static TermFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}

/// <summary>What a file says of itself.</summary>
/// <param name="Glossary">Name of the glossary.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record ExportHeader(string Glossary, DateTimeOffset CreatedAt);
