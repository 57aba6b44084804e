using System.Collections.Concurrent;

namespace Glossary.Extraction.Lexicon;

/// <summary>
/// German lemmas: forms of known nouns by list, those of compounds by the list's longest known last part, adjectives by their
/// endings. Compounds are split for this alone and never shown so.
/// </summary>
internal sealed class GermanLemmas : ILemmas
{
    private const int ShortestPart = 4;
    private const int ShortestWord = 3;
    private const int LongestOfWeakEnding = 5;

    private static readonly string[] AdjectiveEndings = ["en", "em", "er", "es", "e"];

    private readonly Dictionary<string, string> lemmas;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly ConcurrentDictionary<string, string> compounds = new(StringComparer.Ordinal);

    private GermanLemmas(Dictionary<string, string> lemmas)
    {
        this.lemmas = lemmas;
        lookup = lemmas.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads the list of forms: each with what is cut from its end and what is put there for the lemma.</summary>
    public static GermanLemmas Load()
    {
        var lemmas = new Dictionary<string, string>(200_000, StringComparer.Ordinal);
        ResourceReader.ReadWords(ResourceReader.Read("lemmas.de.br"), (form, reader) =>
        {
            var cut = reader.ReadByte();
            var ending = reader.ReadString();
            lemmas[form] = cut == 0 && ending.Length == 0 ? form : string.Concat(form.AsSpan(0, form.Length - cut), ending);
        });
        return new GermanLemmas(lemmas);
    }

    /// <summary>Number of forms.</summary>
    public int Count => lemmas.Count;

    /// <inheritdoc />
    public string Noun(string word, FrequencyTable frequencies)
    {
        if (lemmas.TryGetValue(word, out var lemma) && lemma != word)
        {
            return lemma;
        }

        if (IsPlural(word, frequencies))
        {
            return lemmas.GetValueOrDefault(word[..^1], word[..^1]);
        }

        return lemma is not null || word.Length < ShortestPart + 2 ? word : compounds.GetOrAdd(word, OfCompound, frequencies);
    }

    /// <inheritdoc />
    public string Modifier(string word, FrequencyTable frequencies)
    {
        foreach (var ending in AdjectiveEndings)
        {
            if (word.Length > ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word[..^ending.Length];
                // “sauber”, “eben”: the ending belongs to the stem where the stem alone is rare.
                if (frequencies.Centibels(stem) >= frequencies.Centibels(word) - 250 || !frequencies.Contains(word))
                {
                    return stem;
                }
            }
        }

        return word;
    }

    // The list lacks some plurals and takes “Pumpen”, “Federn” for the act of pumping or springing; where the form in -e, -er or -el
    // is about as frequent, they are plurals of “Pumpe”, “Feder”.
    private static bool IsPlural(ReadOnlySpan<char> word, FrequencyTable frequencies) =>
        word.Length > ShortestPart && (word.EndsWith("en") || word.EndsWith("ern") || word.EndsWith("eln"))
        && frequencies.Contains(word[..^1]) && frequencies.Centibels(word[..^1]) >= frequencies.Centibels(word) - 60;

    // “Koeffizienten” ends in no duck.
    private static bool HasWeakEnding(string word) =>
        word.EndsWith("enten", StringComparison.Ordinal) || word.EndsWith("anten", StringComparison.Ordinal) || word.EndsWith("isten", StringComparison.Ordinal);

    // The longest known form at the end inflects; what stands before it stays.
    private string OfCompound(string word, FrequencyTable frequencies)
    {
        var weak = HasWeakEnding(word);
        for (var start = 2; start <= word.Length - ShortestPart; start++)
        {
            if (word.Length - start <= LongestOfWeakEnding && weak)
            {
                break;
            }

            // “effizienten” in “Koeffizienten” is the form of an adjective.
            if (start < word.Length - ShortestPart && !weak && IsPlural(word.AsSpan(start), frequencies))
            {
                return word[..^1];
            }

            if (lookup.TryGetValue(word.AsSpan(start), out var tail))
            {
                return string.Concat(word.AsSpan(0, start), tail);
            }
        }

        if (weak)
        {
            return word[..^2];
        }

        // An unknown noun: the endings that only inflection has.
        if (word.EndsWith("ungen", StringComparison.Ordinal) || word.EndsWith("heiten", StringComparison.Ordinal)
            || word.EndsWith("keiten", StringComparison.Ordinal) || word.EndsWith("schaften", StringComparison.Ordinal) || word.EndsWith("ionen", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        // “Prozessgas” is no genitive.
        if (lookup.TryGetValue(word.AsSpan(word.Length - ShortestWord), out var shortest) && word.EndsWith(shortest, StringComparison.Ordinal))
        {
            return word;
        }

        return word.EndsWith('s') && word.Length > 5 && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal)
            && !word.EndsWith("is", StringComparison.Ordinal)
            ? word[..^1]
            : word;
    }
}
