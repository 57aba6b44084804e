namespace Glossary.Formats.Documents;

/// <summary>A format that documents are read from. A new one is one class, entered in <see cref="DocumentReader"/>.</summary>
internal interface IDocumentFormat
{
    /// <summary>Its media type.</summary>
    string MediaType { get; }

    /// <summary>Its file name extensions with their dots, in lower case.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether the first bytes of a file are of this format.</summary>
    bool Matches(ReadOnlySpan<byte> head);

    /// <summary>Reads a document of this format.</summary>
    /// <exception cref="DocumentRefusedException">It can't be read.</exception>
    ReadDocument Read(byte[] bytes, ReadLimits limits, IProgress<(int Page, int Pages)>? progress, CancellationToken cancellationToken);
}
