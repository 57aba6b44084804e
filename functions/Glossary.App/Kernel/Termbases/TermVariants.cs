using System.Globalization;
using System.Text;
using Glossary.Extraction;
using Glossary.Extraction.Documents;

namespace Glossary.App.Kernel.Termbases;

/// <summary>The keys that other spellings of a term would have, each with what makes it one.</summary>
internal static class TermVariants
{
    // Endings that English is written with on either side of the Atlantic. Only keys that some concept has are ever proposed.
    private static readonly (string One, string Other)[] EnglishEndings =
        [("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("tre", "ter"), ("ogue", "og")];

    private static readonly string[] EnglishPlurals = ["s", "es"];
    private static readonly string[] GermanPlurals = ["e", "en", "n", "er", "s"];

    /// <summary>Keys by descending confidence, without the term's own.</summary>
    public static IEnumerable<(string Key, DuplicateReason Reason)> Of(Term term)
    {
        var own = term.Keys.ToHashSet(StringComparer.Ordinal);
        return Texts(term)
            .Select(each => (Key: TermExtractor.KeyOf(each.Text, term.Language), each.Reason))
            .Concat(Plurals(term))
            .Where(each => each.Key.Length > 0 && own.Add(each.Key));
    }

    private static IEnumerable<(string Text, DuplicateReason Reason)> Texts(Term term)
    {
        foreach (var form in new[] { term.FullForm, term.Abbreviation }.OfType<string>())
        {
            yield return (form, DuplicateReason.Abbreviation);
        }

        var text = term.Text;
        foreach (var (from, to) in new[] { ("-", " "), ("-", string.Empty), (" ", "-"), (" ", string.Empty) })
        {
            if (text.Contains(from, StringComparison.Ordinal))
            {
                yield return (text.Replace(from, to, StringComparison.Ordinal), DuplicateReason.Hyphenation);
            }
        }

        yield return (text.ToLowerInvariant(), DuplicateReason.Spelling);
        yield return (text.ToUpperInvariant(), DuplicateReason.Spelling);
        yield return (WithoutMarks(text), DuplicateReason.Spelling);
        yield return (WrittenOut(text), DuplicateReason.Spelling);
        foreach (var (one, other) in term.Language.StartsWith("en", StringComparison.Ordinal) ? EnglishEndings : [])
        {
            yield return (text.Replace(one, other, StringComparison.Ordinal), DuplicateReason.Spelling);
            yield return (text.Replace(other, one, StringComparison.Ordinal), DuplicateReason.Spelling);
        }
    }

    // A key is of base forms already; this is for words that no lexicon has.
    private static IEnumerable<(string Key, DuplicateReason Reason)> Plurals(Term term)
    {
        foreach (var ending in term.Language.StartsWith("de", StringComparison.Ordinal) ? GermanPlurals : EnglishPlurals)
        {
            yield return (term.Key + ending, DuplicateReason.Plural);
            if (term.Key.Length > ending.Length + 2 && term.Key.EndsWith(ending, StringComparison.Ordinal))
            {
                yield return (term.Key[..^ending.Length], DuplicateReason.Plural);
            }
        }
    }

    private static string WithoutMarks(string text) => string.Concat(ComposedText.Of(text, NormalizationForm.FormD)
        .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark));

    private static string WrittenOut(string text) => text
        .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
        .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
}
