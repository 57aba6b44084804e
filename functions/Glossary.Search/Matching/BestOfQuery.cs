using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Glossary.Search.Matching;

/// <summary>
/// Documents that are found in one of several ways, with the weight of the best. Each way has one weight for all its documents, so the ways
/// are gone through one after another, the worst first, each writing over the one before: for a frequent word that takes a fraction of
/// what it takes to go through all ways side by side.
/// </summary>
/// <param name="ways">Queries of a constant score; at most 255.</param>
internal sealed class BestOfQuery(IReadOnlyList<Query> ways) : Query
{
    /// <inheritdoc />
    public override Weight CreateWeight(IndexSearcher searcher) => new BestOfWeight(this, [.. ways.Select(way => searcher.Rewrite(way).CreateWeight(searcher))]);

    /// <inheritdoc />
    public override string ToString(string field) => string.Join(" | ", ways.Select(way => way.ToString(field)));

    private sealed class BestOfWeight(Query query, IReadOnlyList<Weight> ways) : Weight
    {
        public override Query Query => query;

        public override bool ScoresDocsOutOfOrder => false;

        public override float GetValueForNormalization()
        {
            foreach (var way in ways)
            {
                _ = way.GetValueForNormalization();
            }

            return 1;
        }

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (var way in ways)
            {
                way.Normalize(norm, topLevelBoost);
            }
        }

        public override Explanation Explain(AtomicReaderContext context, int doc) => throw new NotSupportedException("Weights are fixed; see IndexQueries.");

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var scorers = new List<(Scorer Scorer, float Weight)>(ways.Count);
            foreach (var way in ways)
            {
                if (way.GetScorer(context, acceptDocs) is { } scorer && scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    scorers.Add((scorer, scorer.GetScore()));
                }
            }

            scorers.Sort((one, other) => one.Weight.CompareTo(other.Weight));
            return scorers.Count == 0 ? null : new BestOfScorer(this, context.AtomicReader.MaxDoc, scorers);
        }
    }

    private sealed class BestOfScorer : Scorer
    {
        private readonly FixedBitSet found;
        private readonly byte[] best;
        private readonly float[] weights;
        private int document = -1;

        public BestOfScorer(Weight weight, int documents, List<(Scorer Scorer, float Weight)> ways)
            : base(weight)
        {
            found = new FixedBitSet(documents);
            best = new byte[documents];
            weights = [.. ways.Select(way => way.Weight)];
            for (var way = 0; way < ways.Count; way++)
            {
                var scorer = ways[way].Scorer;
                for (var each = scorer.DocID; each != NO_MORE_DOCS; each = scorer.NextDoc())
                {
                    found.Set(each);
                    best[each] = (byte)way;
                }
            }
        }

        public override int DocID => document;

        public override int Freq => 1;

        public override float GetScore() => weights[best[document]];

        public override int NextDoc() => Advance(document + 1);

        public override int Advance(int target)
        {
            var next = target >= best.Length ? -1 : found.NextSetBit(target);
            return document = next < 0 ? NO_MORE_DOCS : next;
        }

        public override long GetCost() => found.Cardinality;
    }
}
