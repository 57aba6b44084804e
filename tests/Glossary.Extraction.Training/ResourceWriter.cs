using System.IO.Compression;
using System.Text;

namespace Glossary.Extraction.Training;

/// <summary>Writes what the library's ResourceReader reads.</summary>
internal static class ResourceWriter
{
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.Create(path);
        using var brotli = new BrotliStream(file, CompressionLevel.SmallestSize);
        brotli.Write(bytes);
    }

    /// <summary>Words in ordinal order, each as the length it shares with the one before and its rest, and what belongs to it.</summary>
    public static void WriteWords<T>(string path, IEnumerable<KeyValuePair<string, T>> words, Action<BinaryWriter, T> each)
    {
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            // The rest is stored in a byte each for its lengths.
            var sorted = words.Where(pair => pair.Key.Length < 120).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
            writer.Write7BitEncodedInt(sorted.Count);
            var last = string.Empty;
            foreach (var (word, value) in sorted)
            {
                var shared = word.AsSpan().CommonPrefixLength(last);
                if (shared > 0 && char.IsHighSurrogate(word[shared - 1]))
                {
                    shared--;
                }

                var rest = Encoding.UTF8.GetBytes(word[shared..]);
                writer.Write((byte)shared);
                writer.Write((byte)rest.Length);
                writer.Write(rest);
                each(writer, value);
                last = word;
            }
        }

        Write(path, plain.ToArray());
    }
}
