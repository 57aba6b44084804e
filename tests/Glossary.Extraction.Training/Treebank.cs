using Glossary.Extraction.Tagging;

namespace Glossary.Extraction.Training;

/// <summary>A sentence of a treebank with the parts of speech that the library knows.</summary>
/// <param name="Words">Its tokens.</param>
/// <param name="Tags">Their tags.</param>
internal sealed record TaggedSentence(string[] Words, PartOfSpeech[] Tags);

/// <summary>Reads CoNLL-U.</summary>
internal static class Treebank
{
    public static IEnumerable<TaggedSentence> Read(string path)
    {
        var words = new List<string>();
        var tags = new List<PartOfSpeech>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0)
                {
                    yield return new TaggedSentence([.. words], [.. tags]);
                    words.Clear();
                    tags.Clear();
                }
            }
            else if (line[0] != '#')
            {
                var columns = line.Split('\t');
                // Ranges are surface tokens over several words, decimals are empty nodes: the words themselves follow.
                if (columns[0].All(char.IsAsciiDigit))
                {
                    words.Add(columns[1]);
                    tags.Add(Tag(columns[3], columns[4], columns[5]));
                }
            }
        }

        if (words.Count > 0)
        {
            yield return new TaggedSentence([.. words], [.. tags]);
        }
    }

    private static PartOfSpeech Tag(string universal, string own, string features) => universal switch
    {
        "NOUN" => PartOfSpeech.Noun,
        "PROPN" => PartOfSpeech.ProperNoun,
        "ADJ" => PartOfSpeech.Adjective,
        "VERB" when own is "VBN" or "VVPP" => PartOfSpeech.Participle,
        "VERB" when own is "VBG" || features.Contains("VerbForm=Ger", StringComparison.Ordinal) => PartOfSpeech.Gerund,
        "VERB" or "AUX" => PartOfSpeech.Verb,
        "ADV" => PartOfSpeech.Adverb,
        "ADP" => PartOfSpeech.Adposition,
        "DET" => PartOfSpeech.Determiner,
        "PRON" => PartOfSpeech.Pronoun,
        "NUM" => PartOfSpeech.Numeral,
        "PUNCT" => PartOfSpeech.Punctuation,
        "SYM" => PartOfSpeech.Symbol,
        "PART" => PartOfSpeech.Particle,
        "CCONJ" or "SCONJ" => PartOfSpeech.Conjunction,
        _ => PartOfSpeech.Other,
    };
}
