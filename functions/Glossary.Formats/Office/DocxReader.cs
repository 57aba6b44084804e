namespace Glossary.Formats.Office;

/// <summary>
/// Reads DOCX (WordprocessingML, ISO/IEC 29500-1): the body, then notes, then the heads and feet of its pages. A part of the document
/// is what stands under one heading; a place in it is named by the path of headings and the paragraph.
/// </summary>
internal sealed class DocxReader : OfficeReader
{
    /// <inheritdoc />
    public override string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc />
    public override IReadOnlyList<string> Extensions { get; } = [".docx"];

    /// <inheritdoc />
    protected override string Root => "document";

    /// <inheritdoc />
    protected override void Read(OfficePackage package, string main, PageBuilder pages, CancellationToken cancellationToken)
    {
        var related = package.Related(main);
        var styles = ParagraphStyles.Read(package, related.FirstOrDefault(each => each.Type == "styles").Target);
        ReadPart(main, null);
        foreach (var (_, type, target) in related.Where(each => each.Type is "footnotes" or "endnotes"))
        {
            pages.Begin(type);
            ReadPart(target, null);
        }

        pages.Begin("headers and footers");
        var runningHeads = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, _, target) in related.Where(each => each.Type is "header" or "footer"))
        {
            ReadPart(target, runningHeads);
        }

        void ReadPart(string part, HashSet<string>? heads)
        {
            using var reader = package.Open(part);
            if (reader is not null)
            {
                new DocxBody(reader, styles, pages, heads).Read(cancellationToken);
            }
        }
    }
}
