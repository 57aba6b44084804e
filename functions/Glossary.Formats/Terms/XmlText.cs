using System.Text;
using System.Xml;

namespace Glossary.Formats.Terms;

/// <summary>Text as XML 1.0 can hold it.</summary>
internal static class XmlText
{
    /// <summary>The text without the characters that XML forbids: control characters and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (isPair || XmlConvert.IsXmlChar(text[i]))
            {
                clean?.Append(text[i]);
                if (isPair)
                {
                    clean?.Append(text[++i]);
                    i += clean is null ? 1 : 0;
                }
            }
            else
            {
                clean ??= new StringBuilder(text, 0, i, text.Length);
            }
        }

        return clean?.ToString() ?? text;
    }
}
