using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Glossary.Search.Documents;

/// <summary>Tokens of one field of one document, used again for the next document.</summary>
internal sealed class TokenList : TokenStream
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private char[] characters = new char[1024];
    private (int Start, int Length, int Increment)[] tokens = new (int, int, int)[64];
    private int used;
    private int position;

    public TokenList()
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets the tokens.</summary>
    public void Clear() => (Count, used) = (0, 0);

    /// <summary>Adds a token.</summary>
    /// <param name="token">Its characters.</param>
    /// <param name="places">Places that it stands behind the one before; 0 for the same place.</param>
    /// <param name="mark">A character before it, or none.</param>
    public void Add(ReadOnlySpan<char> token, int places, char? mark = null)
    {
        var length = token.Length + (mark is null ? 0 : 1);
        if (used + length > characters.Length)
        {
            Array.Resize(ref characters, Math.Max(characters.Length * 2, used + length));
        }

        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, tokens.Length * 2);
        }

        tokens[Count++] = (used, length, places);
        if (mark is { } character)
        {
            characters[used++] = character;
        }

        token.CopyTo(characters.AsSpan(used));
        used += token.Length;
    }

    /// <inheritdoc />
    public override void Reset() => position = 0;

    /// <inheritdoc />
    public override bool IncrementToken()
    {
        if (position == Count)
        {
            return false;
        }

        var (start, length, places) = tokens[position++];
        term.CopyBuffer(characters, start, length);
        increment.PositionIncrement = places;
        return true;
    }
}
