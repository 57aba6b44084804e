using Glossary.Extraction;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Artefacts;

/// <summary>A page with the sentences that the analysis found on it.</summary>
/// <param name="Page">Text, segments and word boxes.</param>
/// <param name="Sentences">Ascending, non-overlapping spans of the text.</param>
public sealed record ArchivedPage(ReadPage Page, IReadOnlyList<SentenceSpan> Sentences);
