using System.Text;
using Glossary.Extraction.Candidates;

namespace Glossary.Formats.Artefacts;

/// <summary>Looks up the occurrences of a candidate in a file that <see cref="PostingsWriter"/> wrote.</summary>
public sealed class PostingsReader
{
    private readonly RangeSource source;
    private readonly List<string> firstKeys = [];
    private readonly List<(long Offset, int Length)> blocks = [];

    private PostingsReader(RangeSource source) => this.source = source;

    /// <summary>Reads the index.</summary>
    /// <exception cref="ArtefactFormatException">It is no such file.</exception>
    public static async ValueTask<PostingsReader> OpenAsync(RangeSource source, CancellationToken cancellationToken)
    {
        var plain = await BlockFile.ReadIndexAsync(source, PostingsWriter.Magic, PostingsWriter.Schema, cancellationToken);
        var postings = new PostingsReader(source);
        using var reader = new BinaryReader(new MemoryStream(plain, writable: false), Encoding.UTF8);
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            postings.firstKeys.Add(reader.ReadString());
            postings.blocks.Add((reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt()));
        }

        return postings;
    }

    /// <summary>Occurrences in reading order; empty where there is no such candidate.</summary>
    public async ValueTask<IReadOnlyList<Occurrence>> FindAsync(string language, string key, CancellationToken cancellationToken)
    {
        var wanted = PostingsWriter.Key(language, key);
        var at = firstKeys.BinarySearch(wanted, StringComparer.Ordinal);
        var block = at >= 0 ? at : ~at - 1;
        return block < 0
            ? []
            : Find(BlockFile.Unpack(await source(blocks[block].Offset, blocks[block].Length, cancellationToken)), wanted);
    }

    private static Occurrence[] Find(byte[] plain, string wanted)
    {
        using var reader = new BinaryReader(new MemoryStream(plain, writable: false), Encoding.UTF8);
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            var key = reader.ReadString();
            var occurrences = new Occurrence[reader.Read7BitEncodedInt()];
            var (page, start) = (0, 0);
            for (var i = 0; i < occurrences.Length; i++)
            {
                var step = reader.Read7BitEncodedInt();
                page += step;
                start = (step == 0 ? start : 0) + reader.Read7BitEncodedInt();
                occurrences[i] = new Occurrence(page, start, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            }

            if (key == wanted)
            {
                return occurrences;
            }
        }

        return [];
    }
}
