using Glossary.Formats.Documents;

namespace Glossary.Formats.Pdf;

/// <summary>A word on a page as drawn: characters without a gap between them.</summary>
/// <param name="Text">Its characters, ligatures written out.</param>
/// <param name="Left">Points from the left edge of the page as shown.</param>
/// <param name="Right">Points from the left edge.</param>
/// <param name="Top">Points from the bottom edge.</param>
/// <param name="Bottom">Points from the bottom edge.</param>
internal readonly record struct PdfWord(string Text, double Left, double Right, double Top, double Bottom)
{
    /// <summary>The box of a part of the page text.</summary>
    public WordBox ToBox(int start, int length, double pageWidth, double pageHeight) => new(
        start,
        length,
        Share(Left, pageWidth),
        Share(pageHeight - Top, pageHeight),
        Share(Right - Left, pageWidth),
        Share(Top - Bottom, pageHeight));

    private static short Share(double value, double whole) => (short)Math.Clamp(Math.Round(value / whole * 10_000), 0, 10_000);
}
