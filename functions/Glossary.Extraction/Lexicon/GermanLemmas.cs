using System.Text;

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

    private readonly WordIndex forms;

    private GermanLemmas(WordIndex forms) => this.forms = forms;

    /// <summary>Reads the list of forms: each with the number of letters cut from its end and what is put there for the lemma.</summary>
    public static GermanLemmas Load() => new(WordIndex.Load("lemmas.de.br", static (bytes, at) =>
    {
        at++;
        var length = ResourceReader.ReadNumber(bytes, ref at);
        return at + length;
    }));

    /// <inheritdoc />
    public string Noun(string word, FrequencyTable frequencies)
    {
        var lemma = Listed(word);
        if (lemma is not null && lemma != word)
        {
            return lemma;
        }

        if (IsPlural(word, frequencies))
        {
            return Listed(word.AsSpan(..^1)) ?? word[..^1];
        }

        return lemma is not null || word.Length < ShortestPart + 2 ? word : OfCompound(word, frequencies);
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
                var common = frequencies.Centibels(word);
                if (common == FrequencyTable.Unknown || frequencies.Centibels(stem) >= common - 250)
                {
                    return stem;
                }
            }
        }

        return word;
    }

    // The list lacks some plurals and takes “Pumpen”, “Federn” for the act of pumping or springing; where the form in -e, -er or -el
    // is about as frequent, they are plurals of “Pumpe”, “Feder”.
    private static bool IsPlural(ReadOnlySpan<char> word, FrequencyTable frequencies)
    {
        if (word.Length <= ShortestPart || !(word.EndsWith("en") || word.EndsWith("ern") || word.EndsWith("eln")))
        {
            return false;
        }

        var singular = frequencies.Centibels(word[..^1]);
        return singular != FrequencyTable.Unknown && singular >= frequencies.Centibels(word) - 60;
    }

    // The lemma of a form that the list has.
    private string? Listed(ReadOnlySpan<char> form)
    {
        var found = forms.Find(form);
        if (found.IsEmpty)
        {
            return null;
        }

        var at = 1;
        var length = ResourceReader.ReadNumber(found, ref at);
        return string.Concat(form[..^found[0]], Encoding.UTF8.GetString(found.Slice(at, length)));
    }

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

            if (Listed(word.AsSpan(start)) is { } tail)
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
        if (Listed(word.AsSpan(word.Length - ShortestWord)) is { } shortest && word.EndsWith(shortest, StringComparison.Ordinal))
        {
            return word;
        }

        return word.EndsWith('s') && word.Length > 5 && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal)
            && !word.EndsWith("is", StringComparison.Ordinal)
            ? word[..^1]
            : word;
    }
}
