using System.Text;

namespace Glossary.Search.Matching;

/// <summary>How many edits part words from one word: insertions, deletions, replacements and swaps of neighbours.</summary>
/// <param name="word">The word.</param>
/// <param name="most">More edits are not counted.</param>
internal sealed class EditDistance(string word, int most)
{
    private readonly char[] other = new char[256];
    private readonly int[][] rows = [new int[word.Length + 1], new int[word.Length + 1], new int[word.Length + 1]];

    /// <summary>The distance to a word, or null where it is greater than the most.</summary>
    /// <param name="utf8">The word in UTF-8.</param>
    public int? To(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > other.Length)
        {
            return null;
        }

        var length = Encoding.UTF8.GetChars(utf8, other);
        if (Math.Abs(length - word.Length) > most)
        {
            return null;
        }

        var (before, above, row) = (rows[0], rows[1], rows[2]);
        for (var column = 0; column <= word.Length; column++)
        {
            above[column] = column;
        }

        for (var i = 1; i <= length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= word.Length; j++)
            {
                var cost = other[i - 1] == word[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && other[i - 1] == word[j - 2] && other[i - 2] == word[j - 1])
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }

                row[j] = value;
                least = Math.Min(least, value);
            }

            if (least > most)
            {
                return null;
            }

            (before, above, row) = (above, row, before);
        }

        return above[word.Length] <= most ? above[word.Length] : null;
    }
}
