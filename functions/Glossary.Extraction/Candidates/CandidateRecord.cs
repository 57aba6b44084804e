using System.Runtime.InteropServices;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Candidates;

/// <summary>What is counted for a key while the pages are gone through.</summary>
/// <param name="lemmas">Numbers of its lemmas.</param>
/// <param name="kind">By which pattern it was found first.</param>
internal sealed class CandidateRecord(int[] lemmas, PhraseKind kind)
{
    private readonly Dictionary<string, FormCount> forms = new(StringComparer.Ordinal);
    private HashSet<CandidateRecord>? containers;
    private int lastPage;

    public int[] Lemmas { get; } = lemmas;

    public PhraseKind Kind { get; } = kind;

    public List<Occurrence> Occurrences { get; } = [];

    public IReadOnlyDictionary<string, FormCount> Forms => forms;

    /// <summary>Occurrences inside a longer phrase.</summary>
    public int Nested { get; private set; }

    /// <summary>Longer phrases that it stands in.</summary>
    public int Containers => containers?.Count ?? 0;

    /// <summary>Occurrences in headings and captions.</summary>
    public int Prominent { get; private set; }

    /// <summary>Occurrences that a definition begins with.</summary>
    public int Defined { get; private set; }

    /// <summary>Occurrences whose head is a proper noun by its tag.</summary>
    public int Proper { get; private set; }

    /// <summary>Occurrences whose first word is an adjective or a participle.</summary>
    public int Qualified { get; private set; }

    /// <summary>Pages with an occurrence.</summary>
    public int Pages { get; private set; }

    public int Frequency => Occurrences.Count;

    public void Add(in Occurrence occurrence, ReadOnlySpan<char> form, in Place place)
    {
        Occurrences.Add(occurrence);
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(forms.GetAlternateLookup<ReadOnlySpan<char>>(), form, out _);
        count = new FormCount(count.All + 1, count.Inside + (place.IsCaseFree ? 0 : 1));
        Prominent += place.Kind is SegmentKind.Heading or SegmentKind.Caption ? 1 : 0;
        Defined += place.IsDefined ? 1 : 0;
        Proper += place.IsProper ? 1 : 0;
        Qualified += place.IsQualified ? 1 : 0;
        if (place.Container is { } container && container != this)
        {
            Nested++;
            (containers ??= []).Add(container);
        }

        if (occurrence.Page != lastPage)
        {
            lastPage = occurrence.Page;
            Pages++;
        }
    }
}

/// <summary>How often a spelling stands anywhere, and how often where its capitals say something.</summary>
/// <param name="All">Anywhere.</param>
/// <param name="Inside">Not at the start of a sentence and not in a heading.</param>
internal readonly record struct FormCount(int All, int Inside);

/// <summary>What is known of an occurrence's place.</summary>
/// <param name="Kind">Kind of its segment.</param>
/// <param name="IsCaseFree">Whether capitals there say nothing.</param>
/// <param name="IsDefined">Whether a definition begins with it.</param>
/// <param name="IsProper">Whether its head is tagged as a proper noun.</param>
/// <param name="IsQualified">Whether its first word is an adjective or a participle.</param>
/// <param name="Container">The longest phrase around it, or null where it is that itself.</param>
internal readonly record struct Place(
    SegmentKind Kind, bool IsCaseFree, bool IsDefined, bool IsProper, bool IsQualified, CandidateRecord? Container);
