namespace Glossary.Extraction.Lexicon;

/// <summary>How often words stand in written general language, in centibels below certainty as wordfreq has it.</summary>
internal sealed class FrequencyTable
{
    /// <summary>Steps of the stored centibels.</summary>
    public const int Step = 4;

    /// <summary>Centibels given to a word that the table lacks.</summary>
    public const int Unknown = -900;

    private readonly WordIndex words;

    private FrequencyTable(WordIndex words) => this.words = words;

    /// <summary>Reads a language's table.</summary>
    public static FrequencyTable Load(string language) => new(WordIndex.Load($"frequencies.{language}.br", static (_, at) => at + 1));

    /// <summary>Number of words.</summary>
    public int Count => words.Count;

    /// <summary>Whether the table has a word, given in lower case.</summary>
    public bool Contains(ReadOnlySpan<char> word) => Centibels(word) != Unknown;

    /// <summary>Centibels of a word given in lower case: 0 would be certain, −300 is one word in a thousand; <see cref="Unknown"/> where it is missing.</summary>
    public int Centibels(ReadOnlySpan<char> word)
    {
        var found = words.Find(word);
        if (found.IsEmpty && word.Contains('ß'))
        {
            // The table has case-folded words: “grösse” for “größe”.
            found = words.Find(word.ToString().Replace("ß", "ss", StringComparison.Ordinal));
        }

        return found.IsEmpty ? Unknown : -found[0] * Step;
    }
}
