namespace Glossary.Extraction.Candidates;

/// <summary>A proposed term of a document: its forms, its places, its score and why.</summary>
public sealed record TermCandidate
{
    /// <summary>Normalised lemma key (NFC, case-folded, straight quotes and dashes); unique within language and document.</summary>
    public required string Key { get; init; }

    /// <summary>BCP 47 tag of the language it was found in: <c>en</c>, <c>de</c> or <c>und</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The form to show: the best attested one in its own casing, singular where it is attested.</summary>
    public required string Text { get; init; }

    /// <summary>Full form, abbreviation or formula-like symbol.</summary>
    public required CandidateType Type { get; init; }

    /// <summary>Part of speech of the head as in ISO 30042's pick list: <c>noun</c>, <c>adjective</c>, <c>verb</c>, <c>adverb</c>, <c>other</c>.</summary>
    public required string PartOfSpeech { get; init; }

    /// <summary>For an abbreviation that the document spells out: key of the full form's candidate, and its text.</summary>
    public string? FullForm { get; init; }

    /// <summary>For a full form that the document abbreviates: the abbreviation.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>Termhood in 0–1: the logistic of <see cref="LogOdds"/>.</summary>
    public required double Score { get; init; }

    /// <summary>The addends of the log-odds; the base is the part named <c>base</c>. Their sum is <see cref="LogOdds"/>.</summary>
    public required IReadOnlyList<ScorePart> Parts { get; init; }

    /// <summary>Sum of <see cref="Parts"/>.</summary>
    public double LogOdds
    {
        get
        {
            var sum = 0.0;
            foreach (var part in Parts)
            {
                sum += part.Value;
            }

            return sum;
        }
    }

    /// <summary>Surface forms with their counts, most frequent first, ties in ordinal order.</summary>
    public required IReadOnlyList<SurfaceForm> Forms { get; init; }

    /// <summary>Every place it stands at, in reading order. The count is the frequency.</summary>
    public required IReadOnlyList<Occurrence> Occurrences { get; init; }

    /// <summary>At most five best sentences, best first, as a reader would quote them.</summary>
    public required IReadOnlyList<CandidateContext> Contexts { get; init; }
}

/// <summary>What kind of designation a candidate is (ISO 30042 <c>termType</c>).</summary>
public enum CandidateType
{
    /// <summary>A word or a phrase.</summary>
    FullForm,

    /// <summary>An abbreviation or acronym such as <c>OTR</c>.</summary>
    Abbreviation,

    /// <summary>A symbol, formula, standard or part number such as <c>kLa</c> or <c>ISO 9001</c>.</summary>
    Symbol,
}

/// <summary>One addend of a candidate's log-odds.</summary>
/// <param name="Name">Stable name of the evidence, kebab-case; <c>base</c> is the constant.</param>
/// <param name="Value">Its share of the log-odds.</param>
public readonly record struct ScorePart(string Name, double Value);

/// <summary>A spelling of a candidate as it stands in the text.</summary>
/// <param name="Text">The characters as on the page.</param>
/// <param name="Count">How often it stands there.</param>
public readonly record struct SurfaceForm(string Text, int Count);

/// <summary>A place of a candidate.</summary>
/// <param name="Page">1-based page number.</param>
/// <param name="Start">UTF-16 offset into the page text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Sentence">0-based index of the sentence on the page.</param>
public readonly record struct Occurrence(int Page, int Start, int Length, int Sentence);

/// <summary>A sentence that shows a candidate in use.</summary>
/// <param name="Page">1-based page number.</param>
/// <param name="Start">UTF-16 offset of the sentence into the page text.</param>
/// <param name="Length">Length of the sentence in UTF-16 units, at most 400.</param>
/// <param name="TermStart">UTF-16 offset of the term into the page text.</param>
/// <param name="TermLength">Length of the term in UTF-16 units.</param>
public readonly record struct CandidateContext(int Page, int Start, int Length, int TermStart, int TermLength);
