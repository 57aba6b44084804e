namespace Glossary.Extraction.Lexicon;

/// <summary>The words of general language, for those who must tell a word from debris.</summary>
public sealed class GeneralLexicon
{
    private static readonly Lazy<GeneralLexicon> English = new(() => new GeneralLexicon(LanguageData.English));
    private static readonly Lazy<GeneralLexicon> German = new(() => new GeneralLexicon(LanguageData.German));

    private readonly LanguageData data;

    private GeneralLexicon(LanguageData data) => this.data = data;

    /// <summary>The lexicon of a language.</summary>
    /// <param name="language"><c>en</c> or <c>de</c>.</param>
    /// <exception cref="ArgumentException">There is none for that language.</exception>
    public static GeneralLexicon For(string language) => language switch
    {
        "en" => English.Value,
        "de" => German.Value,
        _ => throw new ArgumentException($"There is no lexicon for “{language}”.", nameof(language)),
    };

    /// <summary>Whether general language has the word, whatever its case.</summary>
    public bool Contains(string word) => data.Frequencies.Contains(word.ToLowerInvariant());
}
