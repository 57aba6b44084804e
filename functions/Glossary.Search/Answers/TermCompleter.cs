using Glossary.App.Kernel.Search;
using Glossary.Search.Analysis;
using Glossary.Search.Documents;
using Glossary.Search.Queries;
using Lucene.Net.Search;

namespace Glossary.Search.Answers;

/// <summary>Completes what is typed to terms: those that begin so come first, then those with a word that begins so.</summary>
/// <param name="analysis">Finds the forms of words.</param>
internal sealed class TermCompleter(WordAnalysis analysis)
{
    /// <summary>The question to the index, or null where nothing was typed.</summary>
    public Query? QueryOf(string text)
    {
        var words = WordsOf(text);
        if (words.Count == 0)
        {
            return null;
        }

        var query = new BooleanQuery
        {
            { IndexQueries.Beginning(IndexFields.Name, string.Join(' ', words.Select(word => word.Word)), IndexQueries.WholeName), Occur.SHOULD },
            { IndexQueries.Beginning(IndexFields.Term, words[^1].Word, 1), Occur.MUST },
        };
        foreach (var word in words.SkipLast(1))
        {
            query.Add(IndexQueries.Best(word.Tokens.Select(token => IndexQueries.Word(IndexFields.Term, token, 1))), Occur.MUST);
        }

        return query;
    }

    /// <summary>The terms of a concept that were meant, the best first.</summary>
    public IEnumerable<Completion> Of(string text, ShownConcept concept)
    {
        var words = WordsOf(text);
        var whole = string.Join(' ', words.Select(word => word.Word));
        return concept.Terms
            .Select(term => (Term: term, Words: WordsOf(term.Text)))
            .Where(each => each.Words.Any(word => word.Word.StartsWith(words[^1].Word, StringComparison.Ordinal)))
            .OrderBy(each => string.Join(' ', each.Words.Select(word => word.Word)).StartsWith(whole, StringComparison.Ordinal) ? 0 : 1)
            .Select(each => new Completion(each.Term.Text, each.Term.Language, concept.Row.Id));
    }

    private IReadOnlyList<QueryWord> WordsOf(string text) => QueryWord.AllOf(text, analysis);
}
