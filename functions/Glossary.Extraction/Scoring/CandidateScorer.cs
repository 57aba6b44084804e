using Glossary.Extraction.Candidates;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Scoring;

/// <summary>
/// Termhood and unithood as a sum of evidence: each part is an addend of the log-odds, its weight set by hand and rounded. C-value
/// after Frantzi, Ananiadou and Mima (2000), with one added to the length so that single words count.
/// </summary>
internal sealed class CandidateScorer
{
    private const double Base = -6.75;

    // What is counted in a text shorter than this counts for more.
    private const double UsualTokens = 50_000;
    private const double MostPages = 20;

    private readonly LanguageData data;
    private readonly CandidateCollector document;
    private readonly WordRarity rarity;
    private readonly WordClasses classes;
    private readonly double brevity;
    private readonly ScoreParts parts = new();

    public CandidateScorer(LanguageData data, CandidateCollector document)
    {
        this.data = data;
        this.document = document;
        rarity = new WordRarity(data, document.Lemmas);
        classes = new WordClasses(data, document.Lemmas);
        brevity = Math.Clamp(Math.Log(UsualTokens / Math.Max(1, document.Tokens)), 0, 4);
    }

    /// <summary>The parts of a candidate's log-odds, the base first; they hold until the next candidate is scored.</summary>
    /// <param name="record">What was counted.</param>
    /// <param name="type">What it is.</param>
    /// <param name="isPaired">Whether the document gives its full form or its abbreviation.</param>
    /// <param name="isPartOfPaired">Whether it stands only inside one phrase that the document abbreviates as a whole.</param>
    /// <param name="isAllowed">Whether a person's list has it.</param>
    public ScoreParts Score(CandidateRecord record, CandidateType type, bool isPaired, bool isPartOfPaired, bool isAllowed)
    {
        parts.Clear();
        parts.Add("base", Base);
        AddContrast(record);
        AddCounts(record);
        // What the document abbreviates is one whole, whatever its words are elsewhere.
        var isWhole = isPaired && record.Lemmas.Length > 1;
        AddRelatives(record, isWhole);
        AddForm(record, type, isWhole);
        AddPlace(record, type);
        parts.Add("abbreviation", isPaired ? 2.5 : 0);
        parts.Add("part-of-abbreviated", isPartOfPaired ? -2 : 0);
        parts.Add("allow-list", isAllowed ? 12 : 0);
        return parts;
    }

    // Rare in general language: the head more than what stands before it.
    private void AddContrast(CandidateRecord record)
    {
        var lemmas = record.Lemmas;
        var head = rarity[lemmas[^1]];
        var rest = 0.0;
        for (var i = 0; i < lemmas.Length - 1; i++)
        {
            rest += rarity[lemmas[i]] / (lemmas.Length - 1);
        }

        parts.Add("rarity", (0.6 * head) + (0.4 * (lemmas.Length == 1 ? head : rest)));
    }

    private void AddCounts(CandidateRecord record)
    {
        var inside = record.Containers == 0 ? 0 : (double)record.Nested / record.Containers;
        parts.Add("c-value", 0.45 * Math.Log(1 + (Math.Log2(record.Lemmas.Length + 1) * Math.Max(0, record.Frequency - inside))));
        parts.Add("seen-once", record.Frequency == 1 ? -0.4 : 0);
        parts.Add("spread", 0.35 * Math.Log(Math.Min(MostPages, record.Pages)));
        // A long phrase seen once says more in a short text, where nearly all are seen once.
        parts.Add("short-text", brevity * Math.Min(0.6, 0.25 + (0.15 * (record.Lemmas.Length - 1))));
        parts.Add("length", -0.6 * record.Lemmas.Length);
    }

    // What is known of its words by themselves, and of the phrases around it.
    private void AddRelatives(CandidateRecord record, bool isWhole)
    {
        parts.Add("compounds", 0.2 * Math.Log(1 + record.Containers));
        if (record.Lemmas.Length > 1)
        {
            parts.Add("known-head", document.Find(record.Lemmas.AsSpan(^1..)) is { } head ? 0.3 * Math.Log(head.Frequency) : 0);
            parts.Add("known-modifier", document.Find(record.Lemmas.AsSpan(..1)) is { } first ? 0.2 * Math.Log(1 + first.Containers) : 0);
        }

        // Never by itself: a part of a name rather than one, surely so where it is always the same name.
        parts.Add("always-nested", isWhole || record.Nested < record.Frequency ? 0 : record is { Containers: 1, Frequency: > 1 } ? -1.5 : record.Lemmas.Length > 1 ? -1.4 : -0.5);
        parts.Add("name-inside", IsNameInside(record) ? -1 : 0);
        parts.Add("boundaries", 0.3 * (record.FreeBefore + record.FreeBehind) / record.Frequency);
    }

