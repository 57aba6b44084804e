using System.Buffers;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Language;

/// <summary>Tells English from German by the share of their words of grammar in running text.</summary>
internal static class LanguageDetector
{
    /// <summary>What is neither.</summary>
    public const string Undetermined = "und";

    private const int MostWords = 20_000;
    private const int LeastWords = 20;
    private const double LeastShare = 0.08;
    private const int LeastOfBlock = 3;
    private const double LeastShareOfBlock = 0.15;

    // Words of grammar of other languages too: they tell nothing where the language may be any.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "a", "an", "as", "des", "do", "du", "es", "had", "he", "me", "no", "on", "or", "over", "so", "was", "we",
    };

    private static readonly SearchValues<char> Umlauts = SearchValues.Create("äöüßÄÖÜ");
    private static readonly char[] Separators = [.. " \n\r\t.,;:!?()[]\"'“”„‚‘’–—/"];

    /// <summary>BCP 47 tag of a document's main language.</summary>
    public static string Detect(DocumentText document)
    {
        var count = default(GrammarWords);
        foreach (var page in document.Pages)
        {
            count = count.With(page.Text);
            if (count.All > MostWords)
            {
                break;
            }
        }

        var best = Math.Max(count.English, count.German);
        return count.All >= LeastWords && best < LeastShare * count.All ? Undetermined
            : count.English == count.German ? (HasUmlauts(document) ? "de" : "en")
            : count.English > count.German ? "en" : "de";
    }

    /// <summary>BCP 47 tag of one block, or null where its words of grammar are too few or do not tell.</summary>
    public static string? DetectBlock(ReadOnlySpan<char> text)
    {
        var count = default(GrammarWords).With(text);
        var (more, less) = (Math.Max(count.English, count.German), Math.Min(count.English, count.German));
        return more < LeastOfBlock || more < LeastShareOfBlock * count.All || more < 2 * less ? null
            : count.English > count.German ? "en" : "de";
    }

    // Words of grammar of either language among all words.
    private readonly record struct GrammarWords(int English, int German, int All)
    {
        public GrammarWords With(ReadOnlySpan<char> text)
        {
            var (english, german, all) = (English, German, All);
            var englishWords = WordLists.English.FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();
            var sharedWords = Shared.GetAlternateLookup<ReadOnlySpan<char>>();
            var germanWords = WordLists.German.FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();
            Span<char> lower = stackalloc char[16];
            foreach (var range in text.SplitAny(Separators))
            {
                var word = text[range];
                if (word.Length is 0 or > 16 || !char.IsLetter(word[0]))
                {
                    continue;
                }

                all++;
                var bare = lower[..word.ToLowerInvariant(lower)];
                if (sharedWords.Contains(bare))
                {
                    continue;
                }

                english += englishWords.Contains(bare) ? 1 : 0;
                german += germanWords.Contains(bare) ? 1 : 0;
            }

            return new GrammarWords(english, german, all);
        }
    }

    private static bool HasUmlauts(DocumentText document) =>
        document.Pages.Any(page => page.Text.AsSpan().ContainsAny(Umlauts));
}
