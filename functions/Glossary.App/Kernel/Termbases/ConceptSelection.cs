namespace Glossary.App.Kernel.Termbases;

/// <summary>Goes through the ids of all concepts that a filter admits, page by page.</summary>
public sealed class ConceptSelection(ConceptList concepts)
{
    private const int PageSize = 1_000;

    /// <summary>A page of ids, which may be empty although more follow.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="filter">Which concepts.</param>
    /// <param name="after">Where the page before ended, or null.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The ids, and where to go on, or null at the end.</returns>
    public async Task<(IReadOnlyList<string> Ids, string? After)> PageAsync(
        string glossary, ConceptFilter filter, string? after, CancellationToken cancellationToken)
    {
        if (filter.Document is { } document)
        {
            var (terms, next) = await concepts.DocumentTermsAsync(glossary, document, filter, PageSize, after, cancellationToken);
            return ([.. terms.Select(term => term.Concept.Id)], next);
        }

        var (rows, position) = await concepts.ListAsync(glossary, filter, PageSize, after, cancellationToken);
        return ([.. rows.Select(row => row.Id)], position);
    }
}
