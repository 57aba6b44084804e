using Glossary.Extraction.Analysis;
using Glossary.Extraction.Tagging;

namespace Glossary.Extraction.Candidates;

/// <summary>Grammatical gender of a German noun.</summary>
internal enum NounGender : byte
{
    /// <summary>der</summary>
    Masculine,

    /// <summary>die</summary>
    Feminine,

    /// <summary>das</summary>
    Neuter,
}

/// <summary>
/// The genders of a document's German nouns, told by the articles and adjectives before them; those of nouns without, by the last
/// part of the compound or by an ending that has one gender (Duden, Die Grammatik, “Genuszuweisung”).
/// </summary>
internal sealed class NounGenders(LemmaTable lemmas)
{
    private const int ShortestPart = 4;

    private static readonly (string Ending, NounGender Gender)[] Endings =
    [
        ("ung", NounGender.Feminine), ("heit", NounGender.Feminine), ("keit", NounGender.Feminine), ("schaft", NounGender.Feminine),
        ("tion", NounGender.Feminine), ("sion", NounGender.Feminine), ("tät", NounGender.Feminine), ("enz", NounGender.Feminine), ("anz", NounGender.Feminine),
        ("chen", NounGender.Neuter), ("ment", NounGender.Neuter), ("tum", NounGender.Neuter), ("ium", NounGender.Neuter),
        ("ismus", NounGender.Masculine), ("ling", NounGender.Masculine), ("eur", NounGender.Masculine), ("labor", NounGender.Neuter), ("or", NounGender.Masculine),
        ("ent", NounGender.Masculine), ("ant", NounGender.Masculine), ("prozess", NounGender.Masculine), ("stress", NounGender.Masculine), ("us", NounGender.Masculine),
        ("ik", NounGender.Feminine), ("ei", NounGender.Feminine), ("ur", NounGender.Feminine), ("ma", NounGender.Neuter),
        ("gehäuse", NounGender.Neuter), ("getriebe", NounGender.Neuter), ("gewinde", NounGender.Neuter), ("gebäude", NounGender.Neuter),
        ("gelände", NounGender.Neuter), ("gefälle", NounGender.Neuter), ("gefüge", NounGender.Neuter), ("gewebe", NounGender.Neuter),
        ("gestänge", NounGender.Neuter), ("gebläse", NounGender.Neuter), ("ende", NounGender.Neuter), ("auge", NounGender.Neuter), ("name", NounGender.Masculine),
        ("kunde", NounGender.Masculine), ("buchstabe", NounGender.Masculine), ("käse", NounGender.Masculine), ("e", NounGender.Feminine),
    ];

    // How often each gender was told, by lemma.
    private readonly Dictionary<string, int[]> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NounGender?> found = [];

    /// <summary>Notes what stands before a noun.</summary>
    /// <param name="page">The page.</param>
    /// <param name="from">First token of its sentence.</param>
    /// <param name="noun">The noun's token.</param>
    /// <param name="lemma">Number of its lemma.</param>
    public void Add(AnalyzedPage page, int from, int noun, int lemma)
    {
        var article = noun - 1;
        while (article >= from && page.Tokens[article].Tag is PartOfSpeech.Adjective or PartOfSpeech.Participle && char.IsLower(page.TextOf(article)[0]))
        {
            article--;
        }

        if (article < from)
        {
            return;
        }

        var adjective = article == noun - 1 ? default : page.TextOf(noun - 1);
        var isSingular = page.TextOf(noun).Equals(lemmas[lemma], StringComparison.OrdinalIgnoreCase);
        if (Told(page.TextOf(article), adjective, isSingular) is { } gender)
        {
            var told = counts.TryGetValue(lemmas[lemma], out var known) ? known : counts[lemmas[lemma]] = new int[3];
            told[(int)gender]++;
        }
    }

    /// <summary>Gender of a lemma, or null where nothing tells it; asked for once all pages were gone through.</summary>
    public NounGender? Of(int lemma) => found.TryGetValue(lemma, out var gender) ? gender : found[lemma] = Look(lemmas[lemma]);

    private NounGender? Look(ReadOnlySpan<char> word)
    {
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start == 0 || start <= word.Length - ShortestPart; start++)
        {
            if (lookup.TryGetValue(word[start..], out var told))
            {
                return (NounGender)Array.IndexOf(told, told.Max());
            }
        }

        foreach (var (ending, gender) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return gender;
            }
        }

        return null;
    }

    // Only what has one reading: “der” before a bare noun may be a nominative or a genitive.
    private static NounGender? Told(ReadOnlySpan<char> article, ReadOnlySpan<char> adjective, bool isSingular)
    {
        Span<char> lower = stackalloc char[Math.Min(article.Length, 8)];
        article[..lower.Length].ToLowerInvariant(lower);
        return lower switch
        {
            "das" => NounGender.Neuter,
            "eine" or "zur" or "einer" => NounGender.Feminine,
            "einen" => NounGender.Masculine,
            "der" when adjective is [.., 'e'] => NounGender.Masculine,
            "die" when adjective is [.., 'e'] && isSingular => NounGender.Feminine,
            "ein" when adjective is [.., 'e', 'r'] => NounGender.Masculine,
            "ein" when adjective is [.., 'e', 's'] => NounGender.Neuter,
            _ => null,
        };
    }
}
