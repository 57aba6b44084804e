using Glossary.Extraction;
using Glossary.Extraction.Documents;
using Glossary.Formats.Documents;
using Glossary.Formats.Tests.Office;
using Glossary.Testing;

namespace Glossary.Formats.Tests.Reading;

/// <summary>Documents with blocks in two languages, from the bytes to the terms.</summary>
public sealed class LanguagesOfDocumentsTests
{
    private static readonly string[] English =
    [
        "The centrifugal pump is driven by an electric motor,", "and the centrifugal pump is cooled by the water.",
        "The control valve is opened by the controller if the", "flow rate of the pump is below the limit of the plant.",
    ];

    private static readonly string[] German =
    [
        "Die Kühlwasserpumpe wird von einem Motor angetrieben,", "und die Kühlwasserpumpe steht im Keller der Anlage.",
        "Der Volumenstrom wird mit einem Durchflussmesser in", "der Leitung gemessen und am Schaltschrank angezeigt.",
    ];

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a.docx")]
    public void Terms_of_a_document_in_two_languages_carry_their_own(string name)
    {
        var bytes = name == "a.pdf"
            ? RawPdf.Page(RawPdf.Lines(72, 700, English) + RawPdf.Lines(72, 600, German) + RawPdf.Lines(72, 500, English))
            : OfficeFiles.Docx(string.Concat(new[] { English, German, English }.Select(lines => OfficeFiles.Paragraph(OfficeFiles.Run(string.Join(' ', lines))))));
        var result = Extract(bytes, name);

        Assert.Equal("en", result.Language);
        Assert.Equal("en", result.Candidates.Single(candidate => candidate.Text == "centrifugal pump").Language);
        Assert.Equal("de", result.Candidates.Single(candidate => candidate.Text == "Kühlwasserpumpe").Language);
        Assert.Equal("de", result.Candidates.Single(candidate => candidate.Text == "Durchflussmesser").Language);
        Assert.DoesNotContain(result.Candidates, candidate => candidate.Language == "de" && candidate.Text.Contains("pump ", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_and_dates_written_as_text_in_a_sheet_are_no_terms()
    {
        string[] cells = ["12.05.2024", "2024-05-12", "3,5", "17", "5 %", "centrifugal pump"];
        var rows = string.Concat(cells.Select((cell, index) => $"<row r=\"{index + 1}\"><c r=\"A{index + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c></row>"));
        var texts = Extract(OfficeFiles.Xlsx("", ("Parts", "", rows)), "a.xlsx").Candidates.Select(candidate => candidate.Text).ToList();
        Assert.Contains("centrifugal pump", texts);
        Assert.DoesNotContain(texts, text => text.Any(char.IsAsciiDigit));
    }

    private static ExtractionResult Extract(byte[] bytes, string name)
    {
        var document = DocumentReader.Read(new MemoryStream(bytes), name, ReadLimits.Default, null, TestContext.Current.CancellationToken);
        return TermExtractor.Extract(
            new DocumentText([.. document.Pages.Select(page => page.Content)]), ExtractionOptions.Exhaustive, cancellationToken: TestContext.Current.CancellationToken);
    }
}
