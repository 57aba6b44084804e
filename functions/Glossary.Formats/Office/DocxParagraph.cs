using System.Text;
using Glossary.Extraction.Documents;

namespace Glossary.Formats.Office;

/// <summary>What is known of a paragraph while it is read.</summary>
internal sealed class DocxParagraph
{
    public StringBuilder Text { get; } = new();

    /// <summary>Id of its style.</summary>
    public string? Style { get; set; }

    /// <summary>Its own level as a heading, from 1.</summary>
    public int? Outline { get; set; }

    /// <summary>Whether it is put into a list, or taken out of one; null where it says neither.</summary>
    public bool? IsListed { get; set; }

    /// <summary>What the field is that its text comes from.</summary>
    public SegmentKind? FieldKind { get; set; }

    /// <summary>Whether its properties are being read, which tell of its mark, not of its text.</summary>
    public bool InProperties { get; set; }

    /// <summary>Whether its mark was deleted, so that it goes on in the next paragraph.</summary>
    public bool IsMarkDeleted { get; set; }

    /// <summary>Whether the run that is being read is hidden.</summary>
    public bool IsHidden { get; set; }
}
