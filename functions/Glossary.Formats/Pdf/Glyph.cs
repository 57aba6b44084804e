namespace Glossary.Formats.Pdf;

/// <summary>A drawn character (or ligature) with its place, in points from the bottom left corner of the page as shown.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Left">Where it starts on the baseline.</param>
/// <param name="Right">Where the next one would start.</param>
/// <param name="Baseline">Height of the baseline.</param>
/// <param name="Size">Font size as shown.</param>
/// <param name="IsBold">Whether the font is bold.</param>
/// <param name="Order">When it was drawn.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size, bool IsBold, int Order)
{
    // What fonts reach above and below the baseline; the drawn outline of an "a" says nothing of it.
    private const double Ascent = 0.76;
    private const double Descent = 0.22;

    public double Top => Baseline + (Ascent * Size);

    public double Bottom => Baseline - (Descent * Size);

    /// <summary>Whether a drawn space stands before it.</summary>
    public bool FollowsSpace { get; init; }

    /// <summary>Whether it opens a text that is drawn over the end of the one before.</summary>
    public bool OpensText { get; init; }

    public bool IsSpace => string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether it is one of the dots that lead to a page number.</summary>
    public bool IsLeader => Text is "." or "·" or "…" or "_";
}
