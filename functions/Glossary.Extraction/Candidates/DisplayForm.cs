using System.Text;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Candidates;

/// <summary>Chooses the form in which a candidate is shown: an attested one, its base form where general language or the document has it, in its own casing.</summary>
internal sealed class DisplayForm(LanguageData data, CandidateCollector document)
{
    private const int MinimumPlural = 4;

    // Centibels: a singular that is three times as rare as its plural is none that people use.
    private const int RareSingular = 50;

    /// <summary>The form to show.</summary>
    public string Of(CandidateRecord record)
    {
        var key = KeyText(record.Lemmas);
        var best = Best(record, key);
        if (data.Code == "de" && record.Lemmas.Length == 1 && 2 * record.Adjectives > record.Frequency && best.Clean.StartsWith(key, StringComparison.OrdinalIgnoreCase))
        {
            // An adjective by itself has no ending.
            return key;
        }

        if (data.Code == "de" && GermanBaseForm.Of(best.Clean, record, document) is { } baseForm)
        {
            return baseForm;
        }

        var form = data.Code == "en" && record.Kind != PhraseKind.Numbered ? Singular(best.Clean, record) : best.Clean;
        // Where every occurrence begins a sentence or stands in a heading, its capitals are the place's and not its own.
        return record.Forms.Sum(form => form.Inside) == 0 || best.Value.Inside == 0 ? Lowered(form, record) : form;
    }

    // The base form of ISO 704, where only plurals are attested: “single-use bags” is shown as “single-use bag”. A noun that the document
    // or general language hardly has in the singular keeps its plural: “safety goggles”.
    private string Singular(string form, CandidateRecord record)
    {
        var start = form.LastIndexOf(' ') + 1;
        var (last, lemma) = (form[start..], document.Lemmas[record.Lemmas[^1]]);
        if (WordShape.IsAbbreviation(last))
        {
            // “ICDs”; “MS” is no plural.
            return last[^1] == 's' && lemma.Length == last.Length - 1 ? string.Concat(form.AsSpan(0, start), lemma) : form;
        }

        // Words that no space parts, as “a+b+”, are not told from their last one.
        var hasUnpartedWords = form.AsSpan().Count(' ') + 1 != record.Lemmas.Length;
        if (hasUnpartedWords || record.Kind == PhraseKind.Joined || record.Proper * 2 > record.Frequency
            || last.Length < MinimumPlural || !char.IsLower(last[^2]) || WordShape.KeepsCase(last)
            || string.Equals(last, lemma, StringComparison.OrdinalIgnoreCase))
        {
            return form;
        }

        var hasSingular = document.Find(record.Lemmas.AsSpan(^1..))?.Forms.Any(each => string.Equals(each.Form, lemma, StringComparison.OrdinalIgnoreCase)) == true
            || data.Frequencies.Centibels(lemma) > data.Frequencies.Centibels(last.ToLowerInvariant()) - RareSingular;
        return hasSingular ? string.Concat(form.AsSpan(0, start), char.IsUpper(last[0]) ? char.ToUpperInvariant(lemma[0]) + lemma[1..] : lemma) : form;
    }

    private (string Clean, SpellingCount Value) Best(CandidateRecord record, string key)
    {
        if (record.Forms.Count == 1)
        {
            return (Spaces(record.Forms[0].Form), record.Forms[0]);
        }

        return record.Forms
            .Select(form => (Clean: Spaces(form.Form), Value: form))
            .OrderByDescending(form => IsBaseForm(form.Clean, key))
            .ThenByDescending(form => form.Value.Inside)
            .ThenByDescending(form => form.Value.All)
            .ThenBy(form => data.Code == "en" && char.IsUpper(form.Clean[0]))
            .ThenBy(form => form.Clean, StringComparer.Ordinal)
            .First();
    }

    /// <summary>The key as text.</summary>
    public string KeyText(int[] numbers) => string.Join(' ', numbers.Select(number => document.Lemmas[number]));

    // Equal to the lemmas, or in German ending as the nominative does.
    private bool IsBaseForm(string form, string key)
    {
        if (string.Equals(form, key, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (data.Code != "de" || !form.Contains(' ', StringComparison.Ordinal))
        {
            return false;
        }

        var first = form[..form.IndexOf(' ', StringComparison.Ordinal)];
        var lastKey = key[(key.LastIndexOf(' ') + 1)..];
        return form.EndsWith(lastKey, StringComparison.OrdinalIgnoreCase)
            && !first.EndsWith("en", StringComparison.Ordinal) && !first.EndsWith("em", StringComparison.Ordinal);
    }

    private string Lowered(string form, CandidateRecord record)
    {
        var words = form.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var isName = record.Proper * 2 > record.Frequency && data.Code == "en";
            // German nouns keep their capital; only an adjective before one can have it from its place.
            var keeps = WordShape.KeepsCase(word) || isName || (data.Code == "de" && (i > 0 || words.Length == 1 || record.Qualified == 0))
                || word.Any(char.IsDigit)
                || (words.Length == record.Lemmas.Length && document.CasingOf(record.Lemmas[i]).IsName);
            words[i] = keeps ? word : word.ToLowerInvariant();
        }

        return string.Join(' ', words);
    }

    private static string Spaces(string form)
    {
        if (!form.AsSpan().ContainsAny("\n\r\t\u00A0") && !form.Contains("  ", StringComparison.Ordinal))
        {
            return form;
        }

        var clean = new StringBuilder(form.Length);
        foreach (var character in form)
        {
            if (!char.IsWhiteSpace(character))
            {
                clean.Append(character);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString();
    }
}
