using System.Text;

namespace Glossary.Search.Matching;

/// <summary>A word with <c>*</c> for any characters and <c>?</c> for one.</summary>
internal sealed class WordPattern
{
    private readonly byte[] pattern;

    /// <param name="text">The pattern, its letters folded.</param>
    public WordPattern(string text)
    {
        pattern = Encoding.UTF8.GetBytes(text);
        LongestPiece = Encoding.UTF8.GetBytes(text.Split('*', '?').MaxBy(piece => piece.Length)!);
    }

    /// <summary>The longest part that every word of the pattern contains.</summary>
    public byte[] LongestPiece { get; }

    /// <summary>Whether a word looks like the pattern.</summary>
    /// <param name="word">The word in UTF-8.</param>
    public bool Matches(ReadOnlySpan<byte> word)
    {
        var (at, next, star, retry) = (0, 0, -1, 0);
        while (at < word.Length)
        {
            if (next < pattern.Length && pattern[next] == (byte)'?')
            {
                next++;
                at += UnitsAt(word, at);
            }
            else if (next < pattern.Length && pattern[next] == (byte)'*')
            {
                star = next++;
                retry = at;
            }
            else if (next < pattern.Length && pattern[next] == word[at])
            {
                next++;
                at++;
            }
            else if (star >= 0)
            {
                next = star + 1;
                retry += UnitsAt(word, retry);
                at = retry;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(next).IndexOfAnyExcept((byte)'*') < 0;
    }

    // Bytes of a character in UTF-8.
    private static int UnitsAt(ReadOnlySpan<byte> word, int at)
    {
        var units = 1;
        while (at + units < word.Length && (word[at + units] & 0xC0) == 0x80)
        {
            units++;
        }

        return units;
    }
}
