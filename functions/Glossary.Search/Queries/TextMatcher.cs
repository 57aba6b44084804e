using Glossary.Search.Analysis;

namespace Glossary.Search.Queries;

/// <summary>Says of the words of a text which ones were searched for, by the same forms that the index was asked with.</summary>
internal sealed class TextMatcher
{
    private readonly List<Wanted> all = [];

    /// <summary>True where no words were searched for.</summary>
    public bool IsEmpty => all.Count == 0;

    /// <summary>Words that match where one of them stands.</summary>
    /// <param name="field">The field, or null for any.</param>
    /// <param name="word">Whether a word is one.</param>
    public void Add(string? field, Func<WordForms, bool> word) => all.Add(new Wanted(field, [word], 0));

    /// <summary>Words that match where they stand one after another.</summary>
    /// <param name="field">The field, or null for any.</param>
    /// <param name="words">Whether a word is the first one, the second one, and so on.</param>
    /// <param name="slop">How many other words may stand in between.</param>
    public void Add(string? field, IReadOnlyList<Func<WordForms, bool>> words, int slop) => all.Add(new Wanted(field, words, slop));

    /// <summary>The words of a text that were searched for.</summary>
    /// <param name="field">Where the text stands.</param>
    /// <param name="words">Its words in their order.</param>
    /// <returns>For each word whether it was.</returns>
    public bool[] Find(string field, IReadOnlyList<WordForms> words)
    {
        var found = new bool[words.Count];
        foreach (var wanted in all.Where(wanted => wanted.Field is null || wanted.Field == field))
        {
            for (var i = 0; i < words.Count; i++)
            {
                wanted.MarkFrom(i, words, found);
            }
        }

        return found;
    }

    private sealed record Wanted(string? Field, IReadOnlyList<Func<WordForms, bool>> Words, int Slop)
    {
        public void MarkFrom(int start, IReadOnlyList<WordForms> words, bool[] found)
        {
            if (!Words[0](words[start]))
            {
                return;
            }

            Span<int> places = stackalloc int[Words.Count];
            places[0] = start;
            var rest = Slop;
            for (var next = 1; next < Words.Count; next++)
            {
                var place = places[next - 1] + 1;
                while (place < words.Count && rest > 0 && !Words[next](words[place]))
                {
                    place++;
                    rest--;
                }

                if (place >= words.Count || !Words[next](words[place]))
                {
                    return;
                }

                places[next] = place;
            }

            foreach (var place in places)
            {
                found[place] = true;
            }
        }
    }
}
