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
    private const int ShortestWithSuffix = 7;

    // The plurals of suffixes, which only inflection makes.
    private static readonly string[] PluralSuffixes = ["ungen", "heiten", "keiten", "schaften", "ionen", "täten", "oren"];
    private static readonly string[] WeakEndings = ["enten", "anten", "isten"];

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
        // Behind a hyphen stands a whole word: “Desktop-Umgebungen”.
        var tail = word.LastIndexOf('-') + 1;
        if (tail > 0 && word.Length - tail >= ShortestWord)
        {
            return string.Concat(word.AsSpan(0, tail), Noun(word[tail..], frequencies));
        }

        var lemma = Listed(word);
        if (lemma is not null && lemma != word)
        {
            return lemma;
        }

        if (lemma is null && word.Length >= ShortestWithSuffix && Array.Exists(PluralSuffixes, suffix => word.EndsWith(suffix, StringComparison.Ordinal)))
        {
            return word[..^2];
        }

        if (IsPlural(word, frequencies))
        {
            return Noun(word[..^1], frequencies);
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
        // “Partitionieren” is the act.
        if (word.Length <= ShortestPart || word.EndsWith("ieren") || !(word.EndsWith("en") || word.EndsWith("ern") || word.EndsWith("eln")))
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

    private static bool HasWeakEnding(string word) => Array.Exists(WeakEndings, ending => word.EndsWith(ending, StringComparison.Ordinal));

    // “Koeffizienten” of “Koeffizient”, but “Komponenten” of “Komponente”: by the longest part at the end that general language has.
    private static string OfWeak(string word, FrequencyTable frequencies)
    {
        for (var start = 0; start <= word.Length - ShortestWithSuffix; start++)
        {
            var (withVowel, without) = (frequencies.Centibels(word.AsSpan(start..^1)), frequencies.Centibels(word.AsSpan(start..^2)));
            if (withVowel != FrequencyTable.Unknown || without != FrequencyTable.Unknown)
            {
                return withVowel > without ? word[..^1] : word[..^2];
            }
        }

        return word[..^2];
    }

    // The longest known form at the end inflects; what stands before it stays.
    private string OfCompound(string word, FrequencyTable frequencies)
    {
        if (HasWeakEnding(word))
        {
            return OfWeak(word, frequencies);
        }

        for (var start = 2; start <= word.Length - ShortestPart; start++)
        {
            // “Faktoren” are no goals of a “Fak”.
            if (start < word.Length - ShortestPart && IsPlural(word.AsSpan(start), frequencies) && IsPart(word.AsSpan(0, start), frequencies))
            {
                return string.Concat(word.AsSpan(0, start), Noun(word[start..^1], frequencies));
            }

            if (Listed(word.AsSpan(start)) is { } tail)
            {
                return string.Concat(word.AsSpan(0, start), tail);
            }
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

    // What stands before the last part of a compound is a word, perhaps with a linking “s”.
    private static bool IsPart(ReadOnlySpan<char> head, FrequencyTable frequencies) =>
        head.Length >= ShortestWord && (frequencies.Contains(head) || (head[^1] == 's' && frequencies.Contains(head[..^1])));
}
