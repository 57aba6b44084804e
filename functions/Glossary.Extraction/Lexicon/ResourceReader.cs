using System.IO.Compression;
using System.Text;

namespace Glossary.Extraction.Lexicon;

/// <summary>Reads an embedded, Brotli-compressed resource of the library.</summary>
internal static class ResourceReader
{
    /// <summary>The unpacked bytes of a resource.</summary>
    public static byte[] Read(string name)
    {
        using var packed = typeof(ResourceReader).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not built in.");
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        brotli.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>
    /// Reads words that were written in ordinal order as the length they share with the word before, and the rest in UTF-8.
    /// </summary>
    /// <param name="bytes">The unpacked resource.</param>
    /// <param name="each">Called with each word; reads what belongs to it from the reader.</param>
    public static void ReadWords(byte[] bytes, Action<string, BinaryReader> each)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        var word = new char[256];
        Span<char> rest = stackalloc char[256];
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            var shared = reader.ReadByte();
            var length = reader.ReadByte();
            var characters = Encoding.UTF8.GetChars(reader.ReadBytes(length), rest);
            rest[..characters].CopyTo(word.AsSpan(shared));
            each(new string(word, 0, shared + characters), reader);
        }
    }
}
