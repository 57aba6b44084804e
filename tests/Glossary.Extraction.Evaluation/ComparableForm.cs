using System.Text;
using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Evaluation;

/// <summary>The spelling in which forms found and forms annotated are compared: NFC, lower case, plain hyphens, straight quotes, single spaces.</summary>
internal static class ComparableForm
{
    public static string Of(string form)
    {
        var comparable = new StringBuilder(form.Length);
        foreach (var character in ComposedText.Of(form))
        {
            if (char.IsWhiteSpace(character))
            {
                if (comparable.Length > 0 && comparable[^1] != ' ')
                {
                    comparable.Append(' ');
                }
            }
            else
            {
                comparable.Append(character switch
                {
                    '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                    '\u2018' or '\u2019' or '\u201A' or '\u2032' => '\'',
                    '\u201C' or '\u201D' or '\u201E' or '«' or '»' => '"',
                    _ => char.ToLowerInvariant(character),
                });
            }
        }

        return comparable.ToString().TrimEnd(' ');
    }
}
