using System.Globalization;
using System.Text;
using Glossary.Extraction.Documents;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Short names of glossaries: 1–63 of <c>a–z 0–9 -</c>, starting and ending with a letter or a digit.</summary>
public static class Slug
{
    private const int Longest = 63;

    /// <summary>Whether a text is a slug.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= Longest
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && text[0] != '-' && text[^1] != '-';

    /// <summary>The slug for a name or a folder: accents dropped, umlauts written out, the rest as hyphens. Empty where nothing is left.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in ComposedText.Of(WriteOut(name.ToLowerInvariant()), NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
            {
                slug.Append(character);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == Longest)
            {
                break;
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static string WriteOut(string name) => ComposedText.Of(name)
        .Replace("ä", "ae", StringComparison.Ordinal)
        .Replace("ö", "oe", StringComparison.Ordinal)
        .Replace("ü", "ue", StringComparison.Ordinal)
        .Replace("ß", "ss", StringComparison.Ordinal);
}
