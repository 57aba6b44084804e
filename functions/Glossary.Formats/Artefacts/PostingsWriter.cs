using System.Text;
using Glossary.Extraction.Candidates;

namespace Glossary.Formats.Artefacts;

/// <summary>Writes the occurrences of a document by candidate, in blocks of keys, with an index of the blocks' first keys.</summary>
public static class PostingsWriter
{
    internal const uint Magic = 0x54534F50; // "POST"
    internal const int Schema = 1;

    private const int CandidatesPerBlock = 64;

    /// <summary>Writes a whole file.</summary>
    /// <param name="stream">A seekable stream at its start.</param>
    /// <param name="candidates">The candidates; each language and key once.</param>
    public static void Write(Stream stream, IEnumerable<TermCandidate> candidates)
    {
        var index = new List<(string Key, long Offset, int Length)>();
        BlockFile.WriteHeader(stream, Magic, Schema, 0, 0);
        foreach (var block in candidates
            .Select(candidate => (Key: Key(candidate.Language, candidate.Key), candidate.Occurrences))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Chunk(CandidatesPerBlock))
        {
            var packed = BlockFile.Pack(Encode(block));
            index.Add((block[0].Key, stream.Position, packed.Length));
            stream.Write(packed);
        }

        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(index.Count);
            foreach (var (key, offset, length) in index)
            {
                writer.Write(key);
                writer.Write7BitEncodedInt64(offset);
                writer.Write7BitEncodedInt(length);
            }
        }

        var packedIndex = BlockFile.Pack(plain.GetBuffer().AsSpan(0, (int)plain.Length));
        var at = stream.Position;
        stream.Write(packedIndex);
        stream.Position = 0;
        BlockFile.WriteHeader(stream, Magic, Schema, at, packedIndex.Length);
        stream.Position = stream.Length;
        stream.Flush();
    }

    internal static string Key(string language, string key) => $"{language}\n{key}";

    private static byte[] Encode((string Key, IReadOnlyList<Occurrence> Occurrences)[] block)
    {
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(block.Length);
            foreach (var (key, occurrences) in block)
            {
                writer.Write(key);
                writer.Write7BitEncodedInt(occurrences.Count);
                var (page, start) = (0, 0);
                foreach (var occurrence in occurrences)
                {
                    start = occurrence.Page == page ? start : 0;
                    writer.Write7BitEncodedInt(occurrence.Page - page);
                    writer.Write7BitEncodedInt(occurrence.Start - start);
                    writer.Write7BitEncodedInt(occurrence.Length);
                    writer.Write7BitEncodedInt(occurrence.Sentence);
                    (page, start) = (occurrence.Page, occurrence.Start);
                }
            }
        }

        return plain.ToArray();
    }
}
