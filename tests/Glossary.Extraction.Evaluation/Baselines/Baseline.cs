using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Evaluation.Baselines;

/// <summary>
/// Simple methods that the extraction is compared with. Those that rank keep one form for every thirty words of text, a number
/// fixed beforehand; the original's patterns keep all that they find.
/// </summary>
internal static class Baseline
{
    private const int WordsForEachForm = 30;

    /// <summary>What each of them proposes.</summary>
    public static IEnumerable<Outcome> All(AnnotatedCorpus corpus)
    {
        var text = string.Join('\n', corpus.Text.Pages.Select(page => page.Text));
        var words = text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
        var phrases = NounPhrase.Of(corpus);
        yield return Outcome.Of("capital patterns", CapitalPatterns.Rank(text), corpus);
        yield return Ranked("C-value", phrases, CValue);
        yield return Ranked("TF-IDF", phrases, phrase => phrase.Frequency * Math.Log((1.0 + corpus.Text.Pages.Count) / phrase.Pages));
        yield return Ranked("weirdness", phrases, phrase => Weirdness(phrase, words, corpus.Language.Frequencies));
        yield return Outcome.Of("RAKE", [.. Rake.Rank(corpus).Take(words / WordsForEachForm)], corpus);

        Outcome Ranked(string method, IEnumerable<NounPhrase> all, Func<NounPhrase, double> score) => Outcome.Of(
            method,
            [.. all.OrderByDescending(score).ThenBy(phrase => phrase.Form, StringComparer.Ordinal).Take(words / WordsForEachForm).Select(phrase => phrase.Form)],
            corpus);
    }

    // Frantzi, Ananiadou and Mima 2000, with one added to the length so that single words count.
    private static double CValue(NounPhrase phrase) =>
        Math.Log2(phrase.Words.Length + 1) * (phrase.Frequency - (phrase.Containers == 0 ? 0 : (double)phrase.Nested / phrase.Containers));

    // Ahmad, Gillam and Tostevin 1999: how much more often its words stand here than elsewhere, times the logarithm of its frequency.
    private static double Weirdness(NounPhrase phrase, int words, FrequencyTable general) => Math.Log(1 + phrase.Frequency) * phrase.Words.Average(word =>
        Math.Log((double)phrase.Frequency / words / Math.Pow(10, general.Centibels(word) / 100.0)));
}
