using System.Globalization;
using System.Runtime.CompilerServices;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Http;

namespace Glossary.App.Features.Concordances;

/// <summary>
/// Finds a text in the documents of a glossary, newest document first. One call goes through so many pages and no more; where it ends it
/// says how to go on, so that no number of documents makes a request long.
/// </summary>
public sealed class TextConcordance(DocumentStore documents, DocumentTexts texts)
{
    private const int MostPages = 3_000;
    private const int DocumentsAtOnce = 100;

    // What is sorted must be known whole.
    private const int MostSortedPages = 20_000;
    private const int MostSortedLines = 5_000;

    /// <summary>Lines in the order of the documents.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="text">What to look for.</param>
    /// <param name="document">The one document to look in, or null for all.</param>
    /// <param name="position">How many lines, and from where.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The lines, and where to go on; there may be more though this call found none.</returns>
    public async Task<(IReadOnlyList<OccurrenceLine> Lines, string? After)> ListAsync(
        string glossary, string text, string? document, ListPosition position, CancellationToken cancellationToken)
    {
        var lines = new List<OccurrenceLine>();
        var place = Place.Parse(position.After);
        var pages = 0;
        await foreach (var (page, at) in PagesAsync(glossary, TextPattern.Of(text), document, place, cancellationToken))
        {
            foreach (var line in page)
            {
                if (lines.Count == position.Top)
                {
                    return (lines, (at with { Start = line.Start }).ToString());
                }

                lines.Add(line);
            }

            if (++pages == MostPages)
            {
                return (lines, (at with { Page = at.Page + 1, Start = 0 }).ToString());
            }
        }

        return (lines, null);
    }

    /// <summary>Lines sorted by what stands beside the text, and how many there are.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="text">What to look for.</param>
    /// <param name="document">The one document to look in, or null for all.</param>
    /// <param name="order">The order.</param>
    /// <param name="position">How many lines, and from where.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ApiException">400 where there are too many lines to sort.</exception>
    public async Task<(IReadOnlyList<OccurrenceLine> Lines, string? After, int Count)> SortAsync(
        string glossary, string text, string? document, ConcordanceOrder order, ListPosition position, CancellationToken cancellationToken)
    {
        var lines = new List<OccurrenceLine>();
        var pages = 0;
        await foreach (var (page, _) in PagesAsync(glossary, TextPattern.Of(text), document, Place.First, cancellationToken))
        {
            lines.AddRange(page);
            if (lines.Count > MostSortedLines || ++pages > MostSortedPages)
            {
                throw ApiException.Invalid("sort", string.Create(
                    CultureInfo.InvariantCulture,
                    $"There is too much to sort: at most {MostSortedLines:N0} places on {MostSortedPages:N0} pages can be. Look for a longer text, in one document, or in the order of the documents."));
            }
        }

        var from = int.TryParse(position.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var end = from + position.Top;
        lines.Sort(new ByContext(order));
        return ([.. lines.Skip(from).Take(position.Top)], end < lines.Count ? end.ToString(CultureInfo.InvariantCulture) : null, lines.Count);
    }

    // Page by page what was found there, and where the page is.
    private async IAsyncEnumerable<(IReadOnlyList<OccurrenceLine> Lines, Place At)> PagesAsync(
        string glossary, TextPattern pattern, string? only, Place from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (document, list) in DocumentsAsync(glossary, only, from, cancellationToken))
        {
            // Without a stored revision there is nothing to look in; while a newer one is read, the older one's text still stands.
            if (document.StoredRevision is null)
            {
                continue;
            }

            var isFirst = document.Id == from.Document;
            await foreach (var page in texts.PagesAsync(document, isFirst ? from.Page : 0, cancellationToken))
            {
                var content = page.Page.Content;
                var start = isFirst && content.Number == from.Page ? from.Start : 0;
                yield return (
                    [.. pattern.Find(content.Text, start).Select(found => Concordance.Line(document.Id, found.Start, found.Length, page.Page))],
                    new Place(list, document.Id, content.Number, 0));
            }
        }
    }

    // The documents from a place on, each with where the part of their list begins that it stands in.
    private async IAsyncEnumerable<(Document Document, string? List)> DocumentsAsync(
        string glossary, string? only, Place from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (only is not null)
        {
            yield return ((await documents.GetAsync(glossary, only, cancellationToken)).Document, null);
            yield break;
        }

        var list = from.List;
        do
        {
            var (found, after) = await documents.ListAsync(glossary, DocumentsAtOnce, list, cancellationToken);
            var skipped = list == from.List ? found.TakeWhile(each => each.Document.Id != from.Document).Count() : 0;
            // A document that is gone meanwhile leaves no gap: its part of the list is begun anew.
            foreach (var each in found.Skip(skipped == found.Count ? 0 : skipped))
            {
                yield return (each.Document, list);
            }

            list = after;
        }
        while (list is not null);
    }

    /// <summary>Where a call ended.</summary>
    private sealed record Place(string? List, string? Document, int Page, int Start)
    {
        private const char Separator = '\n';

        public static Place First { get; } = new(null, null, 0, 0);

        public static Place Parse(string? after) =>
            after?.Split(Separator) is [var list, var document, var page, var start]
                && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                ? new Place(list.Length == 0 ? null : list, document, number, offset)
                : First;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{List}{Separator}{Document}{Separator}{Page}{Separator}{Start}");
    }

    /// <summary>By the words beside the text, the nearest first; then by place, so that the order is one and the same.</summary>
    private sealed class ByContext(ConcordanceOrder order) : IComparer<OccurrenceLine>
    {
        private static readonly CompareInfo Invariant = CultureInfo.InvariantCulture.CompareInfo;

        public int Compare(OccurrenceLine? x, OccurrenceLine? y)
        {
            var (left, right) = (Words(x!), Words(y!));
            for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
            {
                if (Invariant.Compare(left[i], right[i], CompareOptions.IgnoreCase | CompareOptions.IgnoreSymbols) is not 0 and var byWord)
                {
                    return byWord;
                }
            }

            var byCount = left.Count.CompareTo(right.Count);
            var byDocument = byCount != 0 ? byCount : string.CompareOrdinal(x!.DocumentId, y!.DocumentId);
            return byDocument != 0 ? byDocument : (x!.Page, x.Start).CompareTo((y!.Page, y.Start));
        }

        private List<string> Words(OccurrenceLine line)
        {
            var words = (order == ConcordanceOrder.Left ? line.Left : line.Right).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            if (order == ConcordanceOrder.Left)
            {
                words.Reverse();
            }

            return words;
        }
    }
}

/// <summary>How the lines of a concordance are ordered.</summary>
public enum ConcordanceOrder
{
    /// <summary>As they stand in the documents, the newest document first.</summary>
    Document,

    /// <summary>By the words before the text, the nearest first.</summary>
    Left,

    /// <summary>By the words behind it.</summary>
    Right,
}
