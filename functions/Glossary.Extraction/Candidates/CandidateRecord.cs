using Glossary.Extraction.Documents;
using Glossary.Extraction.Patterns;
using Glossary.Extraction.Tagging;

namespace Glossary.Extraction.Candidates;

/// <summary>What is counted for a key while the pages are gone through.</summary>
/// <param name="lemmas">Numbers of its lemmas.</param>
/// <param name="kind">By which pattern it was found first.</param>
internal sealed class CandidateRecord(int[] lemmas, PhraseKind kind)
{
    private readonly SpellingCounts forms = new();
    private CandidateRecord? container;
    private HashSet<CandidateRecord>? containers;
    private int lastPage;

    public int[] Lemmas { get; } = lemmas;

    public PhraseKind Kind { get; private set; } = kind;

    public List<Occurrence> Occurrences { get; } = new(1);

    public IReadOnlyList<SpellingCount> Forms => forms.All;

    /// <summary>Occurrences inside a longer phrase.</summary>
    public int Nested { get; private set; }

    /// <summary>Longer phrases that it stands in.</summary>
    public int Containers => containers?.Count ?? (container is null ? 0 : 1);

    /// <summary>The one longer phrase that each of its occurrences stands in, or null.</summary>
    public CandidateRecord? OnlyContainer => Nested == Frequency && containers is null ? container : null;

    /// <summary>Occurrences that a definition begins with, or that stand in quotation marks.</summary>
    public int Defined { get; private set; }

    /// <summary>Occurrences beside an initial, a year or “et al.”: those of an author.</summary>
    public int Cited { get; private set; }

    /// <summary>Occurrences whose head is a proper noun by its tag.</summary>
    public int Proper { get; private set; }

    /// <summary>Occurrences whose first word is an adjective.</summary>
    public int Qualified { get; private set; }

    /// <summary>Occurrences whose first word is a form of a verb.</summary>
    public int Verbal { get; private set; }

    /// <summary>Occurrences whose last word is an adjective, a verb's form, an adverb: no noun.</summary>
    public int Adjectives { get; private set; }

    /// <summary>Occurrences whose last word is a verb or a form of one.</summary>
    public int Verbs { get; private set; }

    /// <summary>Occurrences whose last word is an adverb.</summary>
    public int Adverbs { get; private set; }

    /// <summary>Occurrences where capitals say something.</summary>
    public int Cased { get; private set; }

    /// <summary>Those of them whose words all have a capital.</summary>
    public int Capitalised { get; private set; }

    /// <summary>Occurrences before which the phrase around it has no word.</summary>
    public int FreeBefore { get; private set; }

    /// <summary>Occurrences behind which the phrase around it has no word.</summary>
    public int FreeBehind { get; private set; }

    /// <summary>Pages with an occurrence.</summary>
    public int Pages { get; private set; }

    public int Frequency => Occurrences.Count;

    public void Add(in Occurrence occurrence, ReadOnlySpan<char> form, in PhraseSpan span, in Place place)
    {
        Occurrences.Add(occurrence);
        forms.Add(form, inside: !place.IsCaseFree);
        if (span.Kind != PhraseKind.Word && Kind == PhraseKind.Word)
        {
            Kind = span.Kind;
        }

        Defined += place.IsDefined ? 1 : 0;
        Cited += place.IsCited ? 1 : 0;
        Proper += place.Last == PartOfSpeech.ProperNoun ? 1 : 0;
        Qualified += place.First == PartOfSpeech.Adjective ? 1 : 0;
        Verbal += place.First is PartOfSpeech.Participle or PartOfSpeech.Gerund or PartOfSpeech.Verb ? 1 : 0;
        Adjectives += place.Last == PartOfSpeech.Adjective ? 1 : 0;
        Verbs += place.Last is PartOfSpeech.Verb or PartOfSpeech.Participle or PartOfSpeech.Gerund ? 1 : 0;
        Adverbs += place.Last == PartOfSpeech.Adverb ? 1 : 0;
        Cased += place.IsCaseFree ? 0 : 1;
        Capitalised += !place.IsCaseFree && place.IsCapitalised ? 1 : 0;
        FreeBefore += span.IsFreeBefore ? 1 : 0;
        FreeBehind += span.IsFreeBehind ? 1 : 0;
        if (place.Container is { } around && around != this)
        {
            Nested++;
            AddContainer(around);
        }

        if (occurrence.Page != lastPage)
        {
            lastPage = occurrence.Page;
            Pages++;
        }
    }

    // Most have one container or none: a set would cost more than the rest.
    private void AddContainer(CandidateRecord around)
    {
        if (containers is not null)
        {
            containers.Add(around);
        }
        else if (container is null)
        {
            container = around;
        }
        else if (container != around)
        {
            containers = [container, around];
        }
    }
}

/// <summary>What is known of an occurrence's place.</summary>
/// <param name="Segment">Kind of its segment.</param>
/// <param name="IsCaseFree">Whether capitals there say nothing.</param>
/// <param name="IsCapitalised">Whether its first and last words have a capital.</param>
/// <param name="IsDefined">Whether a definition begins with it, or it is quoted.</param>
/// <param name="IsCited">Whether it stands as an author does.</param>
/// <param name="First">Tag of its first word.</param>
/// <param name="Last">Tag of its last word.</param>
/// <param name="Container">The longest phrase around it, or null where it is that itself.</param>
internal readonly record struct Place(
    SegmentKind Segment, bool IsCaseFree, bool IsCapitalised, bool IsCited, bool IsDefined, PartOfSpeech First, PartOfSpeech Last, CandidateRecord? Container);
