using System.Globalization;

namespace Glossary.Search.Matching;

/// <summary>Place of a hit in the order of hits, the same on every instance: it does not name a document of an index.</summary>
/// <param name="Weight">How good it is; the best comes first.</param>
/// <param name="Order">Place in the alphabet.</param>
/// <param name="Id">The concept.</param>
internal readonly record struct HitPosition(float Weight, long Order, string Id)
{
    /// <summary>The position as text, for a continuation.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{BitConverter.SingleToInt32Bits(Weight):x8}{Order:x16}{Id}");

    /// <summary>Reads what <see cref="ToString"/> has written; null for anything else.</summary>
    public static HitPosition? Parse(string? text) =>
        text is { Length: > 24 }
        && int.TryParse(text.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var weight)
        && long.TryParse(text.AsSpan(8, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var order)
            ? new HitPosition(BitConverter.Int32BitsToSingle(weight), order, text[24..])
            : null;
}
