using System.Globalization;
using Glossary.Formats.Archives;
using Glossary.Formats.Office;
using Glossary.Formats.Pdf;

namespace Glossary.Formats.Documents;

/// <summary>Reads an upload of any supported type.</summary>
public static class DocumentReader
{
    private static readonly IDocumentFormat[] Formats = [new PdfReader(), new DocxReader(), new XlsxReader()];

    /// <summary>File name extensions that are read.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Formats.SelectMany(format => format.Extensions)];

    /// <summary>Checks type and limits, then reads and repairs the text.</summary>
    /// <param name="stream">The bytes; seekable.</param>
    /// <param name="fileName">The name it was uploaded under; its extension must agree with the bytes.</param>
    /// <param name="limits">Limits within which it is read.</param>
    /// <param name="progress">Told the number of pages read so far and the number there are.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <exception cref="DocumentRefusedException">The document can't be read; the code says why.</exception>
    public static ReadDocument Read(
        Stream stream, string fileName, ReadLimits limits, IProgress<(int Page, int Pages)>? progress = null, CancellationToken cancellationToken = default)
    {
        if (stream.Length == 0)
        {
            throw new DocumentRefusedException(RefusalCodes.EmptyFile, "The file is empty. Upload it again.");
        }

        if (stream.Length > limits.MaximumBytes)
        {
            throw new DocumentRefusedException(RefusalCodes.FileTooLarge, string.Create(
                CultureInfo.InvariantCulture,
                $"The file has {stream.Length / 1048576.0:N1} MB; {limits.MaximumBytes / 1048576.0:N0} MB are allowed. Split it into parts."));
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (ArchiveGuard.IsArchive(bytes))
        {
            ArchiveGuard.Check(bytes, limits);
        }

        var format = FormatOf(fileName, bytes);
        try
        {
            return format.Read(bytes, limits, progress, cancellationToken);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.OfType<DocumentRefusedException>().FirstOrDefault() is { } refused)
        {
            throw refused;
        }
    }

    private static IDocumentFormat FormatOf(string fileName, byte[] bytes)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var format = Formats.FirstOrDefault(each => each.Extensions.Contains(extension))
            ?? throw new DocumentRefusedException(
                RefusalCodes.UnsupportedType, $"Files of this type are not read. Upload one of: {string.Join(", ", Extensions)}.");
        return format.Matches(bytes) ? format : throw new DocumentRefusedException(
            RefusalCodes.UnsupportedType,
            $"The name ends in {extension}, but the content is of another type. Save the document as {extension[1..].ToUpperInvariant()} in its own program, and upload it again.");
    }
}
