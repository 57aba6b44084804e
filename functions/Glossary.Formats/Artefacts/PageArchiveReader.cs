using System.Runtime.CompilerServices;
using System.Text;
using Glossary.Extraction;
using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Artefacts;

/// <summary>Reads single pages of an archive that <see cref="PageArchiveWriter"/> wrote.</summary>
public sealed class PageArchiveReader
{
    private const int MostReadAtOnce = 1 << 20;

    private readonly RangeSource source;
    private readonly Dictionary<int, (long Offset, int Length)> index = [];

    private PageArchiveReader(RangeSource source) => this.source = source;

    /// <summary>Numbers of the pages that it holds, ascending.</summary>
    public IReadOnlyCollection<int> PageNumbers => index.Keys;

    /// <summary>Reads the index.</summary>
    /// <exception cref="ArtefactFormatException">It is no such archive.</exception>
    public static async ValueTask<PageArchiveReader> OpenAsync(RangeSource source, CancellationToken cancellationToken)
    {
        var plain = await BlockFile.ReadIndexAsync(source, PageArchiveWriter.Magic, PageArchiveWriter.Schema, cancellationToken);
        var archive = new PageArchiveReader(source);
        using var reader = new BinaryReader(new MemoryStream(plain, writable: false), Encoding.UTF8);
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            archive.index[reader.Read7BitEncodedInt()] = (reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt());
        }

        return archive;
    }

    /// <summary>A page, or null where there is none of that number.</summary>
    public async ValueTask<ArchivedPage?> FindAsync(int number, CancellationToken cancellationToken) =>
        index.TryGetValue(number, out var place)
            ? Decode(BlockFile.Unpack(await source(place.Offset, place.Length, cancellationToken)))
            : null;

    /// <summary>The pages from a number on, in their order, several to one read of the source.</summary>
    /// <param name="from">The first number wanted.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async IAsyncEnumerable<ArchivedPage> PagesAsync(int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var places = index.Where(page => page.Key >= from).OrderBy(page => page.Key).Select(page => page.Value).ToList();
        for (var first = 0; first < places.Count;)
        {
            // Neighbours in the archive are read at once, as far as they stand in a row.
            var end = first + 1;
            while (end < places.Count && places[end].Offset >= places[end - 1].Offset && places[end].Offset + places[end].Length - places[first].Offset <= MostReadAtOnce)
            {
                end++;
            }

            var start = places[first].Offset;
            var bytes = await source(start, (int)(places[end - 1].Offset + places[end - 1].Length - start), cancellationToken);
            for (; first < end; first++)
            {
                yield return Decode(BlockFile.Unpack(bytes.Slice((int)(places[first].Offset - start), places[first].Length)));
            }
        }
    }

    private static ArchivedPage Decode(byte[] plain)
    {
        using var reader = new BinaryReader(new MemoryStream(plain, writable: false), Encoding.UTF8);
        var number = reader.Read7BitEncodedInt();
        var text = string.Create(reader.Read7BitEncodedInt(), reader, static (characters, from) =>
        {
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)from.Read7BitEncodedInt();
            }
        });
        var hasAnchor = reader.ReadBoolean();
        var anchor = reader.ReadString();
        var labels = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }

        var last = 0;
        var segments = new TextSegment[reader.Read7BitEncodedInt()];
        for (var i = 0; i < segments.Length; i++)
        {
            last += reader.Read7BitEncodedInt();
            segments[i] = new TextSegment(last, reader.Read7BitEncodedInt(), (SegmentKind)reader.ReadByte());
        }

        last = 0;
        var sentences = new SentenceSpan[reader.Read7BitEncodedInt()];
        for (var i = 0; i < sentences.Length; i++)
        {
            last += reader.Read7BitEncodedInt();
            sentences[i] = new SentenceSpan(last, reader.Read7BitEncodedInt());
        }

        last = 0;
        var words = new WordBox[reader.Read7BitEncodedInt()];
        for (var i = 0; i < words.Length; i++)
        {
            last += reader.Read7BitEncodedInt();
            words[i] = new WordBox(
                last, reader.Read7BitEncodedInt(), reader.ReadInt16(), reader.ReadInt16(), reader.ReadInt16(), reader.ReadInt16());
        }

        return new ArchivedPage(new ReadPage(new PageText(number, text, segments), words, hasAnchor ? anchor : null, labels), sentences);
    }
}
