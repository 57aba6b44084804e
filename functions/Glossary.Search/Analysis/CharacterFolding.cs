using System.Globalization;
using System.Text;
using Glossary.Extraction.Documents;

namespace Glossary.Search.Analysis;

/// <summary>
/// Writes words without the differences that a person who searches does not mean: case, accents, points of Arabic and Hebrew, ligatures,
/// superscripts, widths (Unicode NFKD).
/// </summary>
internal static class CharacterFolding
{
    // Letters that are no compositions in Unicode, but are to a person at a keyboard.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ħ'] = "h", ['ŧ'] = "t", ['ı'] = "i",
    };

    // By the high byte of a character; filled when a character of that block is met first.
    private static readonly string?[]?[] Blocks = new string?[]?[256];

    /// <summary>Folds a word; what does not fit is cut off.</summary>
    /// <param name="word">The word as it is written.</param>
    /// <param name="folded">Receives it.</param>
    /// <returns>Its length.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var character in word)
        {
            if (length == folded.Length)
            {
                break;
            }

            if (character < 0x80)
            {
                folded[length++] = char.ToLowerInvariant(character);
                continue;
            }

            var replacement = ReplacementOf(character);
            if (replacement is null)
            {
                folded[length++] = character;
            }
            else
            {
                var fits = Math.Min(replacement.Length, folded.Length - length);
                replacement.AsSpan(0, fits).CopyTo(folded[length..]);
                length += fits;
            }
        }

        return length;
    }

    /// <summary>A word folded.</summary>
    public static string Fold(string word)
    {
        Span<char> folded = stackalloc char[WordForms.LongestWord];
        return new string(folded[..Fold(word, folded)]);
    }

    private static string? ReplacementOf(char character)
    {
        var block = Blocks[character >> 8] ??= FillBlock(character >> 8);
        return block[character & 0xFF];
    }

    private static string?[] FillBlock(int high)
    {
        var block = new string?[256];
        for (var low = 0; low < block.Length; low++)
        {
            var character = (char)((high << 8) | low);
            var folded = char.IsSurrogate(character) ? character.ToString() : Decompose(character);
            block[low] = folded.Length == 1 && folded[0] == character ? null : folded;
        }

        return block;
    }

    private static string Decompose(char character)
    {
        var lower = char.ToLowerInvariant(character);
        if (Letters.TryGetValue(lower, out var letter))
        {
            return letter;
        }

        var kept = new StringBuilder();
        foreach (var part in ComposedText.Of(lower.ToString(), NormalizationForm.FormKD).Where(part => !IsMark(part)))
        {
            kept.Append(char.ToLowerInvariant(part));
        }

        return kept.ToString();
    }

    // The vowel signs of Indian scripts are marks too, and are no accents.
    private static bool IsMark(char character) =>
        character is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u065F') or '\u0670'
        && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
