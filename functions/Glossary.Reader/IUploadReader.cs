using Glossary.Extraction;
using Glossary.Formats.Documents;

namespace Glossary.Reader;

/// <summary>Port: reads one upload and leaves its artefacts in a folder.</summary>
public interface IUploadReader
{
    /// <summary>
    /// Reads, repairs and analyses a document, and writes <c>pages.bin</c>, <c>postings.bin</c> and <c>candidates.jsonl</c>.
    /// </summary>
    /// <exception cref="DocumentRefusedException">The document can't be read; the code says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<ReadingResult> ReadAsync(ReadingRequest request, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>What to read.</summary>
/// <param name="InputPath">The file.</param>
/// <param name="FileName">The name it was uploaded under.</param>
/// <param name="OutputFolder">An existing folder for the artefacts.</param>
/// <param name="Limits">Limits of the document.</param>
/// <param name="Options">What extraction keeps.</param>
public sealed record ReadingRequest(string InputPath, string FileName, string OutputFolder, ReadLimits Limits, ExtractionOptions Options);

/// <summary>How far reading is.</summary>
/// <param name="Stage"><c>reading</c>, <c>analysing</c> or <c>writing</c>.</param>
/// <param name="Page">Pages done in this stage.</param>
/// <param name="Pages">Pages there are.</param>
public sealed record ReadingProgress(string Stage, int Page, int Pages);

/// <summary>What reading found.</summary>
/// <param name="MediaType">Media type found from the bytes.</param>
/// <param name="Language">BCP 47 tag of the main language.</param>
/// <param name="Tokens">Word tokens.</param>
/// <param name="Candidates">Candidates.</param>
/// <param name="Occurrences">Their occurrences.</param>
/// <param name="Report">What was repaired or lost.</param>
public sealed record ReadingResult(string MediaType, string Language, int Tokens, int Candidates, int Occurrences, ReadReport Report);
