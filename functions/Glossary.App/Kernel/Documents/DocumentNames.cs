using System.Collections.Concurrent;

namespace Glossary.App.Kernel.Documents;

/// <summary>File names of a glossary's documents, each looked up once in the course of one request or step.</summary>
public sealed class DocumentNames(DocumentStore documents, string glossary)
{
    private readonly ConcurrentDictionary<string, Task<string>> names = new(StringComparer.Ordinal);

    /// <summary>The file name; the id of a document that is gone.</summary>
    public Task<string> FindAsync(string document, CancellationToken cancellationToken) =>
        names.GetOrAdd(document, async id => (await documents.FindAsync(glossary, id, cancellationToken))?.Document.FileName ?? id);
}
