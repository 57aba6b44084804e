namespace Glossary.Extraction.Tagging;

/// <summary>The features of a token in its sentence, hashed (FNV-1a) to rows of the model. Training and tagging share them.</summary>
internal static class TaggerFeatures
{
    /// <summary>Features of each token.</summary>
    public const int Count = 16;

    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>What does not depend on neighbours: hashed once for a word.</summary>
    public readonly record struct WordHashes(uint Word, uint Suffix3, uint Suffix2, uint Suffix4, uint Prefix3, uint Shape);

    /// <summary>Hashes of a word as it stands in the text.</summary>
    public static WordHashes Of(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[Math.Min(word.Length, 64)];
        word = word[..buffer.Length];
        var length = word.ToLowerInvariant(buffer);
        var lower = buffer[..length];
        return new WordHashes(
            Hash(lower),
            Hash(lower[Math.Max(0, length - 3)..]),
            Hash(lower[Math.Max(0, length - 2)..]),
            Hash(lower[Math.Max(0, length - 4)..]),
            Hash(lower[..Math.Min(3, length)]),
            Shape(word));
    }

    /// <summary>Rows of the features of a token.</summary>
    /// <param name="rows">Receives <see cref="Count"/> bucket numbers.</param>
    /// <param name="word">The token.</param>
    /// <param name="before">The token before; default at the start.</param>
    /// <param name="next">The token after; default at the end.</param>
    /// <param name="afterNext">The token after that.</param>
    /// <param name="tag1">Tag of the token before, or −1.</param>
    /// <param name="tag2">Tag of the token before that, or −1.</param>
    public static void Fill(
        Span<int> rows, in WordHashes word, in WordHashes before, in WordHashes next, in WordHashes afterNext, int tag1, int tag2)
    {
        var (t1, t2) = ((uint)(tag1 + 1), (uint)(tag2 + 1));
        rows[0] = Row(1, word.Word);
        rows[1] = Row(2, word.Suffix3);
        rows[2] = Row(3, word.Suffix2);
        rows[3] = Row(4, word.Suffix4);
        rows[4] = Row(5, word.Prefix3);
        rows[5] = Row(6, word.Shape);
        rows[6] = Row(7, t1);
        rows[7] = Row(8, (t1 * 31) + t2);
        rows[8] = Row(9, before.Word);
        rows[9] = Row(10, next.Word);
        rows[10] = Row(11, next.Suffix3);
        rows[11] = Row(12, before.Suffix3);
        rows[12] = Row(13, (t1 * 7919) ^ word.Word);
        rows[13] = Row(14, next.Shape ^ (word.Shape * 131));
        rows[14] = Row(15, afterNext.Word);
        rows[15] = Row(16, (t1 * 7919) ^ word.Suffix3);
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var character in text)
        {
            hash = (hash ^ character) * Prime;
        }

        return hash;
    }

    private static int Row(uint feature, uint value)
    {
        var hash = (value ^ (feature * 0x9E3779B1)) * 0x85EBCA6B;
        hash ^= hash >> 15;
        hash *= 0xC2B2AE35;
        return (int)((hash ^ (hash >> 13)) & (TaggerModel.Buckets - 1));
    }

    // Capitals, digits and hyphens in the order they come, runs as one.
    private static uint Shape(ReadOnlySpan<char> word)
    {
        uint shape = 1;
        uint last = 0;
        foreach (var character in word)
        {
            uint kind = char.IsUpper(character) ? 1u : char.IsLetter(character) ? 2u : char.IsDigit(character) ? 3u : character is '-' ? 4u : 5u;
            if (kind != last)
            {
                shape = (shape * 6) + kind;
                last = kind;
            }

            if (shape > 1_000_000)
            {
                break;
            }
        }

        return shape;
    }
}
