using System.Globalization;
using System.Text;

namespace Glossary.Search.Analysis;

/// <summary>
/// Cuts a text into words with their places. A word is a run of letters, digits and marks, with what belongs to it in technical language:
/// the signs of <c>c++</c> and <c>Na+</c>, the point of <c>0.5</c>. Characters of scripts without spaces, and symbols, are words of their own.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int position;

    /// <summary>UTF-16 offset of the word.</summary>
    public int Start { get; private set; }

    /// <summary>UTF-16 units of the word.</summary>
    public int Length { get; private set; }

    /// <summary>The word as it is written.</summary>
    public readonly ReadOnlySpan<char> Word => text.Slice(Start, Length);

    /// <summary>Goes to the next word; false at the end.</summary>
    public bool Next()
    {
        while (position < text.Length)
        {
            Start = position;
            switch (KindAt(position, out var units))
            {
                case Kind.Letter:
                    ReadRun(units);
                    if (!IsPossessive())
                    {
                        return true;
                    }

                    break;
                case Kind.Alone:
                    position += units;
                    Length = units;
                    return true;
                default:
                    position += units;
                    break;
            }
        }

        return false;
    }

    private void ReadRun(int units)
    {
        position += units;
        while (position < text.Length)
        {
            if (KindAt(position, out units) == Kind.Letter)
            {
                position += units;
            }
            else if (text[position] is '.' or ',' && char.IsAsciiDigit(text[position - 1]) && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))
            {
                position++;
            }
            else
            {
                ReadSigns();
                break;
            }
        }

        Length = position - Start;
    }

    // “c++” and “C#” are words; in “a+b” the sign stands between two.
    private void ReadSigns()
    {
        var end = position;
        while (end < text.Length && text[end] is '+' or '#')
        {
            end++;
        }

        if (end > position && (end == text.Length || KindAt(end, out _) != Kind.Letter))
        {
            position = end;
        }
    }

    // The “s” of “pump’s”.
    private readonly bool IsPossessive() =>
        Length == 1 && text[Start] is 's' or 'S' && Start > 1 && text[Start - 1] is '\'' or '’' && KindAt(Start - 2, out _) == Kind.Letter;

    private readonly Kind KindAt(int at, out int units)
    {
        var character = text[at];
        units = 1;
        if (character < 0x80)
        {
            return char.IsAsciiLetterOrDigit(character) ? Kind.Letter : Kind.Between;
        }

        if (!char.IsSurrogate(character))
        {
            return KindOf(CharUnicodeInfo.GetUnicodeCategory(character), character);
        }

        if (Rune.DecodeFromUtf16(text[at..], out var rune, out var consumed) != System.Buffers.OperationStatus.Done)
        {
            return Kind.Between;
        }

        units = consumed;
        return KindOf(Rune.GetUnicodeCategory(rune), rune.Value);
    }

    private static Kind KindOf(UnicodeCategory category, int value) => category switch
    {
        UnicodeCategory.OtherLetter when IsWithoutSpaces(value) => Kind.Alone,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Kind.Letter,
        UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol => Kind.Alone,
        _ => Kind.Between,
    };

    // Chinese characters and Japanese kana.
    private static bool IsWithoutSpaces(int value) =>
        value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private enum Kind
    {
        Between,
        Letter,
        Alone,
    }
}
