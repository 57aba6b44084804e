namespace Glossary.Formats.Artefacts;

/// <summary>Reads a range of an artefact; shorter at its end.</summary>
/// <param name="offset">First byte.</param>
/// <param name="length">Bytes wanted.</param>
/// <param name="cancellationToken">Stops the wait.</param>
public delegate ValueTask<ReadOnlyMemory<byte>> RangeSource(long offset, int length, CancellationToken cancellationToken);

/// <summary>An artefact that is not one, or of a schema number that this program does not know.</summary>
/// <param name="message">What is wrong.</param>
public sealed class ArtefactFormatException(string message) : Exception(message);
