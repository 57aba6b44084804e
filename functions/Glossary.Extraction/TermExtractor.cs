using Glossary.Extraction.Abbreviations;
using Glossary.Extraction.Analysis;
using Glossary.Extraction.Candidates;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Language;
using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction;

/// <summary>Finds the terms of a document. Safe to share between threads; the same input gives the same output on any culture and number of threads.</summary>
public static class TermExtractor
{
    /// <summary>Analyses a document and returns its scored candidates. A document in neither English nor German is analysed as English.</summary>
    /// <param name="document">The repaired text.</param>
    /// <param name="options">The profile.</param>
    /// <param name="progress">Told the number of pages analysed so far.</param>
    /// <param name="cancellationToken">Stops the analysis between pages.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ExtractionResult Extract(
        DocumentText document, ExtractionOptions options, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var language = options.Language ?? LanguageDetector.Detect(document);
        var parts = options.Language is null ? BlockLanguages.Split(document, language) : [(language, document)];
        if (parts.Count == 1)
        {
            return Extract(document, language, options, progress, cancellationToken);
        }

        var (done, before) = (0, 0);
        return MixedLanguages.Merge(language, [.. parts.Select(part =>
        {
            // Each page counts once, though each language goes over its own part of it.
            before = done;
            var relay = progress is null ? null : new PartProgress(pages => progress.Report((done = before + pages) / parts.Count));
            return Extract(part.Document, part.Language, options, relay, cancellationToken);
        })]);
    }

    private sealed class PartProgress(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }

    private static ExtractionResult Extract(
        DocumentText document, string language, ExtractionOptions options, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var data = LanguageData.Of(language);
        var pages = Analyze(document, data, progress, cancellationToken);
        var collector = new CandidateCollector(data, options.MaximumWords);
        var abbreviations = new AbbreviationFinder();
        var lemmas = new int[pages.Length][];
        for (var i = 0; i < pages.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            collector.Add(pages[i], out lemmas[i]);
            abbreviations.Add(pages[i]);
        }

        var fullForms = CountNamed(pages, lemmas, collector, abbreviations, options, data);
        var byNumber = new Dictionary<int, AnalyzedPage>();
        foreach (var page in pages)
        {
            byNumber[page.Page.Number] = page;
        }

        var candidates = new CandidateAssembler(data, collector, byNumber, options).Assemble(fullForms);
        if (language == LanguageDetector.Undetermined)
        {
            // Analysed by the statistics of its own words and English patterns, for want of better, but not called English.
            candidates = UnsupportedLanguage.Keep(candidates, options.AllowList);
        }

        return new ExtractionResult(language, collector.Tokens, collector.Marks, candidates, [.. pages.Select(Sentences)]);
    }

    /// <summary>Loads what is known of a language ahead of the first document that needs it.</summary>
    /// <param name="language">BCP 47 tag; all but German is loaded as English.</param>
    public static void Prepare(string language) => LanguageData.Of(language).Load();

    /// <summary>The key that a term has wherever it is found: its lemmas. A wording that a person types and one that a document shows meet in it.</summary>
    /// <param name="term">The term.</param>
    /// <param name="language">BCP 47 tag; languages other than German and English are lemmatised as English.</param>
    public static string KeyOf(string term, string language)
    {
        var data = LanguageData.Of(language);
        var collector = new CandidateCollector(data, PhraseKey.MaximumWords);
        return string.Join(' ', Numbers(term.Trim(), data, collector).Select(number => collector.Lemmas[number]));
    }

    // Pages are independent of one another until their spans are counted, which goes by their order.
    private static AnalyzedPage[] Analyze(
        DocumentText document, LanguageData data, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var pages = new AnalyzedPage[document.Pages.Count];
        var done = 0;
        Parallel.For(
            0,
            pages.Length,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new PageAnalyzer(data),
            (i, _, analyzer) =>
            {
                pages[i] = analyzer.Analyze(document.Pages[i]);
                progress?.Report(Interlocked.Increment(ref done));
                return analyzer;
            },
            static _ => { });
        return pages;
    }

    // Full forms of abbreviations and a person's list are candidates whatever their pattern; where no pattern found them they are counted now.
    private static Dictionary<CandidateRecord, CandidateRecord> CountNamed(
        AnalyzedPage[] pages, int[][] lemmas, CandidateCollector collector, AbbreviationFinder abbreviations, ExtractionOptions options, LanguageData data)
    {
        var named = new NamedPhrases();
        var pairs = new List<(int[] Short, int[] Full)>();
        foreach (var pair in abbreviations.Pairs.Values)
        {
            var full = Numbers(pair.Source, pair.From, pair.To, collector);
            var brief = Numbers(pair.ShortForm, data, collector);
            pairs.Add((brief, full));
            named.Add(full);
            named.Add(brief);
        }

        foreach (var term in options.AllowList)
        {
            named.Add(Numbers(term, data, collector));
        }

        if (!named.IsEmpty)
        {
            for (var i = 0; i < pages.Length; i++)
            {
                named.Count(pages[i], lemmas[i], collector);
            }
        }

        var fullForms = new Dictionary<CandidateRecord, CandidateRecord>();
        foreach (var (brief, full) in pairs)
        {
            if (collector.Find(brief) is { } shortForm && collector.Find(full) is { } fullForm && shortForm != fullForm)
            {
                fullForms.TryAdd(shortForm, fullForm);
            }
        }

        return fullForms;
    }

    private static int[] Numbers(AnalyzedPage page, int from, int to, CandidateCollector collector)
    {
        var numbers = new int[to - from];
        for (var i = from; i < to; i++)
        {
            numbers[i - from] = collector.Lemmas.Of(page, page.Tokens[i]);
        }

        return numbers;
    }

    // A phrase by itself is tagged as a page of its own.
    private static int[] Numbers(string phrase, LanguageData data, CandidateCollector collector)
    {
        var page = new PageAnalyzer(data).Analyze(new PageText(0, phrase, [new TextSegment(0, phrase.Length, SegmentKind.Cell)]));
        return Numbers(page, 0, page.Tokens.Length, collector);
    }

    private static PageSentences Sentences(AnalyzedPage page) => new(
        page.Page.Number,
        [.. page.Sentences.Select(sentence =>
        {
            var start = page.Tokens[sentence.From].Start;
            return new SentenceSpan(start, page.Tokens[sentence.To - 1].End - start);
        })]);
}
