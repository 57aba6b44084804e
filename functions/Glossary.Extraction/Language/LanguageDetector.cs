using System.Buffers;
using Glossary.Extraction.Documents;

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

    private static readonly SearchValues<char> Umlauts = SearchValues.Create("äöüßÄÖÜ");

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

    private static bool HasUmlauts(DocumentText document) =>
        document.Pages.Any(page => page.Text.AsSpan().ContainsAny(Umlauts));
}
