using Glossary.Extraction.Candidates;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Scoring;

/// <summary>
/// Termhood and unithood as a sum of evidence: each part is an addend of the log-odds, weighted by hand. C-value after Frantzi,
/// Ananiadou and Mima (2000), contrast with general language after Ahmad, Gillam and Tostevin (1999, “weirdness”).
/// </summary>
internal sealed class CandidateScorer(LanguageData data, CandidateCollector document, int pages)
{
    private const double Base = -2.3;

    // A word that general language lacks is taken for one in a hundred million.
    private const double RarestCentibels = -800;

    /// <summary>The parts of a candidate's log-odds; the base first, parts of no weight left out.</summary>
    /// <param name="record">What was counted.</param>
    /// <param name="type">What it is.</param>
    /// <param name="isPaired">Whether the document gives its full form or its abbreviation.</param>
    /// <param name="isAllowed">Whether a person's list has it.</param>
    public ScorePart[] Score(CandidateRecord record, CandidateType type, bool isPaired, bool isAllowed)
    {
        var parts = new List<ScorePart>(12) { new("base", Base) };
        Add("keyness", Keyness(record));
        Add("rarity", Rarity(record));
        Add("frequency", 0.55 * Math.Log(Math.Min(60, record.Frequency)));
        Add("c-value", 0.22 * Math.Log(1 + Math.Max(0, CValue(record))));
        Add("spread", pages > 2 ? 0.2 * Math.Log(Math.Min(20, record.Pages)) : 0);
        Add("length", Length(record));
        // Acronyms and symbols stand for themselves wherever they stand.
        Add("independence", type == CandidateType.FullForm ? Independence(record) : 0);
        Add("fixedness", record.Lemmas.Length > 2 && record.Kind == PhraseKind.Noun && record.Frequency - record.Nested > 1 ? 0.5 : 0);
        Add("pattern", Pattern(record, type));
        Add("abbreviation", isPaired ? 1.3 : 0);
        Add("definition", record.Defined > 0 ? 0.5 : 0);
        Add("heading", record.Prominent > 0 ? 0.15 + (0.25 * record.Prominent / record.Frequency) : 0);
        Add("proper-name", -0.7 * record.Proper / record.Frequency * (type == CandidateType.FullForm ? 1 : 0.3));
        Add("generic", Generic(record));
        Add("allow-list", isAllowed ? 8 : 0);
        return [.. parts];

        void Add(string name, double value)
        {
            var rounded = Math.Round(value, 4);
            if (rounded != 0)
            {
                parts.Add(new ScorePart(name, rounded));
            }
        }
    }

    // How much more often its words stand here than in general language: mean of the decimal logarithms, the head twice.
    private double Keyness(CandidateRecord record)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < record.Lemmas.Length; i++)
        {
            var here = document.CountOf(record.Lemmas[i]) + 0.5;
            var expected = (document.Tokens * Math.Pow(10, Centibels(record.Lemmas[i]) / 100)) + 0.5;
            var weight = i == record.Lemmas.Length - 1 ? 2 : 1;
            sum += weight * Math.Clamp(Math.Log10(here / expected), -1.5, 3);
            weights += weight;
        }

        return 0.75 * sum / weights;
    }

    private double Rarity(CandidateRecord record)
    {
        var sum = 0.0;
        foreach (var lemma in record.Lemmas)
        {
            sum += -Centibels(lemma) / 100;
        }

        return 0.3 * ((sum / record.Lemmas.Length) - 4.8);
    }

    private double Centibels(int lemma)
    {
        var word = document.Lemmas[lemma];
        var known = data.Frequencies.Centibels(word);
        if (known != FrequencyTable.Unknown)
        {
            return known;
        }

        known = data.Frequencies.Centibels(word.ToLowerInvariant());
        if (known != FrequencyTable.Unknown)
        {
            // Acronyms share their letters with common words; the case makes them another word.
            return WordShape.KeepsCase(word) ? Math.Min(known, -600) : known;
        }

        // A hyphenated word is as rare as its rarest part, and a little rarer.
        var rarest = 0.0;
        foreach (var range in word.AsSpan().Split('-'))
        {
            var part = data.Frequencies.Centibels(word.AsSpan(range));
            rarest = Math.Min(rarest, part == FrequencyTable.Unknown ? RarestCentibels : part);
        }

        return Math.Max(RarestCentibels, word.Contains('-', StringComparison.Ordinal) ? rarest - 80 : RarestCentibels);
    }

    private static double CValue(CandidateRecord record)
    {
        var inside = record.Containers == 0 ? 0 : (double)record.Nested / record.Containers;
        return Math.Log2(record.Lemmas.Length + 1) * (record.Frequency - inside);
    }

    private static double Length(CandidateRecord record) => record.Lemmas.Length switch
    {
        1 => -0.35,
        2 => 0.55,
        3 => 0.3,
        4 => -0.2,
        _ => -0.8,
    };

    // A part that never stands by itself and always in the same phrase is a fragment.
    private static double Independence(CandidateRecord record)
    {
        var share = (double)record.Nested / record.Frequency;
        var bound = Math.Max(0, share - 0.7) / 0.3;
        var weight = record.Containers switch { 1 => 1.3, 2 => 0.7, _ => 0.15 };
        return -(weight * bound) - (0.3 * share);
    }

    private static double Pattern(CandidateRecord record, CandidateType type) =>
        type == CandidateType.Symbol ? 0.4
        : type == CandidateType.Abbreviation ? 0.3
        : record.Kind == PhraseKind.Joined ? -1.3
        : record.Lemmas.Length > 1 ? -0.25 * record.Qualified / record.Frequency
        : 0;

    private double Generic(CandidateRecord record)
    {
        var head = document.Lemmas[record.Lemmas[^1]];
        if (record.Lemmas.Length == 1)
        {
            return data.Lists.Generic.Contains(head) || data.Lists.DocumentParts.Contains(head) ? -4
                : data.Lists.WeakStarts.Contains(head) ? -3
                : 0;
        }

        var first = document.Lemmas[record.Lemmas[0]];
        return (data.Lists.Generic.Contains(head) ? -0.5 : 0)
            + (data.Lists.Generic.Contains(first) || data.Lists.DocumentParts.Contains(first) ? -0.8 : 0);
    }
}
