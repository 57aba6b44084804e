namespace Glossary.Samples;

/// <summary>The sample documents: an operating manual for a bioreactor in English and in German, which say the same.</summary>
public static class SampleSet
{
    /// <summary>Every file with its name.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> All()
    {
        foreach (var language in new[] { "en", "de" })
        {
            var manual = Manual.Read(language);
            yield return ($"bioreactor-manual.{language}.pdf", new PdfManual(manual).Write());
            yield return ($"bioreactor-manual.{language}.docx", DocxManual.Write(manual));
            yield return ($"bioreactor-manual.{language}.xlsx", XlsxManual.Write(manual));
        }
    }
}
