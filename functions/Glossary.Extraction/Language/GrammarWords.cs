using System.Collections.Frozen;
using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Language;

/// <summary>How many words of grammar of either language stand among the words of a text.</summary>
/// <param name="English">English ones.</param>
/// <param name="German">German ones.</param>
/// <param name="All">All words.</param>
internal readonly record struct GrammarWords(int English, int German, int All)
{
    // What is longer is not counted as a word.
    private const int LongestWord = 16;

    // Words of grammar of other languages too: they tell nothing where the language may be any.
    private static readonly string[] Shared = ["a", "an", "as", "des", "do", "du", "es", "had", "he", "me", "no", "on", "or", "over", "so", "was", "we"];

    private static readonly FrozenDictionary<string, (int English, int German)> Listed = WordLists.English.FunctionWords
        .Union(WordLists.German.FunctionWords)
        .Except(Shared)
        .ToFrozenDictionary(
            word => word,
            word => (WordLists.English.FunctionWords.Contains(word) ? 1 : 0, WordLists.German.FunctionWords.Contains(word) ? 1 : 0),
            StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (int English, int German)>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Listed.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestListed = Listed.Keys.Max(word => word.Length);

    /// <summary>The counts with those of a text added.</summary>
    public GrammarWords With(ReadOnlySpan<char> text)
    {
        var (english, german, all) = (English, German, All);
        Span<char> lower = stackalloc char[LongestListed];
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && !IsSeparator(text[at]))
            {
                at++;
            }

            var word = text[start..at];
            if (word.Length is 0 or > LongestWord || !char.IsLetter(word[0]))
            {
                continue;
            }

            all++;
            if (word.Length <= LongestListed && Lookup.TryGetValue(lower[..word.ToLowerInvariant(lower)], out var found))
            {
                english += found.English;
                german += found.German;
            }
        }

        return new GrammarWords(english, german, all);
    }

    private static bool IsSeparator(char character) => character switch
    {
        ' ' or '\n' or '\r' or '\t' or '.' or ',' or ';' or ':' or '!' or '?' or '(' or ')' or '[' or ']' or '"' or '\'' or '/' => true,
        < '\u0080' => false,
        _ => character is '“' or '”' or '„' or '‚' or '‘' or '’' or '–' or '—',
    };
}
