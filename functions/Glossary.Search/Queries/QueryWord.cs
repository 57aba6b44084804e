using System.Text;
using Glossary.Search.Analysis;
using Glossary.Search.Matching;

namespace Glossary.Search.Queries;

/// <summary>A word that was searched for, by the rules of every language, for nobody says in which one he searches.</summary>
internal sealed class QueryWord
{
    private const int ShortestPart = 4;
    private const int ShortestInnerPart = 5;
    private const int LongestEnding = 2;
    private const int MostCompounds = 256;

    // No term is longer; what is beyond was pasted, and would only cost time.
    private const int MostWords = 64;

    private QueryWord(string word, string[] stems, string germanStem) => (Word, Stems, GermanStem) = (word, stems, germanStem);

    /// <summary>Folded.</summary>
    public string Word { get; }

    /// <summary>Its stems that are not the word itself.</summary>
    public IReadOnlyList<string> Stems { get; }

    /// <summary>What it is in a German compound.</summary>
    private string GermanStem { get; }

    /// <summary>The words of a text, at most the first 64.</summary>
    public static IReadOnlyList<QueryWord> AllOf(string text, WordAnalysis analysis)
    {
        var words = new List<QueryWord>();
        for (var reader = new WordReader(text); words.Count < MostWords && reader.Next();)
        {
            var english = analysis.Of(reader.Word, LanguageRules.English);
            var german = analysis.Of(reader.Word, LanguageRules.German);
            var stems = new[] { english.Stem, german.Stem }.OfType<string>().Where(stem => stem != english.Word).Distinct(StringComparer.Ordinal).ToArray();
            words.Add(new QueryWord(english.Word, stems, german.Stem ?? german.Word));
        }

        return words;
    }

    /// <summary>All that the index may have for it: the word, and stems with and without their mark.</summary>
    public IEnumerable<string> Tokens =>
        Stems.Concat(Stems.Prepend(Word).Select(stem => WordForms.StemMark + stem)).Prepend(Word);

    /// <summary>Whether a word of a text is one of its forms.</summary>
    public bool IsFormOf(WordForms forms) =>
        forms.Word == Word || forms.Stem == Word || Stems.Contains(forms.Word) || (forms.Stem is { } stem && Stems.Contains(stem));

    /// <summary>Words of the index that it is a part of, the most frequent ones.</summary>
    public IReadOnlyList<string> CompoundsIn(IEnumerable<SegmentColumns> segments)
    {
        if (GermanStem.Length < ShortestPart)
        {
            return [];
        }

        var found = new WordCounts();
        var part = Encoding.UTF8.GetBytes(GermanStem);
        foreach (var segment in segments)
        {
            segment.Compounds.Containing(part, (word, at, documents) =>
            {
                if (at == 0 || part.Length >= ShortestInnerPart || at + part.Length + LongestEnding >= word.Length)
                {
                    found.Add(word, documents);
                }
            });
        }

        return found.Most(MostCompounds);
    }
}
