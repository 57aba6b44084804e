using Glossary.App.Kernel.Search;

namespace Glossary.Search;

/// <summary>Indexes of Lucene in a folder for temporary files.</summary>
/// <param name="place">A folder that several processes may share; nothing in it must outlive them.</param>
/// <param name="bufferMegabytes">Memory for filling an index.</param>
public sealed class LuceneTermIndexFactory(string place, double bufferMegabytes) : ITermIndexFactory, IDisposable
{
    private readonly Lazy<IndexFolder> folder = new(() => IndexFolder.Take(place));

    private readonly Workbench workbench = new();

    /// <inheritdoc />
    public string Format => "lucene48-4";

    /// <inheritdoc />
    public ITermIndex Create() => LuceneTermIndex.Create(folder.Value.Next(), workbench, bufferMegabytes);

    /// <inheritdoc />
    public ITermIndex Restore(Stream snapshot)
    {
        var files = folder.Value.Next();
        try
        {
            IndexArchive.Read(snapshot, files);
            return LuceneTermIndex.Open(files, workbench);
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or FormatException or IOException)
        {
            files.Delete(recursive: true);
            throw new InvalidDataException("The snapshot can't be read.", failure);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (folder.IsValueCreated)
        {
            folder.Value.Dispose();
        }

        workbench.Dispose();
    }
}
