using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Lucene.Net.Util;

namespace Glossary.Search.Matching;

/// <summary>
/// Place of a hit in the order of hits, the same on every instance and in every index: a weight, and then the name and the id in the order
/// of their bytes.
/// </summary>
/// <param name="Weight">How good it is; the best comes first.</param>
/// <param name="Place">Name and id, parted by <see cref="Separator"/>.</param>
internal sealed record HitPosition(float Weight, BytesRef Place)
{
    /// <summary>Parts name and id; a name that another one begins with comes before it.</summary>
    public const byte Separator = 0;

    /// <summary>The first eight bytes of a place as a number that has the same order.</summary>
    public static long OrderOf(ReadOnlySpan<byte> place)
    {
        Span<byte> first = stackalloc byte[sizeof(ulong)];
        first.Clear();
        place[..Math.Min(place.Length, first.Length)].CopyTo(first);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(first) ^ (1UL << 63));
    }

    /// <summary>The position as text, for a continuation.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{BitConverter.SingleToInt32Bits(Weight):x8}{Place.Utf8ToString()}");

    /// <summary>Reads what <see cref="ToString"/> has written; null for anything else.</summary>
    public static HitPosition? Parse(string? text) =>
        text is { Length: > 8 } && int.TryParse(text.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var weight)
            ? new HitPosition(BitConverter.Int32BitsToSingle(weight), new BytesRef(Encoding.UTF8.GetBytes(text[8..])))
            : null;
}
