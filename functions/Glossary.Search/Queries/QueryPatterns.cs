using Glossary.Search.Analysis;
using Glossary.Search.Matching;

namespace Glossary.Search.Queries;

/// <summary>Finds the words of an index that look like something.</summary>
internal static class QueryPatterns
{
    private const int MostLike = 512;
    private const int MostNear = 64;

    /// <summary>The parts of a pattern that are one word each: <c>pH-v*</c> has two.</summary>
    public static IReadOnlyList<string> PiecesOf(string pattern)
    {
        var pieces = new List<string>();
        var start = -1;
        for (var i = 0; i <= pattern.Length; i++)
        {
            var isInside = i < pattern.Length && (char.IsLetterOrDigit(pattern[i]) || char.IsSurrogate(pattern[i]) || pattern[i] is '*' or '?');
            if (isInside && start < 0)
            {
                start = i;
            }
            else if (!isInside && start >= 0)
            {
                pieces.Add(CharacterFolding.Fold(pattern[start..i]));
                start = -1;
            }
        }

        return pieces;
    }

    /// <summary>How many edits suit a word that is to be found in spite of misspelling.</summary>
    public static int EditsFor(string word) => word.Length switch
    {
        < 3 => 0,
        < 6 => 1,
        _ => 2,
    };

    /// <summary>Words of the terms that look like a pattern, the most frequent 512.</summary>
    public static IReadOnlyList<string> WordsLike(string pattern, IEnumerable<SegmentColumns> segments)
    {
        var found = new WordCounts();
        var wanted = new WordPattern(pattern);
        foreach (var segment in segments)
        {
            segment.Words.Like(wanted, (word, _, documents) => found.Add(word, documents));
        }

        return found.Most(MostLike);
    }

    /// <summary>Words of the terms that are nearly a word, the nearest 64.</summary>
    public static IReadOnlyList<string> WordsNear(string word, int edits, IEnumerable<SegmentColumns> segments)
    {
        var found = new WordCounts();
        foreach (var segment in segments)
        {
            segment.Words.Near(word, edits, (near, distance, documents) => found.Add(near, documents, distance));
        }

        return found.Most(MostNear);
    }
}
