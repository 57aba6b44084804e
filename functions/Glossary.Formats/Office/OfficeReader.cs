using System.Xml;
using Glossary.Formats.Archives;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Office;

/// <summary>What reading DOCX and XLSX have in common: the package, its faults and its report.</summary>
internal abstract class OfficeReader : IDocumentFormat
{
    /// <inheritdoc />
    public abstract string MediaType { get; }

    /// <inheritdoc />
    public abstract IReadOnlyList<string> Extensions { get; }

    /// <summary>Name of the root element of the main part.</summary>
    protected abstract string Root { get; }

    /// <inheritdoc />
    public bool Matches(ReadOnlySpan<byte> head)
    {
        OfficePackage.RefuseCompoundFile(head, Extensions[0]);
        return ArchiveGuard.IsArchive(head);
    }

    /// <inheritdoc />
    public ReadDocument Read(byte[] bytes, ReadLimits limits, IProgress<(int Page, int Pages)>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var package = new OfficePackage(bytes);
            var main = package.MainPart;
            if (main is null || !HasRoot(package, main))
            {
                throw new DocumentRefusedException(
                    RefusalCodes.UnsupportedType,
                    $"The name ends in {Extensions[0]}, but the content is of another type. Save the document as {Extensions[0][1..].ToUpperInvariant()} in its own program, and upload it again.");
            }

            var builder = new PageBuilder(limits);
            Read(package, main, builder, cancellationToken);
            var pages = builder.Complete();
            if (pages.Count == 0)
            {
                throw new DocumentRefusedException(RefusalCodes.EmptyFile, "There is no text in the document. Upload one that has some.");
            }

            progress?.Report((pages.Count, pages.Count));
            return new ReadDocument(MediaType, pages, new ReadReport(pages.Count, [], [], new Dictionary<string, int>()));
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or EndOfStreamException)
        {
            throw new DocumentRefusedException(
                RefusalCodes.Damaged, "The document is damaged and can't be opened. Open it in its own program, save it anew, and upload it again.", exception);
        }
    }

    /// <summary>Reads the text of the package into pages.</summary>
    protected abstract void Read(OfficePackage package, string main, PageBuilder pages, CancellationToken cancellationToken);

    private bool HasRoot(OfficePackage package, string main)
    {
        using var reader = package.Open(main);
        return reader is not null && reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == Root;
    }
}
