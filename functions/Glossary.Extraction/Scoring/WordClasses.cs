using Glossary.Extraction.Candidates;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Scoring;

/// <summary>What a word is, apart from how often it stands.</summary>
[Flags]
internal enum WordClass : ushort
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>A noun of no field, or a part of a document.</summary>
    Generic = 1,

    /// <summary>An adjective that values or points.</summary>
    Weak = 2,

    /// <summary>An adjective of size, order or rank.</summary>
    Grading = 4,

    /// <summary>With a hyphen inside.</summary>
    Hyphenated = 8,

    /// <summary>With a digit.</summary>
    WithDigits = 16,

    /// <summary>With a letter that is neither ASCII nor Greek.</summary>
    WithForeignLetters = 32,

    /// <summary>An acronym.</summary>
    Acronym = 64,

    /// <summary>With the ending of adjectives that relate to a thing: “mechanical”, “aerodynamic”.</summary>
    Relational = 128,

    /// <summary>A symbol of mixed case: <c>kLa</c>, <c>pH</c>.</summary>
    Symbol = 512,

    /// <summary>Looked at: told from what was not yet.</summary>
    Known = 256,
}

/// <summary>The classes of a document's lemmas, found once for each.</summary>
internal sealed class WordClasses(LanguageData data, LemmaTable lemmas)
{
    private const int ShortestShouted = 4;

    private static readonly string[] RelationalEndings = ["al", "ic", "ar", "ary", "ine", "oid", "isch", "ell", "iv"];

    private const int ShortestBase = 3;

    // Adjectives that end so without comparing.
    private static readonly string[] EndingInEr =
    [
        "sicher", "ander", "inner", "äußer", "ober", "unter", "hinter", "vorder", "mittler", "locker", "bitter", "sauber", "mager", "leer", "schwer", "sauer", "teuer", "regulär",
    ];

    private readonly List<WordClass> known = [];

    /// <summary>Whether a lemma is of a class.</summary>
    public bool Is(int lemma, WordClass wanted) => (Of(lemma) & wanted) != 0;

    /// <summary>Whether one of several is.</summary>
    public bool Any(int[] numbers, WordClass wanted)
    {
        foreach (var number in numbers)
        {
            if (Is(number, wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a lemma has an ending of relational adjectives.</summary>
    public bool IsRelational(int lemma) => Is(lemma, WordClass.Relational);

    private WordClass Of(int lemma)
    {
        while (known.Count <= lemma)
        {
            known.Add(WordClass.None);
        }

        return known[lemma] != WordClass.None ? known[lemma] : known[lemma] = Look(lemmas[lemma]);
    }

    private WordClass Look(string word)
    {
        // “NOTE” and “TABLE” are no acronyms.
        var listed = word.Length >= ShortestShouted ? word.ToLowerInvariant() : word;
        // The lists hold the inflected adjectives of German, a lemma has lost its ending.
        ReadOnlySpan<string> inflected = data.Code == "de" ? [listed, listed + "e", listed + "en"] : [listed];
        return WordClass.Known
            | (IsListed(data.Lists.Generic, inflected) || IsListed(data.Lists.DocumentParts, inflected) ? WordClass.Generic : 0)
            | (IsListed(data.Lists.WeakStarts, inflected) || (data.Code == "de" && IsCompared(word)) ? WordClass.Weak : 0)
            | (IsListed(data.Lists.Grading, inflected) ? WordClass.Grading : 0)
            | (word.Contains('-', StringComparison.Ordinal) ? WordClass.Hyphenated : 0)
            | (word.AsSpan().ContainsAnyInRange('0', '9') ? WordClass.WithDigits : 0)
            | (HasForeignLetters(word) ? WordClass.WithForeignLetters : 0)
            | (WordShape.IsAbbreviation(word) ? WordClass.Acronym : WordShape.KeepsCase(word) ? WordClass.Symbol : 0)
            | (word.Length > 4 && Array.Exists(RelationalEndings, ending => word.EndsWith(ending, StringComparison.Ordinal)) ? WordClass.Relational : 0);
    }

    // Letters of other languages; Greek ones are the field's: “β-blocker”.
    private static bool HasForeignLetters(string word)
    {
        foreach (var character in word)
        {
            if (character > '\u007F' && char.IsLetter(character) && character is not ('µ' or (>= '\u0370' and <= '\u03FF')))
            {
                return true;
            }
        }

        return false;
    }

    // A German adjective in its comparative or superlative compares, and names no kind: “kürzer-”, “wichtigst-”.
    private bool IsCompared(string lemma)
    {
        // A superlative is rare without its ending, and keeps it as a lemma.
        var stem = lemma.EndsWith("sten", StringComparison.Ordinal) ? lemma[..^2] : lemma.EndsWith("ste", StringComparison.Ordinal) ? lemma[..^1] : lemma;
        var suffix = stem.EndsWith("er", StringComparison.Ordinal) && Array.IndexOf(EndingInEr, stem) < 0 ? 2 : stem.EndsWith("st", StringComparison.Ordinal) ? 2 : 0;
        if (suffix == 0 || stem.Length < ShortestBase + suffix || !char.IsLower(stem[0]))
        {
            return false;
        }

        var positive = stem[..^suffix];
        var plain = positive.Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u');
        return IsAdjective(positive) || IsAdjective(plain);
    }

    // General language has it without an ending and with each of two.
    private bool IsAdjective(string word) =>
        data.Frequencies.Contains(word) && data.Frequencies.Contains(word + "en") && data.Frequencies.Contains(word + "es") && data.Frequencies.Contains(word + "em");

    private static bool IsListed(HashSet<string> list, ReadOnlySpan<string> forms)
    {
        foreach (var form in forms)
        {
            if (list.Contains(form))
            {
                return true;
            }
        }

        return false;
    }
}
