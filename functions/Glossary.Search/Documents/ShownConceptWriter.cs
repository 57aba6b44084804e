using System.Buffers.Binary;
using System.Text;
using Glossary.App.Kernel.Termbases;

namespace Glossary.Search.Documents;

/// <summary>Writes what <see cref="ShownConcept"/> reads, into the same buffer each time.</summary>
internal sealed class ShownConceptWriter
{
    private byte[] buffer = new byte[4096];

    /// <summary>How many bytes the last concept has.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes of the last concept, and others behind them.</summary>
    public byte[] Buffer => buffer;

    /// <summary>Writes a concept over the one before.</summary>
    public void Write(Concept concept)
    {
        Length = 0;
        var head = concept.Head;
        var frequency = 0;
        foreach (var term in concept.Terms)
        {
            frequency += term.Frequency;
        }

        Text(concept.Id);
        Number((int)concept.State);
        Number((int)head.Type);
        Long(BitConverter.DoubleToInt64Bits(concept.Score));
        Number(frequency);
        Number(concept.Documents);
        Rejection(concept.Rejection);
        Text(head.FullForm);
        Text(head.Abbreviation);
        Number(concept.Tags?.Count ?? 0);
        foreach (var tag in concept.Tags ?? [])
        {
            Text(tag);
        }

        Number(concept.Terms.Count);
        foreach (var term in concept.Terms)
        {
            Text(term.Language);
            Text(term.Text);
        }

        Number(concept.Definitions.Count);
        foreach (var definition in concept.Definitions)
        {
            Text(definition.Text);
        }

        Text(concept.Note);
        Text(concept.SubjectField);
        Number(concept.CustomFields.Count);
        foreach (var (_, value) in concept.CustomFields)
        {
            Text(value);
        }
    }

    private void Rejection(Rejection? rejection)
    {
        Number(rejection is null ? 0 : 1);
        if (rejection is not null)
        {
            Number((int)rejection.Reason);
            Text(rejection.Note);
            Text(rejection.By);
            Long(rejection.At.UtcTicks);
        }
    }

    private void Number(int value)
    {
        Reserve(5);
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            buffer[Length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        buffer[Length++] = (byte)rest;
    }

    private void Long(long value)
    {
        Reserve(8);
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(Length), value);
        Length += 8;
    }

    private void Text(string? text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text ?? string.Empty);
        Number(bytes);
        Reserve(bytes);
        Length += Encoding.UTF8.GetBytes(text ?? string.Empty, buffer.AsSpan(Length));
    }

    private void Reserve(int bytes)
    {
        if (Length + bytes > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + bytes));
        }
    }
}
