using System.Buffers;
using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Candidates;

/// <summary>
/// The form under which a dictionary lists a German term (DIN 2330: nominative singular, the adjective in its strong form):
/// “grafischer Installer” of “des grafischen Installers”, “Dateisystem” of “Dateisystemen”.
/// </summary>
internal static class GermanBaseForm
{
    private static readonly string[] AdjectiveEndings = ["", "e", "en", "em", "er", "es"];
    private static readonly string[] NounEndings = ["s", "es", "e", "n", "en", "er", "ern", "nen", "se", "sen", "ses"];

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ");

    // Nouns that are used in the plural alone, by their lemmas: “Messdaten” has no singular.
    private static readonly string[] Pluralia = ["datum", "kost", "unkost"];

    /// <summary>The base form, or null where it can't be told or is the form itself.</summary>
    /// <param name="form">An attested form.</param>
    /// <param name="record">What was counted for the term.</param>
    /// <param name="document">The document's lemmas and genders.</param>
    public static string? Of(string form, CandidateRecord record, CandidateCollector document)
    {
        var words = form.Split(' ');
        if (record.Kind is not (PhraseKind.Noun or PhraseKind.Word) || words.Length != record.Lemmas.Length || 2 * record.Adjectives > record.Frequency)
        {
            return null;
        }

        words[^1] = Noun(words[^1], document.Lemmas.NounOf(words[^1]));
        if (words.Length > 1)
        {
            if (document.Genders.Of(record.Lemmas[^1]) is not { } gender)
            {
                return null;
            }

            for (var i = 0; i < words.Length - 1; i++)
            {
                if (Adjective(words[i], document.Lemmas[record.Lemmas[i]], gender) is not { } adjective)
                {
                    return null;
                }

                // A capital that only the beginning of a sentence gave.
                var isName = adjective == words[i] && char.IsUpper(adjective[0])
                    && (document.CasingOf(record.Lemmas[i]).Lower == 0 || adjective.Equals(document.Lemmas[record.Lemmas[i]], StringComparison.OrdinalIgnoreCase));
                words[i] = isName ? adjective : char.ToLowerInvariant(adjective[0]) + adjective[1..];
            }
        }

        var whole = string.Join(' ', words);
        return whole == form ? null : whole;
    }

    private static string Noun(string word, string lemma)
    {
        if (!char.IsUpper(word[Math.Min(word.LastIndexOf('-') + 1, word.Length - 1)]) || WordShape.KeepsCase(word) || Array.Exists(Pluralia, plural => lemma.EndsWith(plural, StringComparison.Ordinal)))
        {
            return word;
        }

        if (word.Length > lemma.Length && word.StartsWith(lemma, StringComparison.OrdinalIgnoreCase))
        {
            return Array.IndexOf(NounEndings, word[lemma.Length..]) >= 0 ? word[..lemma.Length] : word;
        }

        // An umlaut: “Umständen” of “Umstand”.
        var same = 0;
        while (same < Math.Min(word.Length, lemma.Length) && char.ToLowerInvariant(word[same]) == lemma[same])
        {
            same++;
        }

        return same < lemma.Length && same < word.Length && (word[same], lemma[same]) is ('ä', 'a') or ('ö', 'o') or ('ü', 'u')
            ? string.Concat(word.AsSpan(0, same), lemma.AsSpan(same))
            : word;
    }

    // Null for what is no adjective of this lemma; a noun before the head stays as it is.
    private static string? Adjective(string word, string lemma, NounGender gender)
    {
        if (word.Equals(lemma, StringComparison.OrdinalIgnoreCase))
        {
            return char.IsUpper(word[0]) ? word : null;
        }

        // “LVM-Sprache” before a head that should have stood in brackets is no adjective.
        if (word.AsSpan(1).ContainsAny(Capitals) || !word.StartsWith(lemma, StringComparison.OrdinalIgnoreCase) || Array.IndexOf(AdjectiveEndings, word[lemma.Length..]) < 0)
        {
            return null;
        }

        return word[..lemma.Length] + gender switch
        {
            NounGender.Masculine => "er",
            NounGender.Feminine => "e",
            _ => "es",
        };
    }
}
