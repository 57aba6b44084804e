namespace Glossary.Testing;

/// <summary>Draws ranks as frequent as words are: the second half as often as the first, and so on.</summary>
internal sealed class Zipf
{
    private readonly double[] cumulated;

    /// <param name="ranks">How many ranks there are.</param>
    /// <param name="exponent">How steep it is; about 1 for words.</param>
    public Zipf(int ranks, double exponent)
    {
        cumulated = new double[ranks];
        var sum = 0.0;
        for (var i = 0; i < ranks; i++)
        {
            sum += 1 / Math.Pow(i + 1, exponent);
            cumulated[i] = sum;
        }
    }

    /// <summary>The next rank, from 0.</summary>
    public int Next(Random random)
    {
        var place = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
        return Math.Min(cumulated.Length - 1, place < 0 ? ~place : place);
    }
}
