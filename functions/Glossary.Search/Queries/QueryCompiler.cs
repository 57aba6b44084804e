using Glossary.App.Kernel.Search;
using Glossary.Search.Analysis;
using Glossary.Search.Documents;
using Glossary.Search.Matching;
using Lucene.Net.Search;

namespace Glossary.Search.Queries;

/// <summary>Puts what was typed into questions to the index.</summary>
/// <param name="analysis">Finds the forms of words.</param>
/// <param name="segments">The index that is asked.</param>
internal sealed class QueryCompiler(WordAnalysis analysis, IReadOnlyList<SegmentColumns> segments)
{
    // Words that say nothing of a concept: wanted, but not required beside others.
    private static readonly HashSet<string> Fillers =
    [
        "a", "an", "the", "of", "for", "in", "on", "to", "and", "or", "with", "by",
        "der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "eines", "von", "fur", "und", "oder", "mit", "zu", "im",
    ];

    private readonly TextMatcher matcher = new();

    /// <summary>Understands a request.</summary>
    public CompiledQuery Compile(SearchRequest request)
    {
        var node = QueryParser.Parse(request.Text);
        var parts = node is QueryNode.And and ? and.Parts : node is null ? [] : [node];
        var top = parts.Where(part => part is QueryNode.Filter or QueryNode.Score).ToList();
        var words = parts.Except(top).ToList();
        var query = words.Count == 0 ? null : Build(words.Count == 1 ? words[0] : new QueryNode.And(words));
        return CompiledQuery.Of(query is null ? new MatchAllDocsQuery() : WithWholeName(query, words), request.Filter, top, matcher);
    }

    // Where just words are typed, the term that is just these words comes first, then those in which they stand together.
    private Query WithWholeName(Query query, List<QueryNode> parts)
    {
        if (!parts.TrueForAll(part => part is QueryNode.Words { Field: null }))
        {
            return query;
        }

        var words = QueryWord.AllOf(string.Join(' ', parts.Cast<QueryNode.Words>().Select(part => part.Text)), analysis);
        return words.Count < 2 ? query : new BooleanQuery
        {
            { query, Occur.MUST },
            { IndexQueries.Word(IndexFields.Name, string.Join(' ', words.Select(word => word.Word)), IndexQueries.WholeName), Occur.SHOULD },
            { IndexQueries.Sequence(IndexFields.Term, [.. words.Select(word => word.Tokens)], 0, IndexQueries.Together), Occur.SHOULD },
        };
    }

