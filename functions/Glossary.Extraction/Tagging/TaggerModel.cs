using System.Runtime.InteropServices;
using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Tagging;

/// <summary>Weights of the averaged perceptron (Collins 2002) with hashed features, and the words that have one part of speech nearly always.</summary>
internal sealed class TaggerModel
{
    /// <summary>Number of parts of speech.</summary>
    public const int Tags = 16;

    /// <summary>Buckets of the hashed features; a power of two.</summary>
    public const int Buckets = 1 << 17;

    private readonly Dictionary<string, PartOfSpeech> certain;

    public TaggerModel(sbyte[] weights, Dictionary<string, PartOfSpeech> certain)
    {
        Weights = weights;
        this.certain = certain;
    }

    /// <summary>One row of <see cref="Tags"/> weights for each bucket.</summary>
    public sbyte[] Weights { get; }

    /// <summary>Reads a language's model.</summary>
    public static TaggerModel Load(string language)
    {
        var words = new Dictionary<string, PartOfSpeech>(StringComparer.Ordinal);
        var bytes = ResourceReader.Read($"certain-words.{language}.br");
        ResourceReader.ReadWords(bytes, (word, at) =>
        {
            words[word.ToString()] = (PartOfSpeech)bytes[at];
            return at + 1;
        });
        var weights = new sbyte[Buckets * Tags];
        ResourceReader.Read($"tagger.{language}.br", MemoryMarshal.AsBytes(weights.AsSpan()));
        return new TaggerModel(weights, words);
    }

    /// <summary>The part of speech of a word that has only one, given in lower case.</summary>
    public PartOfSpeech? Certain(string word) => certain.TryGetValue(word, out var tag) ? tag : null;
}
