using System.Buffers.Binary;
using System.IO.Compression;

namespace Glossary.Formats.Artefacts;

/// <summary>
/// The shape that the artefacts share: a header (magic, schema number, offset and length of the index), blocks compressed one by
/// one, and the compressed index at the end. One block is read by three ranges: header, index, block.
/// </summary>
internal static class BlockFile
{
    public const int HeaderLength = 24;

    public static void WriteHeader(Stream stream, uint magic, int schema, long indexOffset, int indexLength)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, magic);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], schema);
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], indexOffset);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], indexLength);
        stream.Write(header);
    }

    /// <summary>Reads header and index; the index comes back unpacked.</summary>
    public static async ValueTask<byte[]> ReadIndexAsync(RangeSource source, uint magic, int schema, CancellationToken cancellationToken)
    {
        var header = await source(0, HeaderLength, cancellationToken);
        if (header.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(header.Span) != magic)
        {
            throw new ArtefactFormatException("This is no such artefact.");
        }

        var found = BinaryPrimitives.ReadInt32LittleEndian(header.Span[4..]);
        if (found != schema)
        {
            throw new ArtefactFormatException($"The artefact has schema {found}; this program reads {schema}.");
        }

        var offset = BinaryPrimitives.ReadInt64LittleEndian(header.Span[8..]);
        var length = BinaryPrimitives.ReadInt32LittleEndian(header.Span[16..]);
        return Unpack(await source(offset, length, cancellationToken));
    }

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Unpack(ReadOnlyMemory<byte> packed)
    {
        using var source = new MemoryStream(packed.ToArray(), writable: false);
        using var brotli = new BrotliStream(source, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        try
        {
            brotli.CopyTo(plain);
        }
        catch (InvalidDataException)
        {
            throw new ArtefactFormatException("A block of the artefact is damaged.");
        }

        return plain.ToArray();
    }
}
