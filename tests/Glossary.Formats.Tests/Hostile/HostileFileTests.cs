using System.Text;
using CsCheck;
using Glossary.Extraction;
using Glossary.Formats.Documents;
using Glossary.Reader;
using Glossary.Samples;
using Glossary.Testing;

namespace Glossary.Formats.Tests.Hostile;

public sealed class HostileFileTests
{
    public static TheoryData<string> Names => [.. HostileFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_refused_with_its_code_and_a_sentence(string name)
    {
        var (fileName, bytes, code) = HostileFiles.All[name];

        var refused = Assert.Throws<DocumentRefusedException>(() => Read(bytes(), fileName));

        Assert.Equal(code, refused.Code);
        Assert.Contains(code, RefusalCodes.Meanings.Keys);
        Assert.EndsWith(".", refused.Message);
        Assert.DoesNotContain("Exception", refused.Message);
    }

    [Fact]
    public void A_file_over_a_limit_is_refused_before_it_is_read()
    {
        var bytes = SampleBytes("en");
        Assert.Equal(RefusalCodes.FileTooLarge, Refusal(bytes, new ReadLimits { MaximumBytes = bytes.Length - 1 }));
        Assert.Equal(RefusalCodes.TooManyPages, Refusal(bytes, new ReadLimits { MaximumPages = 4 }));
        Assert.Equal(RefusalCodes.TooMuchText, Refusal(bytes, new ReadLimits { MaximumCharacters = 1_000 }));
        Assert.Equal(5, Read(bytes, "a.pdf", new ReadLimits { MaximumBytes = bytes.Length, MaximumPages = 5 }).Pages.Count);
    }

    [Fact]
    public void A_page_that_is_broken_spoils_no_other_and_is_named()
    {
        var good = RawPdf.Lines(72, 700, "The pump is sealed.");
        var document = Read(
            RawPdf.Write(
                string.Empty,
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 6 0 R >> >> /Contents 5 0 R >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 9 0 R /Contents 7 0 R >>",
                $"<< /Length {good.Length} >>\nstream\n{good}\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                "<< /Length 9 /Filter /FlateDecode >>\nstream\nnot zlib!\nendstream"),
            "a.pdf");

        Assert.Equal(2, document.Report.Pages);
        Assert.Contains(document.Pages, page => page.Content.Text.Contains("The pump is sealed."));
        Assert.Equal([2], document.Report.FailedPages.Concat(document.Report.PagesWithoutText).Distinct());
    }

    [Fact]
    public void A_link_that_a_person_has_to_click_is_no_danger()
    {
        var bytes = HostileFiles.Zip(
            ("word/_rels/document.xml.rels", HostileFiles.Relationship("hyperlink", "https://example.org/")),
            ("word/_rels/settings.xml.rels", HostileFiles.Relationship("attachedTemplate", "file:///C:/Templates/House.dotx")));
        Assert.NotEqual(RefusalCodes.UnsafeArchive, Assert.Throws<DocumentRefusedException>(() => Read(bytes, "a.docx")).Code);
    }

    [Fact]
    public void Reading_stops_when_it_is_no_longer_wanted()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            DocumentReader.Read(new MemoryStream(SampleBytes("en")), "a.pdf", ReadLimits.Default, null, stop.Token));
    }

    // In the child process, because a parser that is driven mad may end its process or never come back.
    [Fact]
    public async Task A_document_with_damaged_bytes_is_read_or_refused()
    {
        var folder = Directory.CreateTempSubdirectory("glossary-fuzz-");
        try
        {
            var original = SampleBytes("en");
            var reader = new ReaderProcess(new ReaderProcessLimits { MaximumTime = TimeSpan.FromSeconds(30) }, TimeProvider.System);
            await Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte).Array[1, 60].SampleAsync(
                async damages =>
                {
                    var bytes = original.ToArray();
                    foreach (var (at, value) in damages)
                    {
                        bytes[at] = value;
                    }

                    var own = folder.CreateSubdirectory(Path.GetRandomFileName());
                    var input = Path.Combine(own.FullName, "input");
                    await File.WriteAllBytesAsync(input, bytes, TestContext.Current.CancellationToken);
                    try
                    {
                        await reader.ReadAsync(
                            new ReadingRequest(input, "a.pdf", own.FullName, ReadLimits.Default, ExtractionOptions.Default), null,
                            TestContext.Current.CancellationToken);
                    }
                    catch (DocumentRefusedException refused)
                    {
                        Assert.Contains(refused.Code, RefusalCodes.Meanings.Keys);
                    }
                },
                seed: "0000KPm7B3l1", iter: 24, threads: 2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void An_archive_of_damaged_bytes_is_refused_in_words()
    {
        var original = HostileFiles.ZipBytes(("word/document.xml", Encoding.UTF8.GetBytes("<x>" + string.Join(' ', Enumerable.Range(0, 500)) + "</x>")));
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte).Array[1, 8].Sample(damages =>
        {
            var bytes = original.ToArray();
            foreach (var (at, value) in damages)
            {
                bytes[at] = value;
            }

            try
            {
                Read(bytes, "a.docx");
            }
            catch (DocumentRefusedException)
            {
                // In words; anything else fails the test.
            }
        });
    }

    private static byte[] SampleBytes(string language) => SampleSet.All().Single(sample => sample.Name == $"bioreactor-manual.{language}.pdf").Bytes;

    private static string Refusal(byte[] bytes, ReadLimits limits) =>
        Assert.Throws<DocumentRefusedException>(() => Read(bytes, "a.pdf", limits)).Code;

    private static ReadDocument Read(byte[] bytes, string fileName, ReadLimits? limits = null) =>
        DocumentReader.Read(new MemoryStream(bytes), fileName, limits ?? ReadLimits.Default, null, TestContext.Current.CancellationToken);
}
