using System.Globalization;
using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Pdf;

/// <summary>Tells from a row's looks what it is on the page.</summary>
/// <param name="bodySize">Size of the document's running text in points.</param>
internal sealed class LineRole(double bodySize)
{
    private const double LargerThanBody = 1.12;
    private const int LongestHeading = 120;

    private static readonly string[] CaptionWords = ["Figure", "Fig.", "Table", "Abbildung", "Abb.", "Tabelle", "Tab.", "Bild", "Listing"];

    /// <summary>Whether a row is set as a heading: larger than the body, or bold and short, or numbered and bold.</summary>
    public bool IsHeading(PdfRow row)
    {
        if (row.Lines.Count != 1 && !(row.Lines.Count == 2 && IsSectionNumber(row.Lines[0].Text)))
        {
            return false;
        }

        var text = row.Text;
        if (text.Length > LongestHeading || !text.Any(char.IsLetter) || text[^1] is '.' or ',' or ';')
        {
            return false;
        }

        return row.Size > LargerThanBody * bodySize || (row.Lines.All(line => line.IsBold) && row.Size >= 0.95 * bodySize);
    }

    /// <summary>Whether a line begins a caption: “Figure 3:”, “Abb. 2.1”.</summary>
    public static bool IsCaption(string text)
    {
        foreach (var word in CaptionWords)
        {
            if (text.Length > word.Length + 1 && text.StartsWith(word, StringComparison.Ordinal) && text[word.Length] is ' ' or '\u00A0'
                && CaptionNumber(text.AsSpan(word.Length + 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line begins an item of a list.</summary>
    public static bool IsListItem(string text)
    {
        if (text.Length < 3)
        {
            return false;
        }

        if (text[0] is '•' or '●' or '▪' or '■' or '‣' or '◦' or '○' or '∙' or '➤' || (text[0] is '-' or '–' or '—' or '*' && text[1] == ' '))
        {
            return true;
        }

        var end = 0;
        while (end < text.Length && end < 3 && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end is > 0 and <= 3 && end + 1 < text.Length && text[end + 1] == ' '
            && (text[end] == ')' || (text[end] == '.' && text.AsSpan(0, end).IndexOfAnyExceptInRange('0', '9') < 0));
    }

    /// <summary>Whether a row ends in a page number, as the entries of a table of contents do.</summary>
    public static bool EndsInPageNumber(string text)
    {
        var number = text.AsSpan(text.LastIndexOf(' ') + 1);
        return number.Length < text.Length && number.Length <= 6
            && (number.IndexOfAnyExceptInRange('0', '9') < 0 || number.IndexOfAnyExcept("ivxl") < 0);
    }

    /// <summary>Whether a line begins with the number of a reference: “[12]”.</summary>
    public static bool IsReferenceNumber(string text)
    {
        var end = text.IndexOf(']', StringComparison.Ordinal);
        return end is >= 2 and <= 5 && text[0] == '[' && text.AsSpan(1, end - 1).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>What kind of segment a caption, an item or plain text is.</summary>
    public static SegmentKind KindOf(string text) =>
        SectionNames.IsContentsEntry(text) ? SegmentKind.Contents
        : IsCaption(text) ? SegmentKind.Caption
        : IsListItem(text) ? SegmentKind.ListItem
        : SegmentKind.Body;

    private static bool IsSectionNumber(string text) =>
        text.Length is > 0 and <= 12 && char.IsAsciiDigit(text[0])
        && text.All(character => char.IsAsciiDigit(character) || character == '.');

    private static bool CaptionNumber(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        var digits = 0;
        while (digits < rest.Length && (char.IsAsciiDigit(rest[digits]) || (rest[digits] is '.' or '-' && digits > 0)
            || (digits == 0 && CharUnicodeInfo.GetUnicodeCategory(rest[0]) == UnicodeCategory.UppercaseLetter && rest.Length > 1 && rest[1] is '.' or '-')))
        {
            digits++;
        }

        // A sentence that speaks of “Figure 3 and …” is no caption: a caption's number is followed by a mark or a capital.
        if (digits == 0)
        {
            return false;
        }

        var after = rest[digits..].TrimStart();
        return after.IsEmpty || rest[digits - 1] == '.' || after[0] is ':' or '–' or '—' or '|' || char.IsUpper(after[0]);
    }
}
