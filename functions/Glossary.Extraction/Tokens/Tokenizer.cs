using System.Buffers;
using System.Globalization;

namespace Glossary.Extraction.Tokens;

/// <summary>Cuts a segment into tokens with exact spans. Marks that hold a word together stay in it; all others are tokens.</summary>
internal static class Tokenizer
{
    // What is longer is debris and is cut: no word makes the tokenizer look further ahead than this.
    private const int LongestWord = 256;
    private const int LongestAddress = 2048;
    private const int ShortestNoted = 3;

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "m", "mm", "cm", "km", "µm", "nm", "m²", "m³", "cm²", "cm³", "mm²", "l", "L", "ml", "mL", "µl", "µL", "g", "kg", "mg", "µg", "t", "s", "ms", "µs",
        "ns", "min", "h", "d", "a", "Hz", "kHz", "MHz", "GHz", "V", "kV", "mV", "A", "mA", "W", "kW", "MW", "GW", "kWh", "MWh", "J", "kJ", "MJ", "N", "kN",
        "Nm", "Pa", "kPa", "MPa", "mbar", "K", "°C", "°F", "mol", "mmol", "Ω", "kΩ", "F", "µF", "nF", "pF", "H", "mH", "dB", "lm", "lx", "rpm", "ppm",
        "vvm", "MB", "GB", "kB", "KB", "TB", "Mbit", "kbit", "px", "pt", "ft", "lb", "%",
    };

    // Units that are words as well, but behind a number.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CountedUnits =
        new HashSet<string>(StringComparer.Ordinal) { "bar", "bit", "in" }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FileAndHostEndings = new HashSet<string>(StringComparer.Ordinal)
    {
        "html", "htm", "pdf", "exe", "dll", "txt", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "xml", "json", "yaml", "yml", "ini", "cfg", "conf", "log",
        "zip", "gz", "tar", "deb", "rpm", "iso", "img", "bin", "dsk", "png", "jpg", "jpeg", "gif", "svg", "tif", "php", "asp", "py", "sh", "bat",
        "org", "com", "net", "edu", "gov", "de", "ch", "eu", "uk",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitLookup = Units.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Appends the tokens of a part of the text.</summary>
    /// <param name="text">The page text.</param>
    /// <param name="start">First offset.</param>
    /// <param name="end">Offset after the last character.</param>
    /// <param name="tokens">Receives the tokens.</param>
    public static void Tokenize(string text, int start, int end, List<Token> tokens)
    {
        var at = start;
        while (at < end)
        {
            var character = text[at];
            if (char.IsWhiteSpace(character))
            {
                at++;
            }
            else if (IsWordCharacter(text, at))
            {
                at = Word(text, at, end, tokens);
            }
            else
            {
                var length = char.IsHighSurrogate(character) && at + 1 < end ? 2 : 1;
                tokens.Add(new Token(at, length, TokenKind.Mark));
                at += length;
            }
        }
    }

    private static int Word(string text, int start, int end, List<Token> tokens)
    {
        if (Address(text, start, end) is > 0 and var length)
        {
            tokens.Add(new Token(start, length, TokenKind.Address));
            return start + length;
        }

        var at = start;
        while (at < end && IsRaisedDigit(text[at]))
        {
            at++;
        }

        if (at > start)
        {
            // The mark of a note before its text: “⁴The pump”.
            tokens.Add(new Token(start, at - start, TokenKind.Mark));
            return at;
        }

        while (at < end && at - start < LongestWord && (IsWordCharacter(text, at) || IsInner(text, at, start, end)))
        {
            at++;
        }

        // C++ and C# are names; 5 % and 5° are numbers with what they count.
        if (at < end && text[at] is '+' or '#' && at - start <= 2 && char.IsLetter(text[start]))
        {
            while (at < end && text[at] is '+' or '#')
            {
                at++;
            }
        }

        var word = text.AsSpan(start, at - start);
        if (word.Length > 2 && (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)))
        {
            tokens.Add(new Token(start, word.Length - 2, Kind(word[..^2])));
            tokens.Add(new Token(at - 2, 2, TokenKind.Mark));
            return at;
        }

        // Alternatives: “and/or”.
        for (var slash = word.IndexOf('/'); slash > 0 && !IsUnit(word) && !IsJoinedBySlash(word); slash = word.IndexOf('/'))
        {
            tokens.Add(new Token(start, slash, Kind(word[..slash])));
            tokens.Add(new Token(start + slash, 1, TokenKind.Mark));
            start += slash + 1;
            word = word[(slash + 1)..];
        }

        if (word.IsEmpty)
        {
            // A run of debris was cut behind a slash.
            return at;
        }

        if (NoteMarks(word) is > 0 and var marks)
        {
            tokens.Add(new Token(start, word.Length - marks, Kind(word[..^marks])));
            tokens.Add(new Token(at - marks, marks, TokenKind.Mark));
            return at;
        }

        var isCounted = tokens.Count > 0 && tokens[^1].Kind == TokenKind.Number && CountedUnits.Contains(word);
        tokens.Add(new Token(start, word.Length, isCounted ? TokenKind.Unit : Kind(word)));
        return at;
    }

    // Raised digits behind a word of small letters lead to a note: “Quellcode¹”, but “m²” and “CO₂”.
    private static int NoteMarks(ReadOnlySpan<char> word)
    {
        var end = word.Length;
        while (end > 0 && IsRaisedDigit(word[end - 1]))
        {
            end--;
        }

        return end < word.Length && end >= ShortestNoted && !word[(end - ShortestNoted)..end].ContainsAnyExceptInRange('a', 'z') ? word.Length - end : 0;
    }

    private static bool IsRaisedDigit(char character) => character is '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹');

    // “index.html”, “example.org”: names of files and hosts, by what they end in. “ASP.NET” and “Node.js” are names of things.
    private static bool IsFileOrHost(ReadOnlySpan<char> word)
    {
        var dot = word.LastIndexOf('.');
        return dot > 0 && dot < word.Length - 1 && FileAndHostEndings.Contains(word[(dot + 1)..]);
    }

    private static TokenKind Kind(ReadOnlySpan<char> word)
    {
        if (IsFileOrHost(word))
        {
            return TokenKind.Address;
        }

        var (letters, digits) = (false, false);
        foreach (var character in word)
        {
            letters |= char.IsLetter(character);
            digits |= char.IsDigit(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.OtherNumber;
        }

        return IsUnit(word) && word.Length > 1 ? TokenKind.Unit
            : !letters ? TokenKind.Number
            : digits ? TokenKind.Mixed
            : TokenKind.Word;
    }

    // A unit, or units in a fraction or a product: kW/m³, mmol/(l·h) up to its bracket.
    private static bool IsUnit(ReadOnlySpan<char> word)
    {
        if (UnitLookup.Contains(word))
        {
            return true;
        }

        if (Exponent(word) is > 0 and var exponent && UnitLookup.Contains(word[..^exponent]))
        {
            return true;
        }

        var at = word.IndexOfAny('/', '·');
        return at > 0 && at < word.Length - 1 && UnitLookup.Contains(word[..at]) && IsUnit(word[(at + 1)..]);
    }

    // Length of an exponent that a reader has set on the line: “s-1”, “m-3”, “cm3”. “A4” and “H2” have none.
    private static int Exponent(ReadOnlySpan<char> word) =>
        word.Length < 2 || word[^1] is < '1' or > '6' ? 0
        : word[^2] is '-' or '−' or '–' ? 2
        : word[^1] is '2' or '3' && word[^2] == 'm' ? 1
        : 0;

    // “GNU/Linux”, “TCP/IP”, “I/O”: names, not alternatives.
    private static bool IsJoinedBySlash(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var character in word)
        {
            capitals += char.IsUpper(character) ? 1 : 0;
        }

        return capitals >= 2 && char.IsUpper(word[0]) && char.IsUpper(word[word.IndexOf('/') + 1]);
    }

    private static bool IsWordCharacter(string text, int at)
    {
        var character = text[at];
        if (character < 128)
        {
            return char.IsAsciiLetterOrDigit(character) || character == '_';
        }

        return CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber || character is '°' or 'µ';
    }

    // Marks inside a word: both neighbours must belong to words.
    private static bool IsInner(string text, int at, int start, int end)
    {
        if (at == start || at + 1 >= end || !IsWordCharacter(text, at + 1) || !IsWordCharacter(text, at - 1))
        {
            return false;
        }

        return text[at] switch
        {
            '-' or '\u2010' or '\u2011' or '\'' or '’' or '/' or '·' or '&' => true,
            // 3.5 and 1,000 are numbers, e.g. and U.S. are abbreviations, file.txt is a name.
            '.' => char.IsDigit(text[at - 1]) || IsSingleLetter(text, at, start) || !char.IsUpper(text[at + 1]),
            ',' or ':' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            _ => false,
        };
    }

    private static bool IsSingleLetter(string text, int at, int start) => at - start == 1 || text[at - 2] == '.';

    private static int Address(string text, int start, int end)
    {
        var rest = text.AsSpan(start, Math.Min(end - start, LongestAddress));
        var at = 0;
        while (at < rest.Length && AddressCharacters.Contains(rest[at]))
        {
            at++;
        }

        // Most words are told here to be none.
        var isMail = at > 0 && at < rest.Length && rest[at] == '@';
        if (!isMail && rest[0] is not ('h' or 'H' or 'f' or 'F' or 'w' or 'W'))
        {
            return 0;
        }

        var space = rest.IndexOfAny(AddressEnds);
        var run = space < 0 ? rest : rest[..space];
        var isAddress = run.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || run.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || run.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || (isMail && run[(at + 1)..].Contains('.'));
        return isAddress ? run.TrimEnd(".,;:)]'").Length : 0;
    }

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \n\t<>\"“”");

    private static readonly SearchValues<char> AddressCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-");
}
