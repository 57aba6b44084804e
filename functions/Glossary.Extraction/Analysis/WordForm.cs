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
    public PartOfSpeech? Certain { get; } = data.Model.Certain(text.ToLowerInvariant());

    /// <summary>Numbers of its lemmas as a noun and as another word, once the document's table has given them.</summary>
    public (int Noun, int Other)? Lemmas { get; set; }

    /// <summary>The form in lower case.</summary>
    public WordForm Lowered => lowered ??= new WordForm(Text.ToLowerInvariant(), data);
}
