using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Tokens;

/// <summary>Finds where sentences end inside a segment.</summary>
internal static class SentenceSplitter
{
    /// <summary>Index of the token after the sentence that begins at a token.</summary>
    /// <param name="text">The page text.</param>
    /// <param name="tokens">The tokens of the page.</param>
    /// <param name="from">First token of the sentence.</param>
    /// <param name="to">Token after the segment's last.</param>
    /// <param name="lists">The language's lists.</param>
    public static int End(string text, List<Token> tokens, int from, int to, WordLists lists)
    {
        for (var i = from; i < to; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Mark || token.Length != 1 || text[token.Start] is not ('.' or '!' or '?' or '…'))
            {
                continue;
            }

            if (text[token.Start] == '.' && IsAbbreviation(text, tokens, from, i, lists))
            {
                continue;
            }

            var next = i + 1;
            while (next < to && tokens[next].Kind == TokenKind.Mark && text[tokens[next].Start] is '"' or '”' or '“' or '’' or ')' or '»' or '.' or '!' or '?')
            {
                next++;
            }

            if (next >= to || Opens(text, tokens[next], text[token.Start]))
            {
                return next;
            }
        }

        return to;
    }

    private static bool Opens(string text, Token next, char mark)
    {
        var first = text[next.Start];
        return char.IsUpper(first) || char.IsDigit(first) || mark is '!' or '?' || first is '"' or '“' or '„' or '»' or '(' or '[' or '•' or '–' or '-';
    }

    private static bool IsAbbreviation(string text, List<Token> tokens, int from, int dot, WordLists lists)
    {
        if (dot == from)
        {
            return false;
        }

        var before = tokens[dot - 1];
        if (before.End != tokens[dot].Start)
        {
            return false;
        }

        if (before.Length == 1)
        {
            // “J. Smith”, “z. B.”, “1. Schritt”.
            return char.IsLetter(text[before.Start]) || dot - 1 == from;
        }

        return lists.Abbreviations.Contains(text.Substring(before.Start, before.Length).ToLowerInvariant())
            || (before.Kind == TokenKind.Number && before.Length <= 2 && dot - 1 == from);
    }
}
