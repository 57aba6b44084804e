using Glossary.Extraction.Documents;

namespace Glossary.Extraction;

/// <summary>Finds the terms of a document. Safe to share between threads; the same input gives the same output on any culture and number of threads.</summary>
public static class TermExtractor
{
    /// <summary>Analyses a document and returns its scored candidates.</summary>
    /// <param name="document">The repaired text.</param>
    /// <param name="options">The profile.</param>
    /// <param name="progress">Told the number of pages analysed so far.</param>
    /// <param name="cancellationToken">Stops the analysis between pages.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ExtractionResult Extract(
        DocumentText document, ExtractionOptions options, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        throw new InvalidOperationException("The analysis is not wired yet.");
    }
}
