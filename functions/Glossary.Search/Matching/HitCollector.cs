using Glossary.App.Kernel.Search;
using Glossary.Search.Documents;
using Glossary.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Glossary.Search.Matching;

/// <summary>Keeps the best hits behind a position, and counts all of them by profile.</summary>
/// <param name="query">The filters.</param>
/// <param name="order">What comes first.</param>
/// <param name="top">Most hits kept.</param>
/// <param name="after">Where the page before ended, or null.</param>
/// <param name="cancellationToken">Stops the search.</param>
internal sealed class HitCollector(CompiledQuery query, SearchOrder order, int top, HitPosition? after, CancellationToken cancellationToken) : ICollector
{
    private const int LookEvery = 1 << 16;

    private readonly PriorityQueue<Hit, Hit> kept = new(WorstFirst.Instance);
    private readonly List<ProfileCounts> counts = [];
    private ProfileCounts current = null!;
    private BinaryDocValues? places;
    private SegmentColumns columns = null!;
    private Scorer scorer = null!;
    private int segment;
    private int collected;

    // Most documents are worse than all that are kept already.
    private float floor = float.MinValue;

    /// <summary>How many documents the words and the filters admit.</summary>
    public int Total { get; private set; }

    /// <summary>Counts per segment.</summary>
    public IReadOnlyList<ProfileCounts> Counts => counts;

    /// <inheritdoc />
    public bool AcceptsDocsOutOfOrder => false;

    /// <summary>The hits, the best first.</summary>
    public IReadOnlyList<Hit> Best()
    {
        var best = new Hit[kept.Count];
        for (var i = best.Length - 1; i >= 0; i--)
        {
            best[i] = kept.Dequeue();
        }

        return best;
    }

    /// <inheritdoc />
    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    /// <inheritdoc />
    public void SetNextReader(AtomicReaderContext context)
    {
        columns = SegmentColumns.Of(context.AtomicReader);
        places = context.AtomicReader.GetBinaryDocValues(IndexFields.Place);
        segment = context.DocBase;
        current = new ProfileCounts(columns, query.Filters);
        counts.Add(current);
    }

    /// <inheritdoc />
    public void Collect(int doc)
    {
        if ((++collected & (LookEvery - 1)) == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        var score = columns.ScoreOf[doc];
        if (score < query.Least || score > query.Most || !current.Count(doc))
        {
            return;
        }

        Total++;
        var weight = order switch
        {
            SearchOrder.Relevance => scorer.GetScore() + score,
            SearchOrder.Score => score,
            _ => 0,
        };
        if (weight < floor)
        {
            return;
        }

        var hit = new Hit(weight, columns.OrderOf[doc], segment + doc, doc, places);
        if (after is not null && hit.CompareTo(after) <= 0)
        {
            return;
        }

        if (kept.Count < top)
        {
            kept.Enqueue(hit, hit);
        }
        else if (hit.CompareTo(kept.Peek()) < 0)
        {
            kept.DequeueEnqueue(hit, hit);
            floor = kept.Peek().Weight;
        }
    }

    private sealed class WorstFirst : IComparer<Hit>
    {
        public static WorstFirst Instance { get; } = new();

        public int Compare(Hit x, Hit y) => y.CompareTo(x);
    }
}

/// <summary>A document that was found.</summary>
/// <param name="Weight">How good it is.</param>
/// <param name="Order">Beginning of its place, see <see cref="HitPosition.OrderOf"/>.</param>
/// <param name="Document">Number in the index.</param>
/// <param name="InSegment">Number in the segment.</param>
/// <param name="Places">Places of the segment's concepts.</param>
internal readonly record struct Hit(float Weight, long Order, int Document, int InSegment, BinaryDocValues? Places)
{
    /// <summary>Place in the order of hits.</summary>
    public HitPosition Position => new(Weight, Place);

    private BytesRef Place
    {
        get
        {
            var bytes = new BytesRef();
            Places!.Get(InSegment, bytes);
            return bytes;
        }
    }

    /// <summary>Negative where this hit comes before another one.</summary>
    public int CompareTo(Hit other) =>
        Weight != other.Weight ? other.Weight.CompareTo(Weight)
        : Order != other.Order ? Order.CompareTo(other.Order)
        : Place.CompareTo(other.Place);

    /// <summary>Negative where this hit comes before a position.</summary>
    public int CompareTo(HitPosition other) => Weight != other.Weight ? other.Weight.CompareTo(Weight) : Place.CompareTo(other.Place);
}
