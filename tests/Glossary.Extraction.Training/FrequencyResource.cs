using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Training;

/// <summary>
/// Makes the table of general-language frequencies from wordfreq's list: MessagePack, an array of a header and one array of words
/// for each centibel, the most frequent first.
/// </summary>
internal static class FrequencyResource
{
    public static void Build(string source, string target, int most)
    {
        var words = new Dictionary<string, byte>(StringComparer.Ordinal);
        using (var file = new GZipStream(File.OpenRead(source), CompressionMode.Decompress))
        using (var plain = new MemoryStream())
        {
            file.CopyTo(plain);
            Read(plain.ToArray(), words, most);
        }

        ResourceWriter.WriteWords(target, words, (writer, steps) => writer.Write(steps));
        Console.WriteLine($"{Path.GetFileName(target)}: {words.Count:N0} words, {new FileInfo(target).Length:N0} bytes");
    }

    private static void Read(ReadOnlySpan<byte> bytes, Dictionary<string, byte> words, int most)
    {
        var at = 0;
        var levels = ReadArrayLength(bytes, ref at);
        SkipHeader(bytes, ref at);
        for (var centibels = 0; centibels < levels - 1 && words.Count < most; centibels++)
        {
            for (var count = ReadArrayLength(bytes, ref at); count > 0; count--)
            {
                var word = ReadText(bytes, ref at);
                if (word.Any(char.IsLetter))
                {
                    words.TryAdd(word, (byte)Math.Min(byte.MaxValue, centibels / FrequencyTable.Step));
                }
            }
        }
    }

    private static int ReadArrayLength(ReadOnlySpan<byte> bytes, ref int at)
    {
        var type = bytes[at++];
        if ((type & 0xF0) == 0x90)
        {
            return type & 0x0F;
        }

        var length = type switch
        {
            0xDC => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]),
            0xDD => (int)BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]),
            _ => throw new InvalidDataException($"Not an array: {type:X2}"),
        };
        at += type == 0xDC ? 2 : 4;
        return length;
    }

    // The header is a map of two short texts to a short text and a small number.
    private static void SkipHeader(ReadOnlySpan<byte> bytes, ref int at)
    {
        at++;
        ReadText(bytes, ref at);
        ReadText(bytes, ref at);
        ReadText(bytes, ref at);
        at++;
    }

    private static string ReadText(ReadOnlySpan<byte> bytes, ref int at)
    {
        var type = bytes[at++];
        var length = (type & 0xE0) == 0xA0 ? type & 0x1F
            : type == 0xD9 ? bytes[at++]
            : throw new InvalidDataException($"Not a text: {type:X2}");
        var text = Encoding.UTF8.GetString(bytes.Slice(at, length));
        at += length;
        return text;
    }
}
