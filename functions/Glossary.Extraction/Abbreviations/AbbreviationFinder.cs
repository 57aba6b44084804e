using Glossary.Extraction.Analysis;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Patterns;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Abbreviations;

/// <summary>
/// Finds abbreviations with their full forms: in brackets behind them or before them (Schwartz and Hearst 2003, “A Simple Algorithm
/// for Identifying Abbreviation Definitions in Biomedical Text”), and in two-column lists.
/// </summary>
internal sealed class AbbreviationFinder
{
    private const int MostWords = 9;

    private readonly Dictionary<string, AbbreviationPair> pairs = new(StringComparer.Ordinal);

    /// <summary>The pairs found, one for each abbreviation: the first one wins.</summary>
    public IReadOnlyDictionary<string, AbbreviationPair> Pairs => pairs;

    /// <summary>Looks through a page.</summary>
    public void Add(AnalyzedPage page)
    {
        for (var i = 0; i < page.Sentences.Length; i++)
        {
            var sentence = page.Sentences[i];
            if (sentence.Kind is SegmentKind.RunningHead or SegmentKind.Contents or SegmentKind.Reference)
            {
                continue;
            }

            InBrackets(page, sentence);
            if (sentence.Kind == SegmentKind.Cell && i + 1 < page.Sentences.Length && page.Sentences[i + 1].Kind == SegmentKind.Cell)
            {
                InList(page, sentence, page.Sentences[i + 1]);
            }
            else if (sentence.Kind is SegmentKind.Body or SegmentKind.ListItem)
            {
                OnOneLine(page, sentence);
            }
        }
    }

    // “oxygen transfer rate (OTR)” and “OTR (oxygen transfer rate)”.
    private void InBrackets(AnalyzedPage page, in Sentence sentence)
    {
        for (var open = sentence.From + 1; open < sentence.To - 1; open++)
        {
            if (Text(page, open) is not "(")
            {
                continue;
            }

            var close = open + 1;
            while (close < sentence.To && Text(page, close) is not ")")
            {
                close++;
            }

            if (close >= sentence.To)
            {
                break;
            }

            // What follows a comma or an equals sign in the brackets belongs to the sentence.
            var inner = open + 1;
            while (inner < close && Text(page, inner) is not ("," or ";" or "="))
            {
                inner++;
            }

            if (inner - open == 2 && IsShortForm(Text(page, open + 1)))
            {
                Pair(page, open + 1, Math.Max(sentence.From, open - MostWords), open);
            }
            else if (IsShortForm(Text(page, open - 1)) && inner - open > 2)
            {
                Pair(page, open - 1, open + 1, inner);
            }

            open = close;
        }
    }

    // Two cells of a row: “OTR | oxygen transfer rate”.
    private void InList(AnalyzedPage page, in Sentence left, in Sentence right)
    {
        if (left.To - left.From == 1 && right.To - right.From <= MostWords && IsShortForm(Text(page, left.From)))
        {
            Pair(page, left.From, right.From, right.To);
        }
    }

    // A line of a list: “OTR – oxygen transfer rate”, “OTR: …”.
    private void OnOneLine(AnalyzedPage page, in Sentence sentence)
    {
        if (sentence.To - sentence.From is > 3 and <= MostWords + 2 && IsShortForm(Text(page, sentence.From))
            && Text(page, sentence.From + 1) is ":" or "–" or "-" or "—" or "=")
        {
            Pair(page, sentence.From, sentence.From + 2, sentence.To);
        }
    }

    private void Pair(AnalyzedPage page, int abbreviation, int from, int to)
    {
        var text = page.Page.Text;
        var shortForm = Bare(Text(page, abbreviation)).ToString();
        while (to > from && page.Tokens[to - 1].Kind == TokenKind.Mark)
        {
            to--;
        }

        if (to <= from || pairs.ContainsKey(shortForm))
        {
            return;
        }

        // From the right, the last word that can begin the full form.
        for (var start = to - 1; start >= from; start--)
        {
            if (page.Tokens[start].Kind == TokenKind.Mark && Text(page, start) is not ("-" or "/" or "&"))
            {
                return;
            }

            var span = text.AsSpan(page.Tokens[start].Start, page.Tokens[to - 1].End - page.Tokens[start].Start);
            if (page.Tokens[start].Kind is TokenKind.Word or TokenKind.Mixed && Matches(shortForm, span))
            {
                pairs[shortForm] = new AbbreviationPair(shortForm, page.Page.Number, start, to, page);
                return;
            }
        }
    }

    /// <summary>Whether the letters of a short form stand in a long one in their order, the first at its start.</summary>
    internal static bool Matches(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> longForm)
    {
        if (longForm.Length <= shortForm.Length || longForm.IndexOf(shortForm, StringComparison.Ordinal) >= 0)
        {
            return false;
        }

        var at = longForm.Length - 1;
        for (var i = shortForm.Length - 1; i >= 0; i--)
        {
            var letter = char.ToLowerInvariant(shortForm[i]);
            if (!char.IsLetterOrDigit(letter))
            {
                continue;
            }

            while (at >= 0 && (char.ToLowerInvariant(longForm[at]) != letter || (i == 0 && at > 0 && char.IsLetterOrDigit(longForm[at - 1]))))
            {
                at--;
            }

            if (at < 0)
            {
                return false;
            }

            at--;
        }

        return at < 0;
    }

    private static bool IsShortForm(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 10 && char.IsLetter(word[0]) && (WordShape.IsAbbreviation(word) || WordShape.KeepsCase(word));

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] == 's' && char.IsUpper(word[^2]) ? word[..^1] : word;

    private static ReadOnlySpan<char> Text(AnalyzedPage page, int token) => page.Page.Text.AsSpan(page.Tokens[token].Start, page.Tokens[token].Length);
}

/// <summary>An abbreviation with the tokens of its full form.</summary>
/// <param name="ShortForm">The abbreviation.</param>
/// <param name="Page">1-based page.</param>
/// <param name="From">First token of the full form.</param>
/// <param name="To">Token after its last.</param>
/// <param name="Source">The page that it was found on.</param>
internal sealed record AbbreviationPair(string ShortForm, int Page, int From, int To, AnalyzedPage Source);
