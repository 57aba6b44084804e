using Glossary.Extraction.Documents;

namespace Glossary.Formats.Documents;

/// <summary>Headings, English and German, that say what stands under them, and the entries that lead to them.</summary>
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

    private static readonly HashSet<string> Imprint = new(StringComparer.OrdinalIgnoreCase)
    {
        "Imprint", "Impressum", "Authors", "Author", "About the author", "About the authors", "Contributors", "Contributing authors", "List of authors",
        "Members of the working group",
        "Autoren", "Autor", "Autorinnen und Autoren", "Die Autoren", "Verfasser", "Mitwirkende", "Mitglieder des Arbeitskreises",
    };

    private static readonly HashSet<string> Thanks = new(StringComparer.OrdinalIgnoreCase)
    {
        "Acknowledgements", "Acknowledgments", "Acknowledgement", "Danksagung", "Dank",
    };

    // Only there: elsewhere they may be things of the field.
    private static readonly HashSet<string> InsideImprint = new(StringComparer.OrdinalIgnoreCase)
    {
        "Publisher", "Published by", "Editor", "Editors", "Editorial team", "Contact", "Copyright", "Design", "Layout", "Photos", "Picture credits", "Print",
        "Herausgeber", "Verlag", "Redaktion", "Kontakt", "Ansprechpartner", "Gestaltung", "Satz", "Druck", "Bildnachweis",
    };

    /// <summary>What stands under a heading by its name, or null where the name says nothing.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="before">What stands before it.</param>
    public static SegmentKind? Open(string heading, SegmentKind? before)
    {
        var name = Name(heading);
        return References.Contains(name) ? SegmentKind.Reference
            : Imprint.Contains(name) || Thanks.Contains(name) || (before == SegmentKind.Imprint && InsideImprint.Contains(name)) ? SegmentKind.Imprint
            : null;
    }

    /// <summary>Whether a heading opens a table of contents, a list of figures, or an index.</summary>
    public static bool OpensContents(string heading) => Contents.Contains(Name(heading));

    /// <summary>Whether a line is an entry of a table of contents: leaders and a page number at its end.</summary>
    public static bool IsContentsEntry(string text)
    {
        var end = text.Length;
        while (end > 0 && (char.IsAsciiLetterOrDigit(text[end - 1]) || text[end - 1] == ' ') && text.Length - end < 8)
        {
            end--;
        }

        if (end == text.Length || end < 4)
        {
            return false;
        }

        var dots = 0;
        while (end > 0 && text[end - 1] is '.' or ' ' or '…' or '·' or '_')
        {
            dots += text[end - 1] == '…' ? 3 : text[end - 1] == ' ' ? 0 : 1;
            end--;
            if (end == 0)
            {
                break;
            }
        }

        return dots >= 3;
    }

    /// <summary>Whether a heading opens a text that thanks people.</summary>
    public static bool OpensThanks(string heading) => Thanks.Contains(Name(heading));

    // Without its number, its colon and a remark in brackets: “Authors (in alphabetical order)”.
    private static string Name(string heading)
    {
        var bracket = heading.IndexOf('(', StringComparison.Ordinal);
        return (bracket > 0 ? heading[..bracket] : heading).TrimStart(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ']).TrimEnd(' ', ':');
    }
}
