namespace Glossary.App.Kernel.Documents;

/// <summary>A line of a concordance (keyword in context).</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Page">1-based page.</param>
/// <param name="Start">Offset into the page text.</param>
/// <param name="Length">Length.</param>
/// <param name="Left">Up to 60 characters before it.</param>
/// <param name="Text">The term as it stands there.</param>
/// <param name="Right">Up to 60 characters after it.</param>
/// <param name="Place">Where it is in a document without pages: heading and paragraph, sheet and cell.</param>
/// <param name="Boxes">Where it stands on the page, in ten-thousandths from the top left corner; one box a line.</param>
public sealed record OccurrenceLine(
    string DocumentId, int Page, int Start, int Length, string Left, string Text, string Right, string? Place, IReadOnlyList<PageBox> Boxes);

/// <summary>A box on a page, in ten-thousandths of its width and height from its top left corner.</summary>
/// <param name="Left">0–10,000.</param>
/// <param name="Top">0–10,000.</param>
/// <param name="Width">0–10,000.</param>
/// <param name="Height">0–10,000.</param>
public sealed record PageBox(int Left, int Top, int Width, int Height);
