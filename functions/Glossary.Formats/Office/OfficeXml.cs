using System.IO.Compression;
using System.Xml;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Office;

/// <summary>The XML parts of Office Open XML packages (ISO/IEC 29500-2), read without document types and without fetching anything.</summary>
internal static class OfficeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        MaxCharactersFromEntities = 0,
    };

    /// <summary>Whether a part is XML by its name.</summary>
    public static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens a part.</summary>
    public static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), Settings);

    /// <summary>
    /// Whether a part's relationships make a program load a template, an object or a part of the document from another machine. Links
    /// that a person has to click, and paths on the author's own disk, do not count.
    /// </summary>
    /// <exception cref="DocumentRefusedException">The part is broken.</exception>
    public static bool FetchesSomething(ZipArchiveEntry relationships)
    {
        try
        {
            using var reader = Open(relationships);
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                    && string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                    && IsLoaded(reader.GetAttribute("Type") ?? string.Empty) && IsElsewhere(reader.GetAttribute("Target") ?? string.Empty))
                {
                    return true;
                }
            }

            return false;
        }
        catch (XmlException exception)
        {
            throw new DocumentRefusedException(
                RefusalCodes.Damaged, "The file is damaged and can't be opened. Open it in its own program, save it anew, and upload it again.", exception);
        }
    }

    private static bool IsLoaded(string type) =>
        type[(type.LastIndexOf('/') + 1)..] is "attachedTemplate" or "oleObject" or "frame" or "subDocument" or "externalLinkPath" or "package";

    private static bool IsElsewhere(string target) =>
        target.StartsWith("\\\\", StringComparison.Ordinal) || target.StartsWith("//", StringComparison.Ordinal)
        || (Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.IsUnc || !uri.IsFile) && uri.Scheme.Length > 1);
}
