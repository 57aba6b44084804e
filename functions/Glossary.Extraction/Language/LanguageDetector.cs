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

    private static readonly SearchValues<char> Umlauts = SearchValues.Create("äöüßÄÖÜ");
    private static readonly char[] Separators = [.. " \n\r\t.,;:!?()[]\"'“”„‚‘’–—/"];

    /// <summary>BCP 47 tag of a document's main language.</summary>
    public static string Detect(DocumentText document)
    {
        var (english, german, all) = (0, 0, 0);
        var (englishWords, germanWords) = (
            WordLists.English.FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>(), WordLists.German.FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>());
        Span<char> lower = stackalloc char[16];
        foreach (var page in document.Pages)
        {
            var text = page.Text.AsSpan();
            foreach (var range in text.SplitAny(Separators))
            {
                var word = text[range];
                if (word.Length is 0 or > 16 || !char.IsLetter(word[0]))
                {
                    continue;
                }

                all++;
                var bare = lower[..word.ToLowerInvariant(lower)];
                english += englishWords.Contains(bare) ? 1 : 0;
                german += germanWords.Contains(bare) ? 1 : 0;
            }

            if (all > MostWords)
            {
                break;
            }
        }

        var best = Math.Max(english, german);
        return all >= LeastWords && best < LeastShare * all ? Undetermined
            : english == german ? (HasUmlauts(document) ? "de" : "en")
            : english > german ? "en" : "de";
    }

    private static bool HasUmlauts(DocumentText document) =>
        document.Pages.Any(page => page.Text.AsSpan().ContainsAny(Umlauts));
}
