using Glossary.Extraction.Candidates;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Scoring;

/// <summary>
/// How rare the words of a document are in written general language: 3 for one in a thousand, 6 for one in a million. It is the
/// contrast that tells a field's words from everybody's (“weirdness”, Ahmad, Gillam and Tostevin 1999); how often they stand here
/// is weighed on its own.
/// </summary>
internal sealed class WordRarity(LanguageData data, LemmaTable lemmas)
{
    // Beyond it rarity says no more: what general language lacks is a term, a name, or debris.
    private const double Rarest = 6.3;
    private const double Commonest = 2;

    // Acronyms share their letters with common words; the case makes them another word.
    private const double OfAcronyms = 6;

    private readonly List<double> known = [];

    /// <summary>Rarity of a lemma.</summary>
    public double this[int lemma]
    {
        get
        {
            while (known.Count <= lemma)
            {
                known.Add(double.NaN);
            }

            return double.IsNaN(known[lemma]) ? known[lemma] = Of(lemmas[lemma]) : known[lemma];
        }
    }

    // A hyphenated word is as rare as its rarest part.
    private double Of(string word)
    {
        var rarest = Commonest;
        foreach (var range in word.AsSpan().Split('-'))
        {
            rarest = Math.Max(rarest, OfPart(word.AsSpan(range)));
        }

        return rarest;
    }

    private double OfPart(ReadOnlySpan<char> part)
    {
        Span<char> buffer = stackalloc char[Math.Min(part.Length, 64)];
        if (part.Length > buffer.Length)
        {
            return Rarest;
        }

        part.ToLowerInvariant(buffer);
        var centibels = data.Frequencies.Centibels(buffer);
        var rarity = centibels == FrequencyTable.Unknown ? Rarest : Math.Clamp(-centibels / 100.0, Commonest, Rarest);
        return WordShape.KeepsCase(part) ? Math.Max(rarity, OfAcronyms) : rarity;
    }
}
