using Lucene.Net.Search.Similarities;

namespace Glossary.Search;

/// <summary>Leaves weights as the queries state them.</summary>
internal sealed class FixedWeights : DefaultSimilarity
{
    /// <inheritdoc />
    public override float QueryNorm(float sumOfSquaredWeights) => 1;

    /// <inheritdoc />
    public override float Coord(int overlap, int maxOverlap) => 1;
}
