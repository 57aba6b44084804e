using System.Globalization;
using System.Xml;
using Glossary.Extraction.Documents;

namespace Glossary.Formats.Office;

/// <summary>What the paragraph styles of a document mean. Built-in styles have English names in every language of Word.</summary>
internal sealed class ParagraphStyles
{
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    /// <summary>Reads the part of the styles; none are known where it is missing.</summary>
    public static ParagraphStyles Read(OfficePackage package, string? part)
    {
        var all = new ParagraphStyles();
        using var reader = part is null ? null : package.Open(part);
        Style? style = null;
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "style":
                    style = new Style();
                    all.styles[reader.GetAttribute("styleId", reader.NamespaceURI) ?? string.Empty] = style;
                    break;
                case "name" when style is not null:
                    style.Name = (reader.GetAttribute("val", reader.NamespaceURI) ?? string.Empty).ToLowerInvariant();
                    break;
                case "basedOn" when style is not null:
                    style.BasedOn = reader.GetAttribute("val", reader.NamespaceURI);
                    break;
                case "outlineLvl" when style is not null
                    && int.TryParse(reader.GetAttribute("val", reader.NamespaceURI), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 9:
                    style.Outline = level + 1;
                    break;
                case "vanish" when style is not null:
                    style.IsHidden = reader.GetAttribute("val", reader.NamespaceURI) is not ("0" or "false" or "off");
                    break;
            }
        }

        return all;
    }

    /// <summary>Role and level of a heading, if it is one, of paragraphs in a style.</summary>
    public (SegmentKind Kind, int? Outline) Of(string? id) =>
        Chain(id).Select(style => style.Meaning()).FirstOrDefault(meaning => meaning is not null) ?? (SegmentKind.Body, null);

    /// <summary>Whether text in a style of paragraphs or of characters is not shown, or only says what is to be written in its place.</summary>
    public bool IsHidden(string? id) =>
        Chain(id).Select(style => style.Name == "placeholder text" ? true : style.IsHidden).FirstOrDefault(hidden => hidden is not null) ?? false;

    private IEnumerable<Style> Chain(string? id)
    {
        // A chain of styles that bites its tail ends here.
        for (var depth = 0; id is not null && depth < 20 && styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private sealed class Style
    {
        public string Name { get; set; } = string.Empty;

        public string? BasedOn { get; set; }

        public int? Outline { get; set; }

        public bool? IsHidden { get; set; }

        public (SegmentKind Kind, int? Outline)? Meaning() => Name switch
        {
            "title" => (SegmentKind.Heading, 0),
            ['h', 'e', 'a', 'd', 'i', 'n', 'g', ' ', >= '1' and <= '9' and var level] => (SegmentKind.Heading, level - '0'),
            "caption" => (SegmentKind.Caption, null),
            "bibliography" => (SegmentKind.Reference, null),
            _ when Outline is { } outline => (SegmentKind.Heading, outline),
            _ when Name.StartsWith("toc ", StringComparison.Ordinal) || Name.StartsWith("index ", StringComparison.Ordinal) || Name == "table of figures"
                => (SegmentKind.Contents, null),
            _ when Name.StartsWith("list", StringComparison.Ordinal) => (SegmentKind.ListItem, null),
            _ => null,
        };
    }
}
