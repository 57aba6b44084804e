namespace Glossary.Search.Analysis;

/// <summary>How the words of a language are inflected and put together.</summary>
internal enum LanguageRules
{
    /// <summary>Words are taken as they are.</summary>
    None,

    /// <summary>English inflection.</summary>
    English,

    /// <summary>German inflection, words written together.</summary>
    German,

    /// <summary>Words written together, as in Dutch and the languages of Scandinavia.</summary>
    Compounding,
}

/// <summary>Chooses the rules of a language.</summary>
internal static class LanguagesOfWords
{
    /// <summary>The rules by a BCP 47 tag.</summary>
    public static LanguageRules RulesOf(string tag)
    {
        var primary = tag.AsSpan();
        var dash = primary.IndexOf('-');
        return (dash < 0 ? primary : primary[..dash]) switch
        {
            "en" => LanguageRules.English,
            "de" => LanguageRules.German,
            "nl" or "sv" or "da" or "nb" or "nn" or "no" or "is" or "fi" or "hu" => LanguageRules.Compounding,
            _ => LanguageRules.None,
        };
    }
}
