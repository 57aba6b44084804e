namespace Glossary.Formats.Documents;

/// <summary>A document as read: repaired text page by page, and the report of what reading it took.</summary>
/// <param name="MediaType">Media type found from the bytes, such as <c>application/pdf</c>.</param>
/// <param name="Pages">The readable pages in order.</param>
/// <param name="Report">What was repaired or lost.</param>
public sealed record ReadDocument(string MediaType, IReadOnlyList<ReadPage> Pages, ReadReport Report);
