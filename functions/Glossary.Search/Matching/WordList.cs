using System.Text;
using Glossary.Search.Analysis;
using Lucene.Net.Index;

namespace Glossary.Search.Matching;

/// <summary>
/// The words of a field in one run of bytes: which of them contain a text, look like a pattern or are nearly a word is found by going
/// through it, which takes a millisecond where a dictionary on disk takes a hundred.
/// </summary>
internal sealed class WordList
{
    private const byte Between = 0;

    private readonly byte[] bytes;
    private readonly int[] starts;
    private readonly int[] documents;
    private readonly uint[] letters;

    private WordList(byte[] bytes, int[] starts, int[] documents, uint[] letters) =>
        (this.bytes, this.starts, this.documents, this.letters) = (bytes, starts, documents, letters);

    /// <summary>How many words there are.</summary>
    public int Count => documents.Length;

    /// <summary>Bytes of memory.</summary>
    public long MemoryBytes => bytes.Length + (12L * documents.Length);

    /// <summary>Reads the words of a field; stems are none.</summary>
    public static WordList Read(AtomicReader reader, string field)
    {
        var bytes = new List<byte>(1 << 16) { Between };
        var (starts, documents, letters) = (new List<int>(), new List<int>(), new List<uint>());
        if (reader.GetTerms(field) is { } terms)
        {
            var each = terms.GetEnumerator();
            while (each.MoveNext())
            {
                var word = each.Term.Bytes.AsSpan(each.Term.Offset, each.Term.Length);
                if (word.Length == 0 || word[0] == WordForms.StemMark)
                {
                    continue;
                }

                starts.Add(bytes.Count);
                documents.Add(each.DocFreq);
                letters.Add(LettersOf(word));
                bytes.AddRange(word);
                bytes.Add(Between);
            }
        }

        starts.Add(bytes.Count);
        return new WordList([.. bytes], [.. starts], [.. documents], [.. letters]);
    }

    /// <summary>Documents that have a word; 0 where none has.</summary>
    public int DocumentsOf(string word)
    {
        var wanted = Encoding.UTF8.GetBytes(word);
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (Word(middle).SequenceCompareTo(wanted))
            {
                case 0: return documents[middle];
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return 0;
    }

    /// <summary>Goes through the words that contain a text.</summary>
    /// <param name="text">The text, of one character at least.</param>
    /// <param name="found">Is given each word, where the text stands in it, and how many documents have it.</param>
    public void Containing(ReadOnlySpan<byte> text, WordFound found)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var next = bytes.AsSpan(at).IndexOf(text);
            if (next < 0)
            {
                return;
            }

            var word = Array.BinarySearch(starts, at + next);
            word = word >= 0 ? word : ~word - 1;
            found(Word(word), at + next - starts[word], documents[word]);
            at = starts[word + 1];
        }
    }

    /// <summary>Goes through the words that look like a pattern.</summary>
    public void Like(WordPattern pattern, WordFound found)
    {
        if (pattern.LongestPiece.Length > 0)
        {
            Containing(pattern.LongestPiece, (word, at, count) =>
            {
                if (pattern.Matches(word))
                {
                    found(word, at, count);
                }
            });
            return;
        }

        for (var i = 0; i < Count; i++)
        {
            if (pattern.Matches(Word(i)))
            {
                found(Word(i), 0, documents[i]);
            }
        }
    }

    /// <summary>Goes through the words that are so many edits away from a word, or fewer.</summary>
    /// <param name="word">The word.</param>
    /// <param name="edits">Insertions, deletions, replacements and swaps of neighbours; 1 or 2.</param>
    /// <param name="found">Is given each word, the number of edits, and how many documents have it.</param>
    public void Near(string word, int edits, WordFound found)
    {
        var distance = new EditDistance(word, edits);
        var wanted = Encoding.UTF8.GetBytes(word);
        var lettersWanted = LettersOf(wanted);
        for (var i = 0; i < Count; i++)
        {
            // An edit changes at most two of the letters that a word has at all.
            if (System.Numerics.BitOperations.PopCount(letters[i] ^ lettersWanted) <= 2 * edits
                && Math.Abs(starts[i + 1] - starts[i] - 1 - wanted.Length) <= 4 * edits
                && distance.To(Word(i)) is { } needed)
            {
                found(Word(i), needed, documents[i]);
            }
        }
    }

    private ReadOnlySpan<byte> Word(int number) => bytes.AsSpan(starts[number], starts[number + 1] - starts[number] - 1);

    private static uint LettersOf(ReadOnlySpan<byte> word)
    {
        var set = 0u;
        foreach (var each in word)
        {
            set |= 1u << (each & 31);
        }

        return set;
    }
}

/// <summary>Is given a word that was found.</summary>
/// <param name="word">UTF-8 bytes; they do not outlive the call.</param>
/// <param name="figure">What the search says of it.</param>
/// <param name="documents">How many documents have it.</param>
internal delegate void WordFound(ReadOnlySpan<byte> word, int figure, int documents);
