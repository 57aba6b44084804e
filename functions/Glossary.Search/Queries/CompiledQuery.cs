using Glossary.App.Kernel.Search;
using Glossary.Search.Documents;
using Lucene.Net.Search;

namespace Glossary.Search.Queries;

/// <summary>What is asked, as the index understands it.</summary>
/// <param name="Query">The words; every document where there are none.</param>
/// <param name="Filters">Properties that are filtered outside of the words, so that their facets can be counted without them.</param>
/// <param name="Least">Least score.</param>
/// <param name="Most">Greatest score.</param>
/// <param name="Matcher">Finds the words in the texts of a hit.</param>
internal sealed record CompiledQuery(
    Query Query, IReadOnlyList<(ProfileFacet Facet, IReadOnlyList<string> Values)> Filters, float Least, float Most, TextMatcher Matcher)
{
    /// <summary>The filters of a request, and those that stand at the top of what was typed.</summary>
    public static CompiledQuery Of(Query query, SearchFilter filter, IReadOnlyList<QueryNode> top, TextMatcher matcher)
    {
        var filters = ProfileFacet.All.Select(facet => (facet, facet.Wanted(filter))).Where(each => each.Item2.Count > 0)
            .Concat(top.OfType<QueryNode.Filter>().Select(each => (each.Facet, each.Values))).ToList();
        var scores = top.OfType<QueryNode.Score>().ToList();
        return new CompiledQuery(
            query,
            filters,
            (float)scores.Select(each => each.Least).Append(filter.MinimumScore).Max(),
            (float)scores.Select(each => each.Most).Append(filter.MaximumScore).Min(),
            matcher);
    }
}
