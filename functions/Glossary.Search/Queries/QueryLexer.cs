namespace Glossary.Search.Queries;

/// <summary>Cuts what was typed into the signs of the grammar. Every text is cut without an error.</summary>
/// <param name="text">What was typed.</param>
internal sealed class QueryLexer(string text)
{
    private const string Quotes = "\"“”„«»";
    private const int LargestSlop = 50;

    private int position;

    /// <summary>All signs, in their order.</summary>
    public static IReadOnlyList<QueryToken> Read(string text)
    {
        var lexer = new QueryLexer(text);
        var tokens = new List<QueryToken>();
        while (lexer.Next() is { } token)
        {
            tokens.Add(token);
        }

        return tokens;
    }

    private QueryToken? Next()
    {
        while (position < text.Length && IsSpace(text[position]))
        {
            position++;
        }

        if (position == text.Length)
        {
            return null;
        }

        var start = position;
        switch (text[start])
        {
            case '(':
                position++;
                return new QueryToken(QueryTokenKind.Open, "(", start);
            case ')':
                position++;
                return new QueryToken(QueryTokenKind.Close, ")", start);
            case '-' or '!' when IsBeforeOperand(start + 1):
                position++;
                return new QueryToken(QueryTokenKind.Not, text[start].ToString(), start);
            case '+' when IsBeforeOperand(start + 1):
                position++;
                return new QueryToken(QueryTokenKind.Required, "+", start);
            case var sign when IsQuote(sign):
                return Quoted(start);
            default:
                return Chunk(start);
        }
    }

    private QueryToken Quoted(int start)
    {
        var end = start + 1;
        while (end < text.Length && !IsQuote(text[end]))
        {
            end++;
        }

        position = Math.Min(text.Length, end + 1);
        var slop = 0;
        if (position + 1 < text.Length && text[position] == '~' && char.IsAsciiDigit(text[position + 1]))
        {
            for (position++; position < text.Length && char.IsAsciiDigit(text[position]); position++)
            {
                slop = Math.Min(LargestSlop, (slop * 10) + text[position] - '0');
            }
        }

        return new QueryToken(QueryTokenKind.Quoted, text[(start + 1)..end], start, slop);
    }

    private QueryToken Chunk(int start)
    {
        var end = start;
        while (end < text.Length && !IsSpace(text[end]) && text[end] is not ('(' or ')') && !IsQuote(text[end]))
        {
            if (text[end] == ':' && QueryFields.IsName(text.AsSpan(start, end - start)))
            {
                position = end + 1;
                return new QueryToken(QueryTokenKind.Field, text[start..end], start);
            }

            end++;
        }

        position = end;
        var chunk = text[start..end];
        return new QueryToken(KindOf(chunk), chunk, start);
    }

    private static QueryTokenKind KindOf(string chunk) => chunk switch
    {
        "AND" or "&&" => QueryTokenKind.And,
        "OR" or "||" => QueryTokenKind.Or,
        "NOT" => QueryTokenKind.Not,
        _ => QueryTokenKind.Chunk,
    };

    // In “-pump” the sign says something, in “a - b” and “--” it does not.
    private bool IsBeforeOperand(int at) => at < text.Length && (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || text[at] is '(' or '*' or '?' || IsQuote(text[at]));

    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    private static bool IsQuote(char character) => Quotes.Contains(character, StringComparison.Ordinal);
}

/// <summary>A sign of the grammar.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it was typed; without quotes.</param>
/// <param name="Start">Where it stands.</param>
/// <param name="Slop">Of a quoted text: how many other words may stand in between.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Start, int Slop = 0)
{
    /// <summary>Whether an operand may begin with it.</summary>
    public bool BeginsOperand => Kind is not (QueryTokenKind.Close or QueryTokenKind.And or QueryTokenKind.Or);
}

/// <summary>What a sign is.</summary>
internal enum QueryTokenKind
{
    /// <summary>Words, patterns, a value.</summary>
    Chunk,

    /// <summary>Text in quotes.</summary>
    Quoted,

    /// <summary>A field's name; what follows is searched in it.</summary>
    Field,

    /// <summary>Opens a group.</summary>
    Open,

    /// <summary>Closes a group.</summary>
    Close,

    /// <summary>Both sides.</summary>
    And,

    /// <summary>Either side.</summary>
    Or,

    /// <summary>But not what follows.</summary>
    Not,

    /// <summary>What follows is required, as all is that stands side by side.</summary>
    Required,
}
