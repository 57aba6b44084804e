using System.Runtime.InteropServices;

namespace Glossary.Extraction.Candidates;

/// <summary>Counts the spellings of a candidate. Nearly all have one or two: a list is searched until there are more than a few.</summary>
internal sealed class SpellingCounts
{
    private const int MostSearched = 8;

    private readonly List<SpellingCount> counts = new(1);
    private Dictionary<string, int>? places;

    /// <summary>The spellings in the order they came.</summary>
    public IReadOnlyList<SpellingCount> All => counts;

    /// <summary>Counts a spelling.</summary>
    /// <param name="form">As it stands in the text.</param>
    /// <param name="inside">Whether it stands where its capitals say something.</param>
    public void Add(ReadOnlySpan<char> form, bool inside)
    {
        var place = Find(form);
        if (place < 0)
        {
            place = counts.Count;
            counts.Add(new SpellingCount(form.ToString(), 0, 0));
            places?.Add(counts[place].Form, place);
        }

        ref var count = ref CollectionsMarshal.AsSpan(counts)[place];
        count = new SpellingCount(count.Form, count.All + 1, count.Inside + (inside ? 1 : 0));
    }

    private int Find(ReadOnlySpan<char> form)
    {
        if (counts.Count > MostSearched)
        {
            places ??= counts.Select((count, index) => (count.Form, index)).ToDictionary(each => each.Form, each => each.index, StringComparer.Ordinal);
            return places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var place) ? place : -1;
        }

        for (var i = 0; i < counts.Count; i++)
        {
            if (form.SequenceEqual(counts[i].Form))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>How often a spelling stands anywhere, and how often where its capitals say something.</summary>
/// <param name="Form">The spelling.</param>
/// <param name="All">Anywhere.</param>
/// <param name="Inside">Not at the start of a sentence and not in a heading.</param>
internal readonly record struct SpellingCount(string Form, int All, int Inside);
