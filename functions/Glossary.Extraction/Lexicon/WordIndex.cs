using System.Numerics;

namespace Glossary.Extraction.Lexicon;

/// <summary>
/// Finds the words of a resource and what belongs to each. Words and values lie in a few arrays and not in an object each, so that
/// a hundred thousand are read in some milliseconds; a hash table with open addressing finds them.
/// </summary>
internal sealed class WordIndex
{
    // A slot holds the number of a word, from one, below bits of its hash that tell most other words without a look at the letters.
    private const int NumberBits = 20;
    private const uint NumberMask = (1u << NumberBits) - 1;
    private const int UsualLetters = 12;

    private readonly byte[] bytes;
    private readonly int[] ends;
    private readonly int[] values;
    private readonly uint[] slots;
    private char[] letters;

    private WordIndex(byte[] bytes)
    {
        this.bytes = bytes;
        Count = ResourceReader.CountOf(bytes);
        ends = new int[Count + 1];
        values = new int[Count];
        letters = new char[Count * UsualLetters];
        slots = new uint[BitOperations.RoundUpToPowerOf2((uint)Count * 2)];
    }

    /// <summary>Number of words.</summary>
    public int Count { get; }

    /// <summary>Reads a resource.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="endOfValue">Offset behind the value that begins at an offset.</param>
    public static WordIndex Load(string name, Func<byte[], int, int> endOfValue)
    {
        var bytes = ResourceReader.Read(name);
        var index = new WordIndex(bytes);
        var number = 0;
        ResourceReader.ReadWords(bytes, (word, at) =>
        {
            index.Add(number++, word, at);
            return endOfValue(bytes, at);
        });
        return index;
    }

    /// <summary>The bytes from a word's value on; none where the word is missing.</summary>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        var mask = slots.Length - 1;
        for (var at = (int)hash & mask; slots[at] != 0; at = (at + 1) & mask)
        {
            var slot = slots[at];
            if ((slot ^ hash) <= NumberMask)
            {
                var number = (int)(slot & NumberMask) - 1;
                if (letters.AsSpan(ends[number]..ends[number + 1]).SequenceEqual(word))
                {
                    return bytes.AsSpan(values[number]);
                }
            }
        }

        return default;
    }

    private void Add(int number, ReadOnlySpan<char> word, int value)
    {
        var start = ends[number];
        if (start + word.Length > letters.Length)
        {
            Array.Resize(ref letters, letters.Length * 2);
        }

        word.CopyTo(letters.AsSpan(start));
        ends[number + 1] = start + word.Length;
        values[number] = value;
        var hash = Hash(word);
        var mask = slots.Length - 1;
        var at = (int)hash & mask;
        while (slots[at] != 0)
        {
            at = (at + 1) & mask;
        }

        slots[at] = (hash & ~NumberMask) | (uint)(number + 1);
    }

    // FNV-1a, its bits mixed so that the upper ones say something too.
    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 16777619;
        }

        hash = (hash ^ (hash >> 15)) * 0x85EBCA6B;
        return hash ^ (hash >> 13);
    }
}
