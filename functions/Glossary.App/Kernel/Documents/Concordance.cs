using System.Globalization;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;
using Glossary.Formats.Artefacts;
using Glossary.Formats.Documents;

namespace Glossary.App.Kernel.Documents;

/// <summary>Shows the places of a concept with what stands around them, document by document.</summary>
public sealed class Concordance(DocumentStore documents, DocumentTexts texts)
{
    private const int Around = 60;

    /// <summary>A page of the lines.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="evidence">What the documents say of the concept under each of its keys, the documents in the order to show them.</param>
    /// <param name="top">Most lines wanted.</param>
    /// <param name="after">Where the page before ended, or null.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<(IReadOnlyList<OccurrenceLine> Lines, string? After)> ListAsync(
        string glossary, IReadOnlyList<Evidence> evidence, int top, string? after, CancellationToken cancellationToken)
    {
        var lines = new List<OccurrenceLine>();
        var (document, skip) = Parse(after);
        var shares = evidence.GroupBy(share => share.DocumentId).ToList();
        var from = document is null ? 0 : shares.TakeWhile(each => each.Key != document).Count();
        for (var i = from; i < shares.Count; i++)
        {
            var found = await documents.FindAsync(glossary, shares[i].Key, cancellationToken);
            // While a newer revision is read, the older one's artefacts still stand; without a stored revision there is nothing to show.
            if (found is { Document.StoredRevision: not null })
            {
                var occurrences = await OccurrencesAsync(found.Document, shares[i], cancellationToken);
                var wanted = occurrences.Skip(skip).Take(top - lines.Count).ToList();
                await AddAsync(lines, found.Document, wanted, cancellationToken);
                if (lines.Count == top)
                {
                    return (lines, skip + wanted.Count < occurrences.Count
                        ? Position(shares[i].Key, skip + wanted.Count)
                        : i + 1 < shares.Count ? Position(shares[i + 1].Key, 0) : null);
                }
            }

            skip = 0;
        }

        return (lines, null);
    }

    private async Task<IReadOnlyList<Occurrence>> OccurrencesAsync(Document document, IEnumerable<Evidence> shares, CancellationToken cancellationToken)
    {
        var all = new List<Occurrence>();
        foreach (var share in shares)
        {
            all.AddRange(share.Spans.Count > 0 ? share.Spans : await texts.OccurrencesAsync(document, share.Language, share.Key, cancellationToken));
        }

        return [.. all.OrderBy(place => place.Page).ThenBy(place => place.Start)];
    }

    private static string Position(string document, int skip) => string.Create(CultureInfo.InvariantCulture, $"{document}|{skip}");

    private static (string? Document, int Skip) Parse(string? after)
    {
        var parts = after?.Split('|');
        return parts is [var document, var skip] && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (document, number)
            : (null, 0);
    }

    private async Task AddAsync(
        List<OccurrenceLine> lines, Document document, List<Occurrence> occurrences, CancellationToken cancellationToken)
    {
        if (occurrences.Count == 0)
        {
            return;
        }

        ArchivedPage? page = null;
        foreach (var occurrence in occurrences)
        {
            if (page?.Page.Content.Number != occurrence.Page)
            {
                page = await texts.FindPageAsync(document, occurrence.Page, cancellationToken);
            }

            if (page is not null)
            {
                lines.Add(Line(document.Id, occurrence.Start, occurrence.Length, page.Page));
            }
        }
    }

    /// <summary>The line of one place.</summary>
    /// <param name="document">The document.</param>
    /// <param name="start">Offset into the page text.</param>
    /// <param name="length">Length.</param>
    /// <param name="page">The page.</param>
    internal static OccurrenceLine Line(string document, int start, int length, ReadPage page)
    {
        var text = page.Content.Text;
        var end = start + length;
        var left = WordStart(text, Math.Max(0, start - Around), start);
        var right = WordEnd(text, Math.Min(text.Length, end + Around), end);
        return new OccurrenceLine(
            document, page.Content.Number, start, length,
            OneLine(text[left..start]), OneLine(text[start..end]), OneLine(text[end..right]),
            page.PlaceOf(start), Boxes(page.Words, start, end));
    }

    // Half a word at either end of a line says nothing.
    private static int WordStart(string text, int from, int limit)
    {
        if (from == 0)
        {
            return 0;
        }

        var space = text.AsSpan(from, limit - from).IndexOfAny(' ', '\n');
        return space < 0 ? from : from + space + 1;
    }

    private static int WordEnd(string text, int to, int limit)
    {
        if (to == text.Length)
        {
            return to;
        }

        var space = text.AsSpan(limit, to - limit).LastIndexOfAny(' ', '\n');
        return space < 0 ? to : limit + space;
    }

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    // The words the span touches, joined line by line. A span that covers a part of a word lights the same part of its box.
    private static List<PageBox> Boxes(IReadOnlyList<WordBox> words, int start, int end)
    {
        var boxes = new List<PageBox>();
        foreach (var word in words)
        {
            var from = Math.Max(start, word.Start);
            var to = Math.Min(end, word.Start + word.Length);
            if (from >= to || word.Length == 0)
            {
                continue;
            }

            var left = word.Left + (word.Width * (from - word.Start) / word.Length);
            var width = Math.Max(1, word.Width * (to - from) / word.Length);
            if (boxes.Count > 0 && boxes[^1] is var last && Math.Abs(last.Top - word.Top) * 2 < word.Height && left >= last.Left)
            {
                boxes[^1] = last with { Width = Math.Max(last.Width, left + width - last.Left), Height = Math.Max(last.Height, word.Height) };
            }
            else
            {
                boxes.Add(new PageBox(left, word.Top, width, word.Height));
            }
        }

        return boxes;
    }
}
