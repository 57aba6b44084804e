using System.Runtime.CompilerServices;
using Glossary.Search.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Glossary.Search.Matching;

/// <summary>The columns of a segment in memory, 16 bytes a concept, and its words. A segment never changes, so they are read once.</summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Known = [];

    private SegmentColumns(AtomicReader reader)
    {
        Profiles = ReadProfiles(reader, out var profiles);
        ProfileOf = profiles;
        ScoreOf = Read(reader, IndexFields.Score, bits => BitConverter.Int32BitsToSingle((int)bits));
        OrderOf = Read(reader, IndexFields.Order, bits => bits);
        Words = WordList.Read(reader, IndexFields.Term);
        Compounds = WordList.Read(reader, IndexFields.Compound);
    }

    /// <summary>The different profiles.</summary>
    public IReadOnlyList<ConceptProfile> Profiles { get; }

    /// <summary>Number of the profile of each document.</summary>
    public int[] ProfileOf { get; }

    /// <summary>Score of each document, 0–1.</summary>
    public float[] ScoreOf { get; }

    /// <summary>Place of each document in the alphabet.</summary>
    public long[] OrderOf { get; }

    /// <summary>Words of the terms.</summary>
    public WordList Words { get; }

    /// <summary>Words that may be put together of others.</summary>
    public WordList Compounds { get; }

    /// <summary>Bytes of memory.</summary>
    public long MemoryBytes => (16L * ProfileOf.Length) + (200L * Profiles.Count) + Words.MemoryBytes + Compounds.MemoryBytes;

    /// <summary>The columns of a segment.</summary>
    public static SegmentColumns Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    private static ConceptProfile[] ReadProfiles(AtomicReader reader, out int[] profileOf)
    {
        profileOf = new int[reader.MaxDoc];
        if (reader.GetSortedDocValues(IndexFields.Profile) is not { } column)
        {
            return [];
        }

        for (var document = 0; document < profileOf.Length; document++)
        {
            profileOf[document] = column.GetOrd(document);
        }

        var profiles = new ConceptProfile[column.ValueCount];
        var bytes = new BytesRef();
        for (var i = 0; i < profiles.Length; i++)
        {
            column.LookupOrd(i, bytes);
            profiles[i] = ConceptProfile.Read(bytes.Utf8ToString());
        }

        return profiles;
    }

    private static T[] Read<T>(AtomicReader reader, string field, Func<long, T> convert)
    {
        var values = new T[reader.MaxDoc];
        if (reader.GetNumericDocValues(field) is { } column)
        {
            for (var document = 0; document < values.Length; document++)
            {
                values[document] = convert(column.Get(document));
            }
        }

        return values;
    }
}
