using System.Globalization;

namespace Glossary.Formats.Office;

/// <summary>Characters that a document takes from a symbol font by their code (ISO/IEC 29500-1, 17.3.3.30).</summary>
internal static class SymbolFont
{
    // The upright letters of the font Symbol: its codes are those of the Latin letters on the same key.
    private const string Letters = "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw";
    private const string Greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω";
    private const string Signs = "\u00A3\u00A5\u00AC\u00AD\u00AE\u00AF\u00B0\u00B1\u00B3\u00B4\u00B6\u00B7\u00B8\u00B9\u00BB\u00D2\u00D3\u00D4\u00D6\u00D7\u00E5\u00F2";
    private const string Meanings = "≤∞←↑→↓°±≥×∂•÷≠≈®©™√⋅∑∫";

    /// <summary>The character, or a space where it is an ornament or can't be known.</summary>
    /// <param name="font">Name of the font.</param>
    /// <param name="code">Code in the font in hexadecimal digits, with or without the offset F000 of the private area.</param>
    public static string Text(string? font, string? code)
    {
        if (!ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return " ";
        }

        var isPrivate = value is >= 0xF000 and <= 0xF0FF;
        var character = (char)(isPrivate ? value - 0xF000 : value);
        if (!string.Equals(font, "Symbol", StringComparison.OrdinalIgnoreCase))
        {
            return isPrivate || char.IsSurrogate(character) || char.IsControl(character) ? " " : character.ToString();
        }

        return character switch
        {
            _ when Letters.IndexOf(character, StringComparison.Ordinal) is >= 0 and var letter => Greek[letter].ToString(),
            _ when Signs.IndexOf(character, StringComparison.Ordinal) is >= 0 and var sign => Meanings[sign].ToString(),
            >= '!' and <= '?' => character.ToString(),
            _ => " ",
        };
    }
}
