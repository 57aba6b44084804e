using System.Numerics;
using System.Runtime.Intrinsics;

namespace Glossary.Extraction.Tagging;

/// <summary>Tags a sentence from left to right, each token by the best sum of its features' weights.</summary>
internal static class PerceptronTagger
{
    /// <summary>Tags one sentence.</summary>
    /// <param name="model">The language's model.</param>
    /// <param name="words">Hashes of its tokens.</param>
    /// <param name="known">Tag of tokens that are certain, or null.</param>
    /// <param name="tags">Receives the tags.</param>
    public static void Tag(
        TaggerModel model, ReadOnlySpan<TaggerFeatures.WordHashes> words, ReadOnlySpan<PartOfSpeech?> known, Span<PartOfSpeech> tags)
    {
        Span<int> rows = stackalloc int[TaggerFeatures.Count];
        var (tag1, tag2) = (-1, -1);
        for (var i = 0; i < words.Length; i++)
        {
            int tag;
            if (known[i] is { } certain)
            {
                tag = (int)certain;
            }
            else
            {
                TaggerFeatures.Fill(
                    rows,
                    words[i],
                    i > 0 ? words[i - 1] : default,
                    i + 1 < words.Length ? words[i + 1] : default,
                    i + 2 < words.Length ? words[i + 2] : default,
                    tag1,
                    tag2);
                tag = Best(model.Weights, rows);
            }

            tags[i] = (PartOfSpeech)tag;
            (tag2, tag1) = (tag1, tag);
        }
    }

    // Sixteen sums at once: a row of the model is one vector.
    private static int Best(sbyte[] weights, ReadOnlySpan<int> rows)
    {
        var sums = Vector256<short>.Zero;
        foreach (var row in rows)
        {
            sums += Vector256.WidenLower(Vector128.Create<sbyte>(weights.AsSpan(row * TaggerModel.Tags, TaggerModel.Tags)).ToVector256());
        }

        // The greatest sum in every place; its first place is the tag.
        var greatest = Vector128.Max(sums.GetLower(), sums.GetUpper());
        greatest = Vector128.Max(greatest, Vector128.Shuffle(greatest, Vector128.Create((short)4, 5, 6, 7, 0, 1, 2, 3)));
        greatest = Vector128.Max(greatest, Vector128.Shuffle(greatest, Vector128.Create((short)2, 3, 0, 1, 6, 7, 4, 5)));
        greatest = Vector128.Max(greatest, Vector128.Shuffle(greatest, Vector128.Create((short)1, 0, 3, 2, 5, 4, 7, 6)));
        return BitOperations.TrailingZeroCount(Vector256.Equals(sums, Vector256.Create(greatest, greatest)).ExtractMostSignificantBits());
    }
}
