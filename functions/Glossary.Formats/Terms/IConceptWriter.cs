namespace Glossary.Formats.Terms;

/// <summary>Writes concepts to a stream, one after the other, in constant memory.</summary>
public interface IConceptWriter : IAsyncDisposable
{
    /// <summary>Writes one concept.</summary>
    Task WriteAsync(ConceptEntry entry, CancellationToken cancellationToken);

    /// <summary>Writes what closes the file. Nothing may be written after it.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
