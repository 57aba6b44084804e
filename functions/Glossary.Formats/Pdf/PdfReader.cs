using System.Globalization;
using Glossary.Formats.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Glossary.Formats.Pdf;

/// <summary>Reads PDF: the places of the letters come from PdfPig, lines, columns, order and repairs are ours.</summary>
internal sealed class PdfReader : IDocumentFormat
{
    private const int MostNamed = 100;

    // To open a document costs a worker as much as some pages.
    private const int LeastPagesOfWorker = 8;
    private const int MostWorkers = 4;

    /// <inheritdoc />
    public string MediaType => "application/pdf";

    /// <inheritdoc />
    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc />
    public bool Matches(ReadOnlySpan<byte> head) => head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <inheritdoc />
    public ReadDocument Read(byte[] bytes, ReadLimits limits, IProgress<(int Page, int Pages)>? progress, CancellationToken cancellationToken)
    {
        var layouts = ReadLayouts(bytes, limits, progress, cancellationToken, out var failed);
        return Assemble(layouts, failed);
    }

    // The parser's own objects are gone when this returns: they take more memory than the text.
    private static PdfPageLayout?[] ReadLayouts(
        byte[] bytes, ReadLimits limits, IProgress<(int Page, int Pages)>? progress, CancellationToken cancellationToken, out List<int> failed)
    {
        using var opened = Open(bytes);
        var count = PageCount(opened);
        if (count > limits.MaximumPages)
        {
            throw new DocumentRefusedException(RefusalCodes.TooManyPages, string.Create(
                CultureInfo.InvariantCulture, $"The document has {count:N0} pages; {limits.MaximumPages:N0} are allowed. Split it into parts."));
        }

        var layouts = new PdfPageLayout?[count];
        failed = [];
        ReadLayouts(opened, bytes, layouts, failed, limits, progress, cancellationToken);
        return layouts;
    }

    private static int PageCount(PdfDocument document)
    {
        if (document.NumberOfPages > 0)
        {
            return document.NumberOfPages;
        }

        // A tree that says it has pages, and has none that can be reached, is broken.
        throw HasPageTree(document)
            ? Damaged(null)
            : new DocumentRefusedException(RefusalCodes.EmptyFile, "The document has no pages. Save it anew from its own program, and upload it again.");
    }

    private static bool HasPageTree(PdfDocument document) =>
        document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Pages, out var pages)
        && (pages is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : pages) is DictionaryToken tree
        && tree.TryGet(NameToken.Kids, out ArrayToken kids) && kids.Length > 0;

    private static DocumentRefusedException Damaged(Exception? exception) => new(
        RefusalCodes.Damaged, "The document is damaged and can't be opened. Open it in its own program, save it anew, and upload it again.", exception);

    private static PdfDocument Open(byte[] bytes)
    {
        try
        {
            var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            document.AddPageFactory<GlyphPage, GlyphPageFactory>();
            return document;
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new DocumentRefusedException(
                RefusalCodes.PasswordProtected, "The document is protected by a password. Remove the protection in its own program, and upload it again.", exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parser meets whatever a broken file holds with whatever exception comes first.
            throw Damaged(exception);
        }
    }

    // A parsed document serves one thread; each worker has its own over the same bytes and takes the next page that nobody has taken.
    private static void ReadLayouts(
        PdfDocument opened,
        byte[] bytes,
        PdfPageLayout?[] layouts,
        List<int> failed,
        ReadLimits limits,
        IProgress<(int Page, int Pages)>? progress,
        CancellationToken cancellationToken)
    {
        var workers = Math.Clamp(layouts.Length / LeastPagesOfWorker, 1, Math.Min(MostWorkers, Environment.ProcessorCount));
        var next = 0;
        var done = 0;
        long characters = 0;
        var gate = new Lock();
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken }, worker =>
        {
            using var another = worker == 0 ? null : Open(bytes);
            var spellings = new Spellings();
            int index;
            while ((index = Interlocked.Increment(ref next) - 1) < layouts.Length)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var layout = TryRead(another ?? opened, index + 1, spellings);
                layouts[index] = layout;
                lock (gate)
                {
                    if (layout is null)
                    {
                        failed.Add(index + 1);
                    }

                    progress?.Report((++done, layouts.Length));
                }

                if (Interlocked.Add(ref characters, layout?.Characters ?? 0) > limits.MaximumCharacters)
                {
                    throw new DocumentRefusedException(RefusalCodes.TooMuchText, string.Create(
                        CultureInfo.InvariantCulture, $"The document has more than {limits.MaximumCharacters:N0} characters. Split it into parts."));
                }
            }
        });
    }

    private static PdfPageLayout? TryRead(PdfDocument document, int number, Spellings spellings)
    {
        try
        {
            var repairs = new RepairCounts();
            var glyphs = GlyphReader.Read(document.GetPage<GlyphPage>(number), repairs, out var width, out var height);
            return new PdfPageLayout(number, width, height, ReadingOrder.Of(LineReader.Read(glyphs, spellings, repairs), repairs), repairs);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            // One broken page does not spoil the others; the report names it.
            return null;
        }
    }

    private static ReadDocument Assemble(PdfPageLayout?[] layouts, List<int> failed)
    {
        failed.Sort();
        var pages = layouts.OfType<PdfPageLayout>().ToList();
        var empty = pages.Where(page => page.Rows.Count == 0).Select(page => page.Number).ToList();
        if (pages.Count == 0)
        {
            throw new DocumentRefusedException(
                RefusalCodes.Damaged, "No page of the document can be read. Open it in its own program, save it anew, and upload it again.");
        }

        if (empty.Count == pages.Count)
        {
            throw new DocumentRefusedException(
                RefusalCodes.NoTextLayer,
                $"The pages ({Range(empty)}) are pictures without text, as a scanner makes them. Run text recognition (OCR) over the document, and upload it again.");
        }

        var repairs = new RepairCounts();
        pages.ForEach(page => repairs.Add(page.Repairs));

        var assembler = new PageAssembler(new LineRole(BodySize(pages)), RunningHeads.Find(pages), new LineEndHyphens(pages), repairs);
        Array.Clear(layouts);
        var read = new List<ReadPage>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            read.Add(assembler.Assemble(pages[i]));
            // A page's words are let go as its text is made.
            pages[i] = null!;
        }

        var report = new ReadReport(layouts.Length, [.. failed.Take(MostNamed)], [.. empty.Take(MostNamed)], repairs.ToReport());
        return new ReadDocument("application/pdf", read, report);
    }

    private static string Range(List<int> numbers) => numbers.Count == 1
        ? numbers[0].ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{numbers[0]}–{numbers[^1]}");

    // The size that most characters have.
    private static double BodySize(List<PdfPageLayout> pages)
    {
        var sizes = new Dictionary<double, int>();
        foreach (var line in pages.SelectMany(page => page.Rows).SelectMany(row => row.Lines))
        {
            var size = Math.Round(line.Size * 2) / 2;
            sizes[size] = sizes.GetValueOrDefault(size) + line.Text.Length;
        }

        return sizes.Count == 0 ? 10 : sizes.MaxBy(pair => pair.Value).Key;
    }
}
