using Glossary.Extraction.Analysis;
using Glossary.Extraction.Candidates;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Patterns;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Abbreviations;

/// <summary>
/// Finds abbreviations with their full forms: in brackets behind them or before them (after Schwartz and Hearst 2003, “A Simple
/// Algorithm for Identifying Abbreviation Definitions in Biomedical Text”), and in lists. Where the letters are the initials of the
/// words, that reading wins; otherwise they may stand inside the words.
/// </summary>
internal sealed class AbbreviationFinder
{
    private const int MostWords = 9;

    private static readonly HashSet<string> ListNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Abbreviations", "List of abbreviations", "Acronyms", "List of acronyms", "Abbreviations and acronyms", "Acronyms and abbreviations",
        "Abkürzungen", "Abkürzungsverzeichnis", "Verzeichnis der Abkürzungen", "Liste der Abkürzungen", "Akronyme",
    };

    private readonly Dictionary<string, AbbreviationPair> pairs = new(StringComparer.Ordinal);
    private bool inList;

    /// <summary>The pairs found, one for each abbreviation: the first one wins.</summary>
    public IReadOnlyDictionary<string, AbbreviationPair> Pairs => pairs;

    /// <summary>Looks through a page.</summary>
    public void Add(AnalyzedPage page)
    {
        for (var i = 0; i < page.Sentences.Length; i++)
        {
            var sentence = page.Sentences[i];
            if (!CandidateCollector.IsSource(sentence.Kind))
            {
                continue;
            }

            if (sentence.Kind == SegmentKind.Heading)
            {
                inList = ListNames.Contains(HeadingOf(page, sentence));
            }

            InBrackets(page, sentence);
            if (sentence.Kind == SegmentKind.Cell && i + 1 < page.Sentences.Length && page.Sentences[i + 1].Kind == SegmentKind.Cell)
            {
                InCells(page, sentence, page.Sentences[i + 1]);
            }
            else
            {
                InLine(page, sentence);
            }
        }
    }

    // “oxygen transfer rate (OTR)”, “OTR (oxygen transfer rate)”, “Rate (oxygen transfer rate, OTR)”, “rate (short: OTR)”.
    private void InBrackets(AnalyzedPage page, in Sentence sentence)
    {
        for (var open = sentence.From + 1; open < sentence.To - 1; open++)
        {
            if (page.TextOf(open) is not ("(" or "["))
            {
                continue;
            }

            var close = open + 1;
            while (close < sentence.To && page.TextOf(close) is not (")" or "]"))
            {
                close++;
            }

            if (close >= sentence.To)
            {
                break;
            }

            InBracket(page, sentence, open, close);
            open = close;
        }
    }

    private void InBracket(AnalyzedPage page, in Sentence sentence, int open, int close)
    {
        // The bracket falls into pieces at its commas; a piece of one word may be the short form.
        var before = open;
        for (var from = open + 1; from < close;)
        {
            var to = from;
            while (to < close && !Parts(page, to))
            {
                to++;
            }

            if (to - from is 1 or 2 or 3 && IsShortForm(page.TextOf(to - 1)))
            {
                var isPaired = Before(page, to - 1, Math.Max(sentence.From, open - MostWords), open)
                    || (before > open && After(page, to - 1, open + 1, before, toEnd: false));
                if (isPaired)
                {
                    return;
                }
            }

            before = to;
            from = to + 1;
        }

        if (IsShortForm(page.TextOf(open - 1)))
        {
            var inner = open + 1;
            while (inner < close && !Parts(page, inner))
            {
                inner++;
            }

            After(page, open - 1, open + 1, inner, toEnd: false);
        }
    }

    // The comma after a suspended word parts nothing: “Mess-, Steuer- und Regelungstechnik”.
    private static bool Parts(AnalyzedPage page, int token) =>
        page.TextOf(token) is "," or ";" or "=" && !FullForms.MayStandInside(page, token);

    // Two cells of a row: “OTR | oxygen transfer rate”.
    private void InCells(AnalyzedPage page, in Sentence left, in Sentence right)
    {
        if (left.To - left.From != 1 || !IsShortForm(page.TextOf(left.From)))
        {
            return;
        }

        var end = inList ? BeforeBracket(page, right) : right.To;
        if (end - right.From <= MostWords && !After(page, left.From, right.From, end, toEnd: true) && inList && end > right.From)
        {
            // A list of abbreviations says what they mean, whatever their letters: “CIP | Reinigung vor Ort (Cleaning in Place)”.
            Pair(page, Bare(page.TextOf(left.From)), right.From, end);
        }
    }

    private static int BeforeBracket(AnalyzedPage page, in Sentence sentence)
    {
        var end = sentence.From;
        while (end < sentence.To && page.TextOf(end) is not ("(" or "[" or ";" or "."))
        {
            end++;
        }

        return end;
    }

    // Without its number.
    private static string HeadingOf(AnalyzedPage page, in Sentence sentence)
    {
        var from = sentence.From;
        while (from < sentence.To && page.Tokens[from].Kind is TokenKind.Number or TokenKind.Mark)
        {
            from++;
        }

        return from == sentence.To ? string.Empty : page.Page.Text[page.Tokens[from].Start..page.Tokens[sentence.To - 1].End].TrimEnd(':', '.');
    }

    // A line of a list: “OTR – oxygen transfer rate”, “OTR: …”, “OTR oxygen transfer rate”; or several in one paragraph.
    private void InLine(AnalyzedPage page, in Sentence sentence)
    {
        for (var at = sentence.From; at < sentence.To - 1; at++)
        {
            if (!IsShortForm(page.TextOf(at)))
            {
                continue;
            }

            var from = at + 1;
            var isMarked = page.TextOf(from) is ":" or "–" or "-" or "—" or "=";
            from += isMarked ? 1 : 0;
            var end = sentence.To;
            while (end > from && page.Tokens[end - 1].Kind == TokenKind.Mark)
            {
                end--;
            }

            var most = Math.Min(end, from + MostWords);
            if (!Initials(page, at, from, most) && isMarked && at == sentence.From && end - from <= MostWords)
            {
                After(page, at, from, end, toEnd: true);
            }
        }
    }

    // A full form that ends before the bracket.
    private bool Before(AnalyzedPage page, int abbreviation, int from, int to)
    {
        var shortForm = Bare(page.TextOf(abbreviation));
        for (var start = to - 1; start >= from; start--)
        {
            if (!FullForms.IsGrammar(page, start) && FullForms.EndOfInitials(page, shortForm, start, to) == to)
            {
                return Pair(page, shortForm, start, to);
            }
        }

        // From the right, the last word that can begin the full form.
        for (var start = to - 1; start >= from; start--)
        {
            if (page.Tokens[start].Kind == TokenKind.Mark && !FullForms.MayStandInside(page, start))
            {
                return false;
            }

            if (FullForms.Carries(page, shortForm, start, to))
            {
                return Pair(page, shortForm, start, to);
            }
        }

        return false;
    }

    // A full form that begins behind the short form: by its initials as far as they go, otherwise the whole of it.
    private bool After(AnalyzedPage page, int abbreviation, int from, int to, bool toEnd)
    {
        while (to > from && page.Tokens[to - 1].Kind == TokenKind.Mark)
        {
            to--;
        }

        if (to <= from || to - from > MostWords)
        {
            return false;
        }

        var shortForm = Bare(page.TextOf(abbreviation));
        for (var start = from; start < Math.Min(to, from + 2); start++)
        {
            var end = FullForms.IsGrammar(page, start) ? -1 : FullForms.EndOfInitials(page, shortForm, start, to);
            if (end > 0 && (!toEnd || start == from))
            {
                return Pair(page, shortForm, start, end);
            }
        }

        // In a table “RC | resistance” is a parameter with its meaning: letters inside one word prove nothing there.
        var last = toEnd ? to - 1 : to;
        for (var start = from; start < last; start++)
        {
            if (FullForms.Carries(page, shortForm, start, to))
            {
                return Pair(page, shortForm, start, to);
            }
        }

        return false;
    }

    private bool Initials(AnalyzedPage page, int abbreviation, int from, int to)
    {
        var shortForm = Bare(page.TextOf(abbreviation));
        var end = from < to ? FullForms.EndOfInitials(page, shortForm, from, to) : -1;
        return end > from + 1 && Pair(page, shortForm, from, end);
    }

    private bool Pair(AnalyzedPage page, ReadOnlySpan<char> shortForm, int from, int to)
    {
        // A suspended word is half of something, “x is in this” is a sentence, and another abbreviation is no full form.
        var isAbbreviation = to - from == 1 && WordShape.IsAbbreviation(page.TextOf(from));
        if (isAbbreviation || page.TextOf(to - 1) is [.., '-'] || FullForms.IsGrammar(page, to - 1))
        {
            return false;
        }

        var name = shortForm.ToString();
        return pairs.TryAdd(name, new AbbreviationPair(name, page.Page.Number, from, to, page)) || pairs.ContainsKey(name);
    }

    private static bool IsShortForm(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 10 && char.IsLetter(word[0]) && !word.Contains('_')
        && (WordShape.IsAbbreviation(word) || WordShape.KeepsCase(word) || IsHyphenated(word));

    // “NT-proBNP”: more capitals than words with a capital have.
    private static bool IsHyphenated(ReadOnlySpan<char> word)
    {
        var (capitals, parts) = (0, 1);
        foreach (var character in word)
        {
            capitals += char.IsUpper(character) ? 1 : 0;
            parts += character == '-' ? 1 : 0;
        }

        return parts > 1 && capitals > parts && char.IsUpper(word[0]);
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] == 's' && char.IsUpper(word[^2]) ? word[..^1] : word;
}

/// <summary>An abbreviation with the tokens of its full form.</summary>
/// <param name="ShortForm">The abbreviation.</param>
/// <param name="Page">1-based page.</param>
/// <param name="From">First token of the full form.</param>
/// <param name="To">Token after its last.</param>
/// <param name="Source">The page that it was found on.</param>
internal sealed record AbbreviationPair(string ShortForm, int Page, int From, int To, AnalyzedPage Source);
