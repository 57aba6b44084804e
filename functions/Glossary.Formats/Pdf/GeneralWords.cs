using Glossary.Extraction.Lexicon;

namespace Glossary.Formats.Pdf;

/// <summary>Which words English or German knows, for joining line ends.</summary>
internal static class GeneralWords
{
    public static bool Contain(string word) => GeneralLexicon.For("en").Contains(word) || GeneralLexicon.For("de").Contains(word);
}
