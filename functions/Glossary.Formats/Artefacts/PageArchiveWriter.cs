using System.Text;
using Glossary.Extraction;
using Glossary.Formats.Documents;

namespace Glossary.Formats.Artefacts;

/// <summary>Writes the pages of a document, each compressed by itself, with an index by page number.</summary>
public sealed class PageArchiveWriter(Stream stream) : IDisposable
{
    internal const uint Magic = 0x47504147; // "GAPG"
    internal const int Schema = 2;

    private readonly List<(int Number, long Offset, int Length)> index = [];
    private bool started;

    /// <summary>Appends a page. Page numbers ascend.</summary>
    public void Write(ReadPage page, IReadOnlyList<SentenceSpan> sentences)
    {
        Start();
        var packed = BlockFile.Pack(Encode(page, sentences));
        index.Add((page.Content.Number, stream.Position, packed.Length));
        stream.Write(packed);
    }

    /// <summary>Writes the index and completes the header.</summary>
    public void Dispose()
    {
        Start();
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(index.Count);
            foreach (var (number, offset, length) in index)
            {
                writer.Write7BitEncodedInt(number);
                writer.Write7BitEncodedInt64(offset);
                writer.Write7BitEncodedInt(length);
            }
        }

        var packed = BlockFile.Pack(plain.GetBuffer().AsSpan(0, (int)plain.Length));
        var at = stream.Position;
        stream.Write(packed);
        stream.Position = 0;
        BlockFile.WriteHeader(stream, Magic, Schema, at, packed.Length);
        stream.Position = stream.Length;
        stream.Flush();
    }

    private void Start()
    {
        if (!started)
        {
            started = true;
            BlockFile.WriteHeader(stream, Magic, Schema, 0, 0);
        }
    }

    private static byte[] Encode(ReadPage page, IReadOnlyList<SentenceSpan> sentences)
    {
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(page.Content.Number);
            // UTF-16 as it is: a lone surrogate of a broken font survives, and with it every offset.
            writer.Write7BitEncodedInt(page.Content.Text.Length);
            foreach (var character in page.Content.Text)
            {
                writer.Write7BitEncodedInt(character);
            }

            writer.Write(page.Anchor is not null);
            writer.Write(page.Anchor ?? string.Empty);
            var labels = page.Labels ?? [];
            writer.Write7BitEncodedInt(labels.Count);
            foreach (var label in labels)
            {
                writer.Write(label);
            }

            var last = 0;
            writer.Write7BitEncodedInt(page.Content.Segments.Count);
            foreach (var segment in page.Content.Segments)
            {
                writer.Write7BitEncodedInt(segment.Start - last);
                writer.Write7BitEncodedInt(segment.Length);
                writer.Write((byte)segment.Kind);
                last = segment.Start;
            }

            last = 0;
            writer.Write7BitEncodedInt(sentences.Count);
            foreach (var sentence in sentences)
            {
                writer.Write7BitEncodedInt(sentence.Start - last);
                writer.Write7BitEncodedInt(sentence.Length);
                last = sentence.Start;
            }

            last = 0;
            writer.Write7BitEncodedInt(page.Words.Count);
            foreach (var word in page.Words)
            {
                writer.Write7BitEncodedInt(word.Start - last);
                writer.Write7BitEncodedInt(word.Length);
                writer.Write(word.Left);
                writer.Write(word.Top);
                writer.Write(word.Width);
                writer.Write(word.Height);
                last = word.Start;
            }
        }

        return plain.ToArray();
    }
}
