using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Glossary.Formats.Pdf;

/// <summary>A page as its content stream draws it: characters alone, without paths and pictures, which cost as much and say nothing here.</summary>
/// <param name="Glyphs">Characters in the order in which they are drawn.</param>
/// <param name="Width">Points, as shown.</param>
/// <param name="Height">Points, as shown.</param>
internal sealed record GlyphPage(List<DrawnGlyph> Glyphs, double Width, double Height);

/// <summary>Makes a <see cref="GlyphPage"/> of each page that PdfPig reads.</summary>
internal sealed class GlyphPageFactory(
    IPdfTokenScanner pdfScanner, IResourceStore resourceStore, ILookupFilterProvider filterProvider, IPageContentParser pageContentParser, ParsingOptions parsingOptions)
    : BasePageFactory<GlyphPage>(pdfScanner, resourceStore, filterProvider, pageContentParser, parsingOptions)
{
    /// <inheritdoc />
    protected override GlyphPage ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var shown = mediaBox.Bounds.Intersect(cropBox.Bounds) ?? cropBox.Bounds;
        var (width, height) = rotation.SwapsAxis ? (shown.Height, shown.Width) : (shown.Width, shown.Height);
        var processor = new GlyphProcessor(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions);
        return new GlyphPage(processor.Process(pageNumber, operations), width, height);
    }
}
