using System.IO.Compression;
using System.Text;

namespace Glossary.Extraction.Lexicon;

/// <summary>Reads an embedded, Brotli-compressed resource of the library.</summary>
internal static class ResourceReader
{
    private const int LongestWord = 256;
    private const int UsualRatio = 5;

    /// <summary>Takes a word and the offset of what belongs to it; returns the offset behind that.</summary>
    public delegate int WordTaker(ReadOnlySpan<char> word, int at);

    /// <summary>The unpacked bytes of a resource; what is behind them in the array is unused.</summary>
    public static byte[] Read(string name)
    {
        using var packed = Open(name);
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream((int)packed.Length * UsualRatio);
        brotli.CopyTo(plain);
        return plain.GetBuffer();
    }

    /// <summary>Unpacks a resource of a known length.</summary>
    public static void Read(string name, Span<byte> target)
    {
        using var packed = Open(name);
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        brotli.ReadExactly(target);
    }

    /// <summary>Number of words of an unpacked list.</summary>
    public static int CountOf(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        return ReadNumber(bytes, ref at);
    }

    /// <summary>
    /// Reads words that were written in ordinal order as the length they share with the word before, and the rest in UTF-8.
    /// </summary>
    /// <param name="bytes">The unpacked resource.</param>
    /// <param name="take">Called with each word.</param>
    public static void ReadWords(ReadOnlySpan<byte> bytes, WordTaker take)
    {
        Span<char> word = stackalloc char[LongestWord];
        var at = 0;
        for (var count = ReadNumber(bytes, ref at); count > 0; count--)
        {
            int shared = bytes[at];
            int length = bytes[at + 1];
            var letters = Encoding.UTF8.GetChars(bytes.Slice(at + 2, length), word[shared..]);
            at = take(word[..(shared + letters)], at + 2 + length);
        }
    }

    /// <summary>A number as <see cref="BinaryWriter.Write7BitEncodedInt"/> writes it.</summary>
    public static int ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (number, shift) = (0, 0);
        int part;
        do
        {
            part = bytes[at++];
            number |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part >= 0x80);

        return number;
    }

    private static Stream Open(string name) => typeof(ResourceReader).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The resource {name} is not built in.");
}
