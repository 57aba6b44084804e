using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Glossary.Formats.Pdf;

/// <summary>A character as drawn, before its page is turned upright.</summary>
/// <param name="Text">What it stands for.</param>
/// <param name="IsGuess">Whether neither font nor file says what it stands for, so that its code was taken for it.</param>
/// <param name="Start">Start on the baseline.</param>
/// <param name="End">Where the next one would start.</param>
/// <param name="Direction">Quarter turns against the clock that its line is turned by; negative where it is none.</param>
/// <param name="Size">Font size as shown.</param>
/// <param name="IsBold">Whether the font is bold.</param>
internal readonly record struct DrawnGlyph(string Text, bool IsGuess, PdfPoint Start, PdfPoint End, int Direction, double Size, bool IsBold);

/// <summary>Runs the operators of a page for the sake of its characters.</summary>
internal sealed class GlyphProcessor(
    int pageNumber,
    IResourceStore resourceStore,
    IPdfTokenScanner pdfScanner,
    IPageContentParser pageContentParser,
    ILookupFilterProvider filterProvider,
    CropBox cropBox,
    UserSpaceUnit userSpaceUnit,
    PageRotationDegrees rotation,
    TransformationMatrix initialMatrix,
    ParsingOptions parsingOptions)
    : BaseStreamProcessor<List<DrawnGlyph>>(
        pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, in initialMatrix, parsingOptions)
{
    // Text whose line slopes by less than this (8 degrees) is read as if it were level.
    private const double Slope = 0.14;

    private readonly List<DrawnGlyph> glyphs = [];
    private IFont? lastFont;
    private bool isBold;

    /// <inheritdoc />
    public override List<DrawnGlyph> Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        return glyphs;
    }

    /// <inheritdoc />
    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        if (!ReferenceEquals(font, lastFont))
        {
            lastFont = font;
            isBold = font.Details?.IsBold is true || font.Name?.Data.Contains("Bold", StringComparison.OrdinalIgnoreCase) is true;
        }

        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var unit = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(1, 0))));
        var (x, y) = (unit.X - start.X, unit.Y - start.Y);
        var width = characterBoundingBox.Width;
        glyphs.Add(new DrawnGlyph(
            unicode, IsGuess(font, code, unicode), start, new PdfPoint(start.X + (x * width), start.Y + (y * width)), Direction(x, y), pointSize, isBold));
    }

    private static int Direction(double x, double y)
    {
        var (across, up) = (Math.Abs(x), Math.Abs(y));
        return up <= Slope * across ? (x >= 0 ? 0 : 2)
            : across <= Slope * up ? (y > 0 ? 1 : 3)
            : -1;
    }

    // A code taken for a character is right in simple fonts, whose codes are mostly ASCII, and wrong where codes number the glyphs of a font.
    private static bool IsGuess(IFont font, int code, string unicode) =>
        unicode.Length == 1 && unicode[0] == code && font.GetType().Name.StartsWith("Type0", StringComparison.Ordinal)
        && !font.TryGetUnicode(code, out _);

    /// <inheritdoc />
    public override void BeginSubpath()
    {
    }

    /// <inheritdoc />
    public override PdfPoint? CloseSubpath() => null;

    /// <inheritdoc />
    public override void StrokePath(bool close)
    {
    }

    /// <inheritdoc />
    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    /// <inheritdoc />
    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    /// <inheritdoc />
    public override void MoveTo(double x, double y)
    {
    }

    /// <inheritdoc />
    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    /// <inheritdoc />
    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    /// <inheritdoc />
    public override void LineTo(double x, double y)
    {
    }

    /// <inheritdoc />
    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    /// <inheritdoc />
    public override void EndPath()
    {
    }

    /// <inheritdoc />
    public override void ClosePath()
    {
    }

    /// <inheritdoc />
    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    /// <inheritdoc />
    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    /// <inheritdoc />
    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    /// <inheritdoc />
    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    /// <inheritdoc />
    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    /// <inheritdoc />
    public override void EndMarkedContent()
    {
    }

    /// <inheritdoc />
    public override void PaintShading(NameToken shadingName)
    {
    }
}