    // “Reynolds” in “Reynolds number”: the person that the thing is named after.
    private bool IsNameInside(CandidateRecord record) =>
        data.Code == "en" && record.Lemmas.Length == 1 && record.Nested == record.Frequency && record.FreeBehind == 0 && document.CasingOf(record.Lemmas[0]).IsName
        && !classes.Is(record.Lemmas[0], WordClass.Acronym) && !classes.Is(record.Lemmas[0], WordClass.Symbol);

    private void AddForm(CandidateRecord record, CandidateType type, bool isWhole)
    {
        var (lemmas, all) = (record.Lemmas, (double)record.Frequency);
        parts.Add("verb", -1.8 * record.Verbs / all);
        parts.Add("adverb", -1.8 * record.Adverbs / all);
        parts.Add("adjective", (classes.IsRelational(lemmas[^1]) ? -0.5 : -1) * record.Adjectives / all);
        parts.Add("joined", record.Kind == PhraseKind.Joined ? -0.8 : 0);
        parts.Add("symbol", type == CandidateType.Symbol ? -0.6 : type == CandidateType.Abbreviation ? -0.3 : 0);
        parts.Add("two-letters", type == CandidateType.FullForm && lemmas.Length == 1 && document.Lemmas[lemmas[0]].Length < 3 ? -2 : 0);
        parts.Add("hyphen", classes.Any(lemmas, WordClass.Hyphenated) ? 0.6 : 0);
        parts.Add("digits", type == CandidateType.FullForm && classes.Any(lemmas, WordClass.WithDigits) ? -1.2 : 0);
        parts.Add("foreign-letters", data.Code == "en" && classes.Any(lemmas, WordClass.WithForeignLetters) ? -1.5 : 0);
        parts.Add("generic", isWhole ? 0 : Generic(lemmas, record.Frequency));
        if (lemmas.Length > 1 && !isWhole)
        {
            parts.Add("verbal-modifier", -0.8 * record.Verbal / all);
            parts.Add("acronym-inside", type == CandidateType.FullForm && classes.Any(lemmas, WordClass.Acronym) ? -1 : 0);
        }
    }

    private void AddPlace(CandidateRecord record, CandidateType type)
    {
        parts.Add("capitals", type == CandidateType.FullForm && record.Cased > 0 && data.Code == "en" ? 0.5 * record.Capitalised / record.Cased : 0);
        parts.Add("definition", record.Defined > 0 ? 0.5 : 0);
        parts.Add("author", IsPerson(record) ? -4 : record.Cited == 0 ? 0 : -4 * Math.Min(1, 4.0 * record.Cited / record.Frequency));
    }

    // A phrase that ends in a person's name names the person, or ran into it: “bags Doe and others proposed”. A name has a capital
    // wherever it stands: “Mr Pump” makes no person of the pump.
    private bool IsPerson(CandidateRecord record) => document.People.Contains(record.Lemmas[^1]) && document.CasingOf(record.Lemmas[^1]).Lower == 0;

    private double Generic(int[] lemmas, int frequency)
    {
        var (head, first) = (lemmas[^1], lemmas[0]);
        if (lemmas.Length == 1)
        {
            return classes.Is(head, WordClass.Generic) ? -5 : classes.Is(head, WordClass.Weak) || classes.Is(head, WordClass.Grading) ? -4 : 0;
        }

        // “pH value”, “Reynolds number” and what recurs (“mixing time”) name quantities, “good value” does not.
        var isNamed = classes.Is(first, WordClass.Symbol) || (data.Code == "en" && document.CasingOf(first).IsName);
        return (classes.Is(head, WordClass.Generic) && !isNamed ? (frequency >= 3 ? -0.6 : -1.2) : 0)
            + (classes.Is(first, WordClass.Generic) ? -0.6 : 0)
            + (classes.Is(first, WordClass.Grading) ? -0.7 : classes.Is(first, WordClass.Weak) ? -2 : 0);
    }
}
