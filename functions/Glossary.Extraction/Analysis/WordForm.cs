using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Tagging;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Analysis;

/// <summary>A word as it is spelt, and what is found out once for all its tokens in a document.</summary>
/// <param name="text">Its spelling.</param>
/// <param name="data">The language.</param>
internal sealed class WordForm(string text, LanguageData data)
{
    private WordForm? lowered;

    public string Text { get; } = text;

    public TaggerFeatures.WordHashes Hashes { get; } = TaggerFeatures.Of(text);

    public WordTraits Traits { get; } = WordTraitsOf.Form(text, data.Lists);

    /// <summary>The part of speech of a word that has only one.</summary>
    public PartOfSpeech? Certain { get; } = CertainTag(text, text.ToLowerInvariant(), data);

    /// <summary>Number of its lemma as a noun in the document's table, once it has one.</summary>
    public int? Noun { get; set; }

    /// <summary>Number of its lemma as another word, once it has one.</summary>
    public int? Other { get; set; }

    /// <summary>The form in lower case.</summary>
    public WordForm Lowered => lowered ??= new WordForm(Text.ToLowerInvariant(), data);

    // What only one part of speech can be: English words in -s whose stem is a verb (“comprises”), German words whose last part has a
    // capital (“Kolmogorov-Länge”).
    private static PartOfSpeech? CertainTag(string text, string word, LanguageData data)
    {
        if (data.Model.Certain(word) is { } known)
        {
            return known;
        }

        var hyphen = text.LastIndexOf('-');
        return data.Code == "de" && hyphen > 0 && hyphen < text.Length - 2 && char.IsUpper(text[hyphen + 1]) && char.IsLower(text[hyphen + 2]) ? PartOfSpeech.Noun
            : data.Code == "en" && word.Length > 4 && word[^1] == 's' && data.Model.Certain(word[..^1]) == PartOfSpeech.Verb ? PartOfSpeech.Verb
            : null;
    }
}
