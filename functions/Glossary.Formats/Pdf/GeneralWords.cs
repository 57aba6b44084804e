using Glossary.Extraction.Lexicon;

namespace Glossary.Formats.Pdf;

/// <summary>Which words English or German knows, for joining line ends.</summary>
internal static class GeneralWords
{
    public static bool Contain(string word) => Contain(word, "en") || Contain(word, "de");

    public static bool Contain(string word, string language) => GeneralLexicon.For(language).Contains(word);
}
