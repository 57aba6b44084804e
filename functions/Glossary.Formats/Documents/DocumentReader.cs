namespace Glossary.Formats.Documents;

/// <summary>Reads an upload of any supported type.</summary>
public static class DocumentReader
{
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
        ArgumentNullException.ThrowIfNull(stream);
        throw new DocumentRefusedException(RefusalCodes.UnsupportedType, $"“{fileName}” is of a type that can't be read.");
    }
}
