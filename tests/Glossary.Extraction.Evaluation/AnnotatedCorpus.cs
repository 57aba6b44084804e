using Glossary.Extraction.Documents;
using Glossary.Extraction.Language;
using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Evaluation;

/// <summary>A folder of texts with the terms that people found in them.</summary>
/// <param name="Name">Name of the folder.</param>
/// <param name="Text">The texts as one document, a page each.</param>
/// <param name="Terms">Comparable forms of the terms.</param>
/// <param name="TermsAndNames">The same with the named entities.</param>
internal sealed record AnnotatedCorpus(string Name, DocumentText Text, IReadOnlySet<string> Terms, IReadOnlySet<string> TermsAndNames)
{
    /// <summary>What is known of its language.</summary>
    public LanguageData Language { get; } = LanguageDetector.Detect(Text) == "de" ? LanguageData.German : LanguageData.English;

    /// <summary>Reads <c>texts/*.txt</c>, <c>gold/*_terms.tsv</c> and <c>gold/*_terms_nes.tsv</c>.</summary>
    /// <exception cref="EvaluationException">The folder lacks one of them.</exception>
    public static AnnotatedCorpus Read(string folder)
    {
        var texts = Files(folder, "texts", "*.txt");
        return new AnnotatedCorpus(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
            new DocumentText([.. texts.Select((path, index) => PlainText.Page(index + 1, File.ReadAllText(path)))]),
            Forms(Files(folder, "gold", "*_terms.tsv")),
            Forms(Files(folder, "gold", "*_terms_nes.tsv")));
    }

    private static string[] Files(string folder, string part, string pattern)
    {
        var path = Path.Combine(folder, part);
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal)] : [];
        return files.Length > 0 ? files : throw new EvaluationException($"{folder} has no {part}/{pattern}.");
    }

    // A line is a form and its label.
    private static HashSet<string> Forms(string[] files) => files
        .SelectMany(File.ReadLines)
        .Select(line => ComparableForm.Of(line.Split('\t')[0]))
        .Where(form => form.Length > 0)
        .ToHashSet(StringComparer.Ordinal);
}

/// <summary>What is given can't be evaluated; the message says why.</summary>
internal sealed class EvaluationException(string message) : Exception(message);
