using System.Runtime.CompilerServices;

namespace Glossary.Extraction.Candidates;

/// <summary>The numbers of a phrase's lemmas, as a key without an allocation.</summary>
internal readonly struct PhraseKey : IEquatable<PhraseKey>
{
    /// <summary>Most words of a phrase.</summary>
    public const int MaximumWords = 8;

    private readonly Lemmas lemmas;
    private readonly int count;

    public PhraseKey(ReadOnlySpan<int> numbers)
    {
        count = numbers.Length;
        for (var i = 0; i < numbers.Length; i++)
        {
            lemmas[i] = numbers[i];
        }
    }

    public bool Equals(PhraseKey other)
    {
        if (count != other.count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (lemmas[i] != other.lemmas[i])
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is PhraseKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = (uint)count;
        for (var i = 0; i < count; i++)
        {
            hash = ((hash << 5) | (hash >> 27)) ^ ((uint)lemmas[i] * 0x9E3779B1);
        }

        return (int)hash;
    }

    [InlineArray(MaximumWords)]
    private struct Lemmas
    {
        private int first;
    }
}
