using System.Text;

namespace Glossary.Search.Matching;

/// <summary>Words found in several segments, with their documents added up.</summary>
internal sealed class WordCounts
{
    private readonly Dictionary<string, (int Figure, int Documents)> counts = new(StringComparer.Ordinal);

    /// <summary>Adds a word of a segment.</summary>
    /// <param name="word">The word in UTF-8.</param>
    /// <param name="documents">How many documents of the segment have it.</param>
    /// <param name="figure">What orders it before the documents do; less is better.</param>
    public void Add(ReadOnlySpan<byte> word, int documents, int figure = 0)
    {
        var text = Encoding.UTF8.GetString(word);
        var (_, known) = counts.GetValueOrDefault(text);
        counts[text] = (figure, known + documents);
    }

    /// <summary>The best words, at most so many.</summary>
    public IReadOnlyList<string> Most(int top) =>
    [
        .. counts.OrderBy(pair => pair.Value.Figure).ThenByDescending(pair => pair.Value.Documents).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(top).Select(pair => pair.Key),
    ];
}
