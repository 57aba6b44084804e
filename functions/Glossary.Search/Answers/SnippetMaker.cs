using Glossary.App.Kernel.Search;
using Glossary.Search.Analysis;
using Glossary.Search.Documents;
using Glossary.Search.Queries;

namespace Glossary.Search.Answers;

/// <summary>Cuts the passages of a concept that have the words searched for.</summary>
/// <param name="analysis">Finds the forms of words.</param>
/// <param name="matcher">Knows what was searched for.</param>
internal sealed class SnippetMaker(WordAnalysis analysis, TextMatcher matcher)
{
    private const int MostSnippets = 6;
    private const int LongestPassage = 240;
    private const int WordsBefore = 8;

    /// <summary>The passages, the terms first.</summary>
    public IReadOnlyList<Snippet> Of(ShownConcept concept)
    {
        if (matcher.IsEmpty)
        {
            return [];
        }

        var language = concept.Row.Language;
        return
        [
            .. concept.Terms.Select(term => Cut(IndexFields.Term, term.Text, term.Language, isTerm: true))
                .Concat(concept.Definitions.Select(definition => Cut(IndexFields.Definition, definition, language)))
                .Append(Cut(IndexFields.Note, concept.Note, language))
                .Append(Cut(IndexFields.Subject, concept.SubjectField, language))
                .Concat(concept.CustomFields.Select(value => Cut(IndexFields.Custom, value, language)))
                .OfType<Snippet>().Take(MostSnippets),
        ];
    }

    private Snippet? Cut(string field, string text, string language, bool isTerm = false)
    {
        var rules = LanguagesOfWords.RulesOf(language);
        var (words, places) = (new List<WordForms>(), new List<TextSpan>());
        for (var reader = new WordReader(text); reader.Next();)
        {
            words.Add(analysis.Of(reader.Word, rules));
            places.Add(new TextSpan(reader.Start, reader.Length));
        }

        var found = matcher.Find(field, words);
        var first = Array.IndexOf(found, true);
        if (first < 0)
        {
            return null;
        }

        var from = text.Length <= LongestPassage || first <= WordsBefore ? 0 : places[first - WordsBefore].Start;
        var to = text.Length;
        if (to - from > LongestPassage)
        {
            // Up to the last whole word that fits, and at least the first match.
            var last = places.FindLastIndex(place => place.Start + place.Length - from <= LongestPassage);
            to = places[Math.Max(first, last)] is var end ? end.Start + end.Length : to;
        }

        var matches = places.Where((place, i) => found[i] && place.Start + place.Length <= to).Select(place => place with { Start = place.Start - from });
        return new Snippet(field, isTerm ? language : null, text[from..to], from, [.. matches]);
    }
}
