namespace Glossary.Search.Queries;

/// <summary>
/// Understands what a person typed. <c>OR</c> binds weakest, then <c>AND</c>, which is also meant where words just stand side by side, then
/// <c>NOT</c>, <c>-</c>, <c>!</c> and <c>+</c>; quotes make a phrase, <c>*</c> and <c>?</c> a pattern, <c>~</c> allows for misspelling,
/// <c>field:</c> says where. No text is an error: an operator without operands is a word, a parenthesis without its other half is none.
/// </summary>
internal sealed class QueryParser
{
    // A person types a handful; what is beyond was pasted, and would only cost time.
    private const int MostLeaves = 64;
    private const int Deepest = 32;

    private readonly IReadOnlyList<QueryToken> tokens;
    private readonly int end;
    private int position;
    private int leaves;
    private int depth;

    private QueryParser(string text)
    {
        tokens = QueryLexer.Read(text);
        end = text.TrimEnd().Length;
    }

    /// <summary>What the text asks for, or null where it asks for nothing.</summary>
    public static QueryNode? Parse(string text)
    {
        var parser = new QueryParser(text);
        var found = new List<QueryNode>();
        while (parser.position < parser.tokens.Count)
        {
            if (parser.Alternatives(null) is { } node)
            {
                found.Add(node);
            }

            // A parenthesis that closes nothing.
            parser.position++;
        }

        return Joined(found, parts => new QueryNode.And(parts));
    }

    private QueryToken? Current => position < tokens.Count ? tokens[position] : null;

    private QueryNode? Alternatives(string? field)
    {
        var sides = new List<QueryNode>();
        do
        {
            if (Requirements(field) is { } side)
            {
                sides.Add(side);
            }
        }
        while (Take(QueryTokenKind.Or));
        return Joined(sides, parts => new QueryNode.Or(parts));
    }

    private QueryNode? Requirements(string? field)
    {
        var sides = new List<QueryNode>();
        while (Current is { } token && token.Kind != QueryTokenKind.Close && !IsOperator(token, QueryTokenKind.Or, sides.Count))
        {
            if (IsOperator(token, QueryTokenKind.And, sides.Count))
            {
                position++;
            }
            else if (Operand(field) is { } side)
            {
                sides.Add(side);
            }
        }

        // A concept has one state: of several that stand side by side, any is meant.
        return field is not null && QueryFields.TextOf(field) is null
            ? Joined(sides, parts => new QueryNode.Or(parts))
            : Joined(sides, parts => new QueryNode.And(parts));
    }

    // An operator has something on both sides, or is a word.
    private bool IsOperator(QueryToken token, QueryTokenKind kind, int before) =>
        token.Kind == kind && before > 0 && position + 1 < tokens.Count && tokens[position + 1].BeginsOperand;

    private bool Take(QueryTokenKind kind)
    {
        if (Current?.Kind != kind)
        {
            return false;
        }

        position++;
        return true;
    }

    private QueryNode? Operand(string? field)
    {
        var negative = false;
        while (Current is { Kind: QueryTokenKind.Not or QueryTokenKind.Required } sign && position + 1 < tokens.Count && tokens[position + 1].BeginsOperand)
        {
            negative ^= sign.Kind == QueryTokenKind.Not;
            position++;
        }

        var node = Primary(field);
        return negative && node is not null ? new QueryNode.Not(node) : node;
    }

    private QueryNode? Primary(string? field)
    {
        var token = tokens[position++];
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return Group(field);
            case QueryTokenKind.Field when Current is { BeginsOperand: true } && depth < Deepest:
                depth++;
                var value = Primary(token.Text);
                depth--;
                return value;
            case QueryTokenKind.Quoted:
                return Leaf(() => field is null || QueryFields.TextOf(field) is not null
                    ? new QueryNode.Phrase(token.Text, token.Slop, field is null ? null : QueryFields.TextOf(field))
                    : QueryFields.ValueOf(field, token.Text) ?? new QueryNode.Phrase(token.Text, token.Slop, null));
            default:
                return Leaf(() => Word(token, field));
        }
    }

    private QueryNode? Group(string? field)
    {
        if (depth == Deepest)
        {
            return null;
        }

        depth++;
        var inside = Alternatives(field);
        depth--;
        Take(QueryTokenKind.Close);
        return inside;
    }

    private QueryNode? Leaf(Func<QueryNode> make) => ++leaves > MostLeaves ? null : make();

    private QueryNode Word(QueryToken token, string? field)
    {
        if (field is not null && QueryFields.TextOf(field) is null && QueryFields.ValueOf(field, token.Text) is { } value)
        {
            return value;
        }

        var text = field is null ? null : QueryFields.TextOf(field);
        var chunk = token.Text;
        var tilde = chunk.LastIndexOf('~');
        if (tilde > 0 && chunk[(tilde + 1)..] is "" or "1" or "2")
        {
            return new QueryNode.Fuzzy(chunk[..tilde], tilde + 1 < chunk.Length ? chunk[^1] - '0' : null);
        }

        // The question mark at the end of all is one.
        var asked = chunk.EndsWith('?') && token.Start + chunk.Length == end ? chunk[..^1] : chunk;
        return asked.AsSpan().IndexOfAny('*', '?') >= 0 ? new QueryNode.Pattern(asked, text) : new QueryNode.Words(asked, text, token.Start);
    }

    private static QueryNode? Joined(List<QueryNode> parts, Func<IReadOnlyList<QueryNode>, QueryNode> join) => parts.Count switch
    {
        0 => null,
        1 => parts[0],
        _ => join(parts),
    };
}
