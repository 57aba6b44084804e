using Glossary.Extraction.Analysis;
using Glossary.Extraction.Tagging;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Evaluation.Baselines;

/// <summary>A form that is made like a noun phrase, with its counts: what the statistical baselines rank.</summary>
/// <param name="form">The form.</param>
internal sealed class NounPhrase(string form)
{
    private const int MostWords = 6;

    private readonly HashSet<string> containers = new(StringComparer.Ordinal);
    private readonly HashSet<int> pages = [];

    public string Form { get; } = form;

    public string[] Words { get; } = form.Split(' ');

    public int Frequency { get; private set; }

    /// <summary>Occurrences inside a longer phrase.</summary>
    public int Nested { get; private set; }

    /// <summary>Longer phrases that it stands in.</summary>
    public int Containers => containers.Count;

    /// <summary>Pages that it stands on.</summary>
    public int Pages => pages.Count;

    /// <summary>All noun phrases of a corpus: adjectives and nouns up to a noun, in ordinal order.</summary>
    public static IReadOnlyList<NounPhrase> Of(AnnotatedCorpus corpus)
    {
        var phrases = new SortedDictionary<string, NounPhrase>(StringComparer.Ordinal);
        var analyzer = new PageAnalyzer(corpus.Language);
        foreach (var page in corpus.Text.Pages.Select(analyzer.Analyze))
        {
            foreach (var sentence in page.Sentences)
            {
                var at = sentence.From;
                while (at < sentence.To)
                {
                    var end = at;
                    while (end < sentence.To && IsPart(page.Tokens[end]))
                    {
                        end++;
                    }

                    Add(page, at, end, phrases);
                    at = end + 1;
                }
            }
        }

        return [.. phrases.Values];
    }

    private static void Add(AnalyzedPage page, int from, int to, SortedDictionary<string, NounPhrase> phrases)
    {
        while (to > from && page.Tokens[to - 1].Tag == PartOfSpeech.Adjective)
        {
            to--;
        }

        var whole = Text(page, from, to);
        for (var start = from; start < to; start++)
        {
            for (var end = start + 1; end <= Math.Min(to, start + MostWords); end++)
            {
                if (page.Tokens[end - 1].Tag == PartOfSpeech.Adjective)
                {
                    continue;
                }

                var form = Text(page, start, end);
                if (!phrases.TryGetValue(form, out var phrase))
                {
                    phrases[form] = phrase = new NounPhrase(form);
                }

                phrase.Frequency++;
                phrase.pages.Add(page.Page.Number);
                if (start > from || end < to)
                {
                    phrase.Nested++;
                    phrase.containers.Add(whole);
                }
            }
        }
    }

    private static bool IsPart(Token token) =>
        token.Kind is TokenKind.Word or TokenKind.Mixed && token.Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective;

    private static string Text(AnalyzedPage page, int from, int to) =>
        to > from ? ComparableForm.Of(page.Page.Text[page.Tokens[from].Start..page.Tokens[to - 1].End]) : string.Empty;
}
