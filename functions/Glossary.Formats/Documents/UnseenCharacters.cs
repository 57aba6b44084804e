using System.Globalization;

namespace Glossary.Formats.Documents;

/// <summary>Characters that no reader sees: they would make two words of one, or two terms.</summary>
internal static class UnseenCharacters
{
    /// <summary>Whether a character looks like a space and is another, such as a space at which no line ends.</summary>
    public static bool IsOtherSpace(char character) =>
        character is '\u00A0' or '\u2007' or '\u202F' || (char.IsWhiteSpace(character) && character != ' ');

    /// <summary>Whether a character has no width: marks of joining, of byte order, and places where a line may end.</summary>
    public static bool HasNoWidth(char character) => character is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    /// <summary>Whether a character stands for none: control codes, and codes that only one font knows.</summary>
    public static bool IsNone(char character) =>
        character is '\uFFFD' || char.GetUnicodeCategory(character) is UnicodeCategory.PrivateUse or UnicodeCategory.Control;
}
