using System.Text;

namespace Glossary.Extraction.Documents;

/// <summary>Unicode normalization form C (UAX #15) for text from anywhere: by it two spellings of one letter are one.</summary>
public static class ComposedText
{
    /// <summary>The text in form C, or another; as it is where it holds what can't be normalised, such as half a surrogate pair.</summary>
    public static string Of(string text, NormalizationForm form = NormalizationForm.FormC) =>
#pragma warning disable RS0030 // The one place where the banned method is safe.
        IsWellFormed(text) ? text.Normalize(form) : text;
#pragma warning restore RS0030

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // The framework refuses the reversed byte order mark as it does lone surrogates.
            if (text[i] == '\uFFFE')
            {
                return false;
            }

            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}
