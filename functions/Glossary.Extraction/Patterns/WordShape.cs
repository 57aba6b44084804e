namespace Glossary.Extraction.Patterns;

/// <summary>What the characters of a word say about it.</summary>
internal static class WordShape
{
    private static readonly HashSet<string> StandardBodies = new(StringComparer.Ordinal)
    {
        "ISO", "IEC", "EN", "DIN", "IEEE", "ASTM", "VDI", "VDE", "ASME", "ANSI", "BS", "NFPA", "API", "RFC", "ETSI", "CEN", "JIS", "GOST", "UL", "NAMUR",
        "EG", "EU", "TRBS", "TRGS", "DGUV", "ATEX", "NE",
    };

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "Dr", "Prof", "Professor", "Dipl", "Ing", "Dipl.-Ing", "Dr.-Ing", "Mr", "Mrs", "Ms", "Herr", "Herrn", "Frau", "habil", "rer", "nat", "med",
        "phil", "mult", "PhD", "MSc", "BSc",
    };

    /// <summary>Whether a word is an acronym or a symbol whose case is part of it: <c>OTR</c>, <c>pH</c>, <c>kLa</c>, <c>PLCs</c>, <c>mRNA</c>.</summary>
    public static bool KeepsCase(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 12)
        {
            return false;
        }

        var (upper, lower, inner) = (0, 0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]))
            {
                upper++;
                inner += i > 0 ? 1 : 0;
            }
            else if (char.IsLower(word[i]))
            {
                lower++;
            }
        }

        // All capitals, or a capital behind a small letter without a hyphen: “CamelCase” names too.
        return inner > 0 && word.IndexOf('-') < 0 && (lower == 0 || (lower <= 6 && upper >= 1));
    }

    /// <summary>Whether a word is made like an abbreviation: capitals, perhaps with digits, or a plural of such.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && word[^1] == 's' && char.IsUpper(word[^2]))
        {
            word = word[..^1];
        }

        if (word.Length is < 2 or > 8)
        {
            return false;
        }

        var upper = 0;
        foreach (var character in word)
        {
            if (char.IsLower(character) || !(char.IsLetterOrDigit(character) || character is '&' or '/' or '-'))
            {
                return false;
            }

            upper += char.IsUpper(character) ? 1 : 0;
        }

        return upper >= 2;
    }

    /// <summary>Whether a word is the short name of a body that issues standards.</summary>
    public static bool IsStandardBody(ReadOnlySpan<char> word) => StandardBodies.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether a word is a title before a person's name, or a part of one.</summary>
    public static bool IsTitle(string word) => Titles.Contains(word);

    /// <summary>Whether a word can be part of a term: it has two letters in a row somewhere, or keeps its case, and no odd marks.</summary>
    public static bool IsWordly(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var character in word)
        {
            if (char.IsLetter(character))
            {
                letters++;
            }
            else if (character is '_' or '=' or '\\')
            {
                return false;
            }
        }

        return letters >= 2 || (letters == 1 && word.Length is >= 2 and <= 4);
    }
}
