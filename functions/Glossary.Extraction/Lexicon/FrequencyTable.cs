namespace Glossary.Extraction.Lexicon;

/// <summary>How often words stand in written general language, in centibels below certainty as wordfreq has it.</summary>
internal sealed class FrequencyTable
{
    /// <summary>Steps of the stored centibels.</summary>
    public const int Step = 4;

    /// <summary>Centibels given to a word that the table lacks.</summary>
    public const int Unknown = -900;

    private readonly Dictionary<string, byte> words;
    private readonly Dictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private FrequencyTable(Dictionary<string, byte> words)
    {
        this.words = words;
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads a language's table.</summary>
    public static FrequencyTable Load(string language)
    {
        var words = new Dictionary<string, byte>(200_000, StringComparer.Ordinal);
        ResourceReader.ReadWords(ResourceReader.Read($"frequencies.{language}.br"), (word, reader) => words[word] = reader.ReadByte());
        return new FrequencyTable(words);
    }

    /// <summary>Number of words.</summary>
    public int Count => words.Count;

    /// <summary>Whether the table has a word, given in lower case.</summary>
    public bool Contains(ReadOnlySpan<char> word) => Centibels(word) != Unknown;

    /// <summary>Centibels of a word given in lower case: 0 would be certain, −300 is one word in a thousand; <see cref="Unknown"/> where it is missing.</summary>
    public int Centibels(ReadOnlySpan<char> word)
    {
        if (lookup.TryGetValue(word, out var steps))
        {
            return -steps * Step;
        }

        // The table has case-folded words: “grösse” for “größe”.
        return word.Contains('ß') && words.TryGetValue(word.ToString().Replace("ß", "ss", StringComparison.Ordinal), out steps)
            ? -steps * Step
            : Unknown;
    }
}
