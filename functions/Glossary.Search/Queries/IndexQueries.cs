using Glossary.Search.Documents;
using Glossary.Search.Matching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Glossary.Search.Queries;

/// <summary>
/// Questions to the index with fixed weights. How rare a word is plays no part, because all words must be there; so a hit has the same place
/// on every instance and after every change of other concepts, and pages fit together.
/// </summary>
internal static class IndexQueries
{
    /// <summary>Shortest word that stands for all words that begin with it.</summary>
    public const int ShortestBeginning = 3;

    /// <summary>Weight of a term that is just what was typed.</summary>
    public const float WholeName = 8;

    /// <summary>Weight of a word as it was typed.</summary>
    public const float Exact = 4;

    /// <summary>Weight of words that stand together in a term as they were typed.</summary>
    public const float Together = 3;

    /// <summary>Weight of another form of a word.</summary>
    public const float Inflected = 3;

    /// <summary>Weight of a word that only begins so.</summary>
    public const float BeginningOfWord = 2;

    /// <summary>Weight of a word as a part of another one.</summary>
    public const float PartOfWord = 1.5f;

    /// <summary>Weight of a field against that of the terms.</summary>
    public static float Weight(string field) => field == IndexFields.Term ? 1 : 0.25f;

    /// <summary>A field, or all fields of words.</summary>
    public static IReadOnlyList<string> FieldsOf(string? field) => field is null ? IndexFields.Texts : [field];

    /// <summary>Documents that a filter admits.</summary>
    public static Query Of(Filter filter, float weight) => new ConstantScoreQuery(filter) { Boost = weight };

    /// <summary>Every document, with no weight.</summary>
    public static Query Everything() => new ConstantScoreQuery(new MatchAllDocsQuery()) { Boost = 0 };

    /// <summary>Documents with a word.</summary>
    public static Query Word(string field, string word, float weight) =>
        new ConstantScoreQuery(new TermQuery(new Term(field, word))) { Boost = weight };

    /// <summary>Documents with one of several words.</summary>
    public static Query AnyOf(string field, IReadOnlyList<string> words, float weight) =>
        Of(new WordSetFilter(field, [.. words.Order(StringComparer.Ordinal).Select(word => new BytesRef(word))]), weight);

    /// <summary>Documents with a word that begins so.</summary>
    public static Query Beginning(string field, string beginning, float weight) => Of(new PrefixFilter(new Term(field, beginning)), weight);

    /// <summary>Documents with words one after another, each in one of several forms.</summary>
    public static Query Sequence(string field, IReadOnlyList<IEnumerable<string>> words, int slop, float weight)
    {
        if (words.Count == 1)
        {
            return Best(words[0].Select(word => Word(field, word, weight)));
        }

        var phrase = new MultiPhraseQuery { Slop = slop };
        foreach (var forms in words)
        {
            phrase.Add([.. forms.Select(form => new Term(field, form))]);
        }

        return new ConstantScoreQuery(phrase) { Boost = weight };
    }

    /// <summary>Documents that are found in one of several ways, with the weight of the best.</summary>
    public static Query Best(IEnumerable<Query> ways)
    {
        var all = ways.ToList();
        return all.Count == 1 ? all[0] : new BestOfQuery(all);
    }
}