    private Query? Build(QueryNode node) => node switch
    {
        QueryNode.Words words => Words(words),
        QueryNode.Phrase phrase => Phrase(phrase),
        QueryNode.Pattern pattern => Pattern(pattern),
        QueryNode.Fuzzy fuzzy => Fuzzy(fuzzy),
        QueryNode.Filter filter => IndexQueries.Of(new ColumnFilter(profile => filter.Facet.Admits(profile, filter.Values), 0, 1), 0),
        QueryNode.Score score => IndexQueries.Of(new ColumnFilter(_ => true, (float)score.Least, (float)score.Most), 0),
        QueryNode.And and => All(and.Parts),
        QueryNode.Or or => Any(or.Parts),
        QueryNode.Not not => All([not]),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private BooleanQuery? All(IReadOnlyList<QueryNode> parts)
    {
        var query = new BooleanQuery();
        var required = parts.Count(part => part is not QueryNode.Not && !IsFiller(part));
        foreach (var part in parts)
        {
            if (part is QueryNode.Not not)
            {
                Add(query, new QueryCompiler(analysis, segments).Build(not.Part), Occur.MUST_NOT);
            }
            else
            {
                Add(query, Build(part), required > 0 && IsFiller(part) ? Occur.SHOULD : Occur.MUST);
            }
        }

        if (query.Clauses.Count > 0 && query.Clauses.All(clause => clause.Occur != Occur.MUST))
        {
            query.Add(IndexQueries.Everything(), Occur.MUST);
        }

        return query.Clauses.Count == 0 ? null : query;
    }

    private BooleanQuery? Any(IReadOnlyList<QueryNode> parts)
    {
        var query = new BooleanQuery();
        foreach (var part in parts)
        {
            Add(query, Build(part), Occur.SHOULD);
        }

        return query.Clauses.Count == 0 ? null : query;
    }

    private static void Add(BooleanQuery query, Query? part, Occur occur)
    {
        if (part is not null)
        {
            query.Add(part, occur);
        }
    }

    private static bool IsFiller(QueryNode part) => part is QueryNode.Words { Field: null } words && Fillers.Contains(CharacterFolding.Fold(words.Text));

    private Query? Words(QueryNode.Words node)
    {
        var words = QueryWord.AllOf(node.Text, analysis);
        switch (words.Count)
        {
            case 0:
                return null;
            case 1:
                return Word(words[0], node.Field);
            default:
                // “pH-value” is written “pH value” as well.
                matcher.Add(node.Field, [.. words.Select(word => (Func<WordForms, bool>)word.IsFormOf)], 0);
                return IndexQueries.Best(IndexQueries.FieldsOf(node.Field).Select(field =>
                    IndexQueries.Sequence(field, [.. words.Select(word => word.Tokens)], 0, IndexQueries.Weight(field) * IndexQueries.Exact)));
        }
    }

    private Query Word(QueryWord word, string? field)
    {
        var ways = new List<Query>();
        foreach (var each in IndexQueries.FieldsOf(field))
        {
            var weight = IndexQueries.Weight(each);
            ways.Add(IndexQueries.Word(each, word.Word, weight * IndexQueries.Exact));
            ways.AddRange(word.Tokens.Skip(1).Select(token => IndexQueries.Word(each, token, weight * IndexQueries.Inflected)));
        }

        var beginning = word.Word.Length >= IndexQueries.ShortestBeginning ? word.Word : null;
        IReadOnlyList<string> compounds = [];
        if (field is null or IndexFields.Term)
        {
            ways.Add(IndexQueries.Word(IndexFields.Name, word.Word, IndexQueries.WholeName));
            compounds = word.CompoundsIn(segments);
            if (compounds.Count > 0)
            {
                ways.Add(IndexQueries.AnyOf(IndexFields.Compound, compounds, IndexQueries.PartOfWord));
            }

            if (beginning is not null)
            {
                ways.Add(IndexQueries.Beginning(IndexFields.Term, beginning, IndexQueries.BeginningOfWord));
            }
        }

        var inside = compounds.ToHashSet(StringComparer.Ordinal);
        matcher.Add(field, forms => word.IsFormOf(forms) || inside.Contains(forms.Word));
        if (beginning is not null)
        {
            matcher.Add(IndexFields.Term, forms => forms.Word.StartsWith(beginning, StringComparison.Ordinal));
        }

        return IndexQueries.Best(ways);
    }

    private Query? Phrase(QueryNode.Phrase node)
    {
        var words = QueryWord.AllOf(node.Text, analysis);
        if (words.Count == 0)
        {
            return null;
        }

        matcher.Add(node.Field, [.. words.Select(word => (Func<WordForms, bool>)(forms => forms.Word == word.Word))], node.Slop);
        return IndexQueries.Best(IndexQueries.FieldsOf(node.Field).Select(field =>
            IndexQueries.Sequence(field, [.. words.Select(word => (IEnumerable<string>)[word.Word])], node.Slop, IndexQueries.Weight(field) * IndexQueries.Exact)));
    }

    private BooleanQuery? Pattern(QueryNode.Pattern node)
    {
        var pieces = QueryPatterns.PiecesOf(node.Text);
        if (pieces.Count == 0)
        {
            return null;
        }

        var all = new BooleanQuery();
        foreach (var piece in pieces)
        {
            all.Add(Piece(piece, node.Field), Occur.MUST);
        }

        return all;
    }

    private Query Piece(string piece, string? field)
    {
        var beginning = piece.TrimEnd('*');
        if (beginning.Length == 0)
        {
            return IndexQueries.Everything();
        }

        if (beginning.AsSpan().IndexOfAny('*', '?') < 0)
        {
            matcher.Add(field, forms => piece.Length > beginning.Length ? forms.Word.StartsWith(beginning, StringComparison.Ordinal) : forms.Word == beginning);
            return IndexQueries.Best(IndexQueries.FieldsOf(field).Select(each => piece.Length > beginning.Length
                ? IndexQueries.Beginning(each, beginning, IndexQueries.Weight(each))
                : IndexQueries.Word(each, beginning, IndexQueries.Weight(each))));
        }

        var found = QueryPatterns.WordsLike(piece, segments);
        return Words(found);
    }

    private BooleanQuery? Fuzzy(QueryNode.Fuzzy node)
    {
        var words = QueryWord.AllOf(node.Text, analysis);
        var all = new BooleanQuery();
        foreach (var word in words)
        {
            var edits = node.Edits ?? QueryPatterns.EditsFor(word.Word);
            all.Add(Words(edits == 0 ? [word.Word] : QueryPatterns.WordsNear(word.Word, edits, segments)), Occur.MUST);
        }

        return words.Count == 0 ? null : all;
    }

    private Query Words(IReadOnlyList<string> words)
    {
        var any = words.ToHashSet(StringComparer.Ordinal);
        matcher.Add(IndexFields.Term, forms => any.Contains(forms.Word));
        return IndexQueries.AnyOf(IndexFields.Term, words, 1);
    }
}
