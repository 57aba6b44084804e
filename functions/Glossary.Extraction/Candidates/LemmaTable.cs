using Glossary.Extraction.Analysis;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Patterns;
using Glossary.Extraction.Tagging;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Candidates;

/// <summary>
/// Numbers the lemmas of a document. Lemmas are in lower case with straight quotes and plain hyphens; acronyms and symbols keep
/// their case, because it is what tells <c>AIDS</c> from <c>aids</c>.
/// </summary>
internal sealed class LemmaTable(LanguageData data)
{
    private readonly Dictionary<string, int> nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> lemmas = [];

    /// <summary>Number of lemmas so far.</summary>
    public int Count => lemmas.Count;

    /// <summary>The lemma of a number.</summary>
    public string this[int number] => lemmas[number];

    /// <summary>Number of a token's lemma.</summary>
    /// <param name="page">The page.</param>
    /// <param name="token">The token.</param>
    /// <param name="isUpperCase">Whether it stands in a sentence set in capitals.</param>
    public int Of(AnalyzedPage page, in Token token, bool isUpperCase = false)
    {
        var form = page.FormOf(token);
        if (isUpperCase)
        {
            form = form.Lowered;
        }

        return token.Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun || token.Kind == TokenKind.Mixed
            ? form.Noun ??= NumberOf(form.Text, nouns)
            : form.Other ??= NumberOf(form.Text, others);
    }

    /// <summary>The lemma of a form as a noun.</summary>
    public string NounOf(string form) => lemmas[NumberOf(form, nouns)];

    // Pages that were analysed side by side have forms of their own for the same word.
    private int NumberOf(string form, Dictionary<string, int> known)
    {
        if (!known.TryGetValue(form, out var number))
        {
            known[form] = number = Number(Lemma(form, noun: known == nouns));
        }

        return number;
    }

    private int Number(string lemma)
    {
        if (!numbers.TryGetValue(lemma, out var number))
        {
            numbers[lemma] = number = lemmas.Count;
            lemmas.Add(lemma);
        }

        return number;
    }

    private string Lemma(string word, bool noun)
    {
        var plain = Plain(word);
        if (WordShape.KeepsCase(plain) && !IsShouted(plain))
        {
            return plain.Length > 2 && plain[^1] == 's' && char.IsUpper(plain[^2]) ? plain[..^1] : plain;
        }

        var lower = plain.ToLowerInvariant();
        return noun ? data.Lemmas.Noun(lower, data.Frequencies) : data.Lemmas.Modifier(lower, data.Frequencies);
    }

    // A common word in capitals: “CHAPTER”, “WARNUNG”.
    private bool IsShouted(string word) =>
        word.Length >= 6 && !word.AsSpan().ContainsAnyInRange('a', 'z') && data.Frequencies.Centibels(word.ToLowerInvariant()) > -600;

    private static string Plain(string word)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            return word;
        }

        return ComposedText.Of(word).Replace('\u2010', '-').Replace('\u2011', '-').Replace('\u2013', '-').Replace('’', '\'').Replace('‘', '\'');
    }
}
