namespace Glossary.Formats.Pdf;

/// <summary>Spells words, each form once: the words of a long document repeat, and so would their strings. One for each thread.</summary>
internal sealed class Spellings
{
    private readonly HashSet<string> forms = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private char[] letters = new char[256];
    private int length;

    public Spellings() => lookup = forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds letters to the word.</summary>
    public void Append(string text)
    {
        if (length + text.Length > letters.Length)
        {
            Array.Resize(ref letters, Math.Max(2 * letters.Length, length + text.Length));
        }

        text.CopyTo(letters.AsSpan(length));
        length += text.Length;
    }

    /// <summary>The word without spaces around it; the next one begins.</summary>
    public string Take()
    {
        var word = letters.AsSpan(0, length).Trim();
        length = 0;
        if (!lookup.TryGetValue(word, out var form))
        {
            forms.Add(form = word.ToString());
        }

        return form;
    }
}
