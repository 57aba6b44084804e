using System.Text;
using System.Text.RegularExpressions;

namespace Glossary.App.Features.Concordances;

/// <summary>
/// What a person looks for in texts: words in their order, whatever white space parts them and whatever their case; <c>*</c> stands for
/// the rest of a word. Whole words are meant, so that “pump” does not find “pumping”.
/// </summary>
internal sealed class TextPattern
{
    private readonly Regex regex;
    private readonly bool beginsWithWord;
    private readonly bool endsWithWord;

    private TextPattern(Regex regex, bool beginsWithWord, bool endsWithWord)
    {
        this.regex = regex;
        this.beginsWithWord = beginsWithWord;
        this.endsWithWord = endsWithWord;
    }

    /// <summary>Reads a text that holds more than white space; none is an error.</summary>
    public static TextPattern Of(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // Of asterisks alone nothing would be left to look for: they are meant as they stand.
        var isLiteral = words.All(word => word.All(character => character == '*'));
        var pattern = new StringBuilder();
        foreach (var word in words)
        {
            pattern.Append(pattern.Length > 0 ? @"\s+" : string.Empty);
            pattern.Append(isLiteral ? Regex.Escape(word) : string.Join(@"[\p{L}\p{N}_-]*", word.Split('*', StringSplitOptions.None).Select(Regex.Escape)));
        }

        // Its time grows with the text alone, whatever the pattern.
        return new TextPattern(
            new Regex(pattern.ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking),
            char.IsLetterOrDigit(words[0][0]),
            char.IsLetterOrDigit(words[^1][^1]));
    }

    /// <summary>The places in a text from an offset on, in their order.</summary>
    public IEnumerable<(int Start, int Length)> Find(string text, int from)
    {
        for (var match = regex.Match(text, from); match.Success;)
        {
            var end = match.Index + match.Length;
            var isWhole = match.Length > 0
                && !(beginsWithWord && match.Index > 0 && char.IsLetterOrDigit(text[match.Index - 1]))
                && !(endsWithWord && end < text.Length && char.IsLetterOrDigit(text[end]));
            if (isWhole)
            {
                yield return (match.Index, match.Length);
            }

            var next = isWhole ? end : match.Index + 1;
            if (next >= text.Length)
            {
                yield break;
            }

            match = regex.Match(text, next);
        }
    }
}
