using Glossary.Extraction.Analysis;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Patterns;
using Glossary.Extraction.Tagging;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Candidates;

/// <summary>Goes through the pages in order and counts every span that is made like a term.</summary>
internal sealed class CandidateCollector
{
    private static readonly HashSet<string> DefiningWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "are", "means", "denotes", "describes", "refers", "designates", "ist", "sind", "bezeichnet", "bedeutet", "beschreibt", "bezeichnen", "heißt",
    };

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> defining = DefiningWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly LanguageData data;
    private readonly PhraseFinder finder;
    private readonly Dictionary<PhraseKey, CandidateRecord> records = [];
    private readonly List<PhraseSpan> spans = [];
    private readonly List<CasingCount> casings = [];

    public CandidateCollector(LanguageData data, int maximumWords)
    {
        this.data = data;
        Lemmas = new LemmaTable(data);
        Genders = new NounGenders(Lemmas);
        finder = new PhraseFinder(data, Math.Min(maximumWords, PhraseKey.MaximumWords));
    }

    /// <summary>The document's lemmas.</summary>
    public LemmaTable Lemmas { get; }

    /// <summary>What was counted.</summary>
    public IEnumerable<CandidateRecord> Records => records.Values;

    /// <summary>Word tokens gone through.</summary>
    public int Tokens { get; private set; }

    /// <summary>Other tokens gone through.</summary>
    public int Marks { get; private set; }

    /// <summary>The people that the document names.</summary>
    public PersonalNames People { get; } = new();

    /// <summary>Genders of its German nouns.</summary>
    public NounGenders Genders { get; }

    /// <summary>How often a lemma stands in the document with and without a capital.</summary>
    public CasingCount CasingOf(int lemma) => lemma < casings.Count ? casings[lemma] : default;

    /// <summary>What was counted for a sequence of lemmas, or null.</summary>
    public CandidateRecord? Find(ReadOnlySpan<int> lemmas) =>
        lemmas.Length is > 0 and <= PhraseKey.MaximumWords ? records.GetValueOrDefault(new PhraseKey(lemmas)) : null;

    /// <summary>Whether terms are taken from segments of a kind.</summary>
    public static bool IsSource(SegmentKind kind) => kind is not (SegmentKind.RunningHead or SegmentKind.Contents or SegmentKind.Reference or SegmentKind.Imprint);

    /// <summary>Goes through a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="lemmas">Receives the number of each token's lemma.</param>
    public void Add(AnalyzedPage page, out int[] lemmas)
    {
        lemmas = new int[page.Tokens.Length];
        for (var i = 0; i < page.Sentences.Length; i++)
        {
            var sentence = page.Sentences[i];
            for (var token = sentence.From; token < sentence.To; token++)
            {
                lemmas[token] = Count(page, token, sentence);
            }

            People.Add(page, sentence, lemmas);
            if (!IsSource(sentence.Kind) || Affiliation.IsOne(page, sentence))
            {
                continue;
            }

            spans.Clear();
            finder.Find(page, sentence, spans);
            CandidateRecord? container = null;
            foreach (var span in spans)
            {
                var record = RecordOf(lemmas.AsSpan(span.From, span.Length), span.Kind);
                if (span.IsMaximal)
                {
                    container = record;
                }

                Add(record, page, span, sentence, i, span.IsMaximal || span.Kind == PhraseKind.Joined ? null : container);
            }
        }
    }

    /// <summary>Counts a span that no pattern finds but a person or a list of abbreviations names.</summary>
    public void AddNamed(AnalyzedPage page, ReadOnlySpan<int> lemmas, in PhraseSpan span, int sentence)
    {
        var record = RecordOf(lemmas, span.Kind);
        Add(record, page, span, page.Sentences[sentence], sentence, null);
    }

    private int Count(AnalyzedPage page, int index, in Sentence sentence)
    {
        var token = page.Tokens[index];
        var lemma = Lemmas.Of(page, token, sentence.IsUpperCase);
        while (casings.Count <= lemma)
        {
            casings.Add(default);
        }

        casings[lemma] = casings[lemma].With(
            char.IsUpper(page.Page.Text[token.Start]), !Opens(page, index, sentence) && !sentence.IsUpperCase && sentence.Kind != SegmentKind.Heading);
        if (token.Kind is TokenKind.Word or TokenKind.Mixed)
        {
            Tokens++;
        }
        else
        {
            Marks++;
        }

        if (data.Code == "de" && (token.Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun))
        {
            Genders.Add(page, sentence.From, index, lemma);
        }

        return lemma;
    }

    // Where a capital is the place's: at the start of a sentence, and behind a colon.
    private static bool Opens(AnalyzedPage page, int token, in Sentence sentence) => token == sentence.From || page.TextOf(token - 1) is ":";

    private CandidateRecord RecordOf(ReadOnlySpan<int> lemmas, PhraseKind kind)
    {
        var key = new PhraseKey(lemmas);
        if (!records.TryGetValue(key, out var record))
        {
            records[key] = record = new CandidateRecord(lemmas.ToArray(), kind);
        }

        return record;
    }

    private void Add(CandidateRecord record, AnalyzedPage page, in PhraseSpan span, in Sentence sentence, int index, CandidateRecord? container)
    {
        var (first, last) = (page.Tokens[span.From], page.Tokens[span.To - 1]);
        var text = page.Page.Text;
        var isDefined = span.From <= sentence.From + 1 && span.To < sentence.To && span.IsMaximal
            && defining.Contains(text.AsSpan(page.Tokens[span.To].Start, page.Tokens[span.To].Length));
        var place = new Place(
            sentence.Kind,
            IsCaseFree: sentence.IsUpperCase || Opens(page, span.From, sentence) || (sentence.Kind == SegmentKind.Heading && data.Code == "en"),
            IsCapitalised: char.IsUpper(text[first.Start]) && char.IsUpper(text[last.Start]),
            IsCited: char.IsUpper(text[last.Start]) && Citation.IsAuthor(page, span.From, span.To, sentence),
            IsDefined: isDefined || IsQuoted(text, first.Start, last.End),
            first.Tag,
            last.Tag,
            container);
        record.Add(
            new Occurrence(page.Page.Number, first.Start, last.End - first.Start, index), text.AsSpan(first.Start, last.End - first.Start), span, place);
    }

    private static bool IsQuoted(string text, int start, int end) =>
        start > 0 && end < text.Length && text[start - 1] is '"' or '“' or '„' or '‘' or '»' && text[end] is '"' or '”' or '“' or '’' or '«';
}
