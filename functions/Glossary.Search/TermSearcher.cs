using Glossary.App.Kernel.Search;
using Glossary.Search.Analysis;
using Glossary.Search.Answers;
using Glossary.Search.Documents;
using Glossary.Search.Matching;
using Glossary.Search.Queries;
using Lucene.Net.Search;

namespace Glossary.Search;

/// <summary>Answers over one state of an index.</summary>
/// <param name="searcher">That state.</param>
/// <param name="analysis">Finds the forms of words.</param>
internal sealed class TermSearcher(IndexSearcher searcher, WordAnalysis analysis)
{
    private const int MostFacetValues = 50;

    private readonly IReadOnlyList<SegmentColumns> segments =
        [.. searcher.IndexReader.Leaves.Select(leaf => SegmentColumns.Of(leaf.AtomicReader))];

    /// <summary>Finds concepts.</summary>
    public SearchAnswer Search(SearchRequest request, CancellationToken cancellationToken)
    {
        var (query, collector) = Collect(request, cancellationToken);
        var best = collector.Best();
        var snippets = new SnippetMaker(analysis, query.Matcher);
        var hits = best.Select(hit => Stored(hit)).Select(concept => new SearchHit(concept.Row, snippets.Of(concept))).ToList();
        var after = best.Count == request.Top && best.Count < collector.Total ? best[^1].Position.ToString() : null;
        return new SearchAnswer(
            hits, after, collector.Total, Facets(collector), collector.Total == 0 ? DidYouMean(request, cancellationToken) : null);
    }

    /// <summary>Completes what is typed.</summary>
    public IReadOnlyList<Completion> Suggest(string text, SearchFilter filter, int top, CancellationToken cancellationToken)
    {
        var completer = new TermCompleter(analysis);
        if (completer.QueryOf(text) is not { } query)
        {
            return [];
        }

        var collector = new HitCollector(CompiledQuery.Of(query, filter, [], new TextMatcher()), SearchOrder.Relevance, top * 2, null, cancellationToken);
        searcher.Search(query, collector);
        return
        [
            .. collector.Best().SelectMany(hit => completer.Of(text, Stored(hit)))
                .Where(each => filter.Languages.Count == 0 || filter.Languages.Contains(each.Language, StringComparer.OrdinalIgnoreCase))
                .DistinctBy(each => (CharacterFolding.Fold(each.Text), each.Language)).Take(top),
        ];
    }

    private (CompiledQuery Query, HitCollector Collector) Collect(SearchRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryCompiler(analysis, segments).Compile(request);
        var collector = new HitCollector(query, request.Order, request.Top, HitPosition.Parse(request.After), cancellationToken);
        searcher.Search(query.Query, collector);
        return (query, collector);
    }

    private ShownConcept Stored(Hit hit)
    {
        var bytes = searcher.Doc(hit.Document).GetBinaryValue(IndexFields.Shown);
        return ShownConcept.Read(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    private static IReadOnlyList<SearchFacet> Facets(HitCollector collector) =>
    [
        .. ProfileFacet.All.Select(facet =>
        {
            var values = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var segment in collector.Counts)
            {
                segment.AddTo(values, facet);
            }

            return new SearchFacet(
                facet.Name,
                [.. values.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostFacetValues).Select(pair => new FacetValue(pair.Key, pair.Value))]);
        }),
    ];

    // A proposal that finds nothing either would only send a person to another empty page.
    private string? DidYouMean(SearchRequest request, CancellationToken cancellationToken) =>
        new SpellingProposer(analysis, segments).Propose(request.Text) is { } proposal
        && Collect(request with { Text = proposal, Top = 1, After = null }, cancellationToken).Collector.Total > 0
            ? proposal
            : null;
}
