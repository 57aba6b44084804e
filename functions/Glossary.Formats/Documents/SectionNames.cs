namespace Glossary.Formats.Documents;

/// <summary>Headings, English and German, that say what stands under them.</summary>
internal static class SectionNames
{
    private static readonly HashSet<string> References = new(StringComparer.OrdinalIgnoreCase)
    {
        "References", "Bibliography", "Literature", "Works cited", "Literatur", "Literaturverzeichnis", "Quellen", "Quellenverzeichnis",
    };

    private static readonly HashSet<string> Contents = new(StringComparer.OrdinalIgnoreCase)
    {
        "Contents", "Table of contents", "List of figures", "List of tables", "List of examples", "Index",
        "Inhalt", "Inhaltsverzeichnis", "Abbildungsverzeichnis", "Tabellenverzeichnis", "Stichwortverzeichnis", "Sachregister", "Sachverzeichnis",
    };

    /// <summary>Whether a heading opens a list of references.</summary>
    public static bool OpensReferences(string heading) => References.Contains(WithoutNumber(heading));

    /// <summary>Whether a heading opens a table of contents, a list of figures, or an index.</summary>
    public static bool OpensContents(string heading) => Contents.Contains(WithoutNumber(heading));

    private static string WithoutNumber(string heading) => heading.TrimStart(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ']).TrimEnd(' ', ':');
}
