namespace Glossary.Extraction.Lexicon;

/// <summary>Finds the form under which the inflected forms of a word are counted together.</summary>
internal interface ILemmas
{
    /// <summary>Lemma of a noun, in lower case.</summary>
    /// <param name="word">The word in lower case.</param>
    /// <param name="frequencies">What general language knows.</param>
    string Noun(string word, FrequencyTable frequencies);

    /// <summary>Lemma of an adjective or a participle before a noun, in lower case.</summary>
    string Modifier(string word, FrequencyTable frequencies);
}
