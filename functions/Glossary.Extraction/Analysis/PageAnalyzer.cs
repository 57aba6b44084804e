using System.Runtime.InteropServices;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Tagging;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Analysis;

/// <summary>Cuts pages into sentences and tagged tokens. One for each thread: it remembers the words that it has met.</summary>
internal sealed class PageAnalyzer(LanguageData data)
{
    private const int LongestSentence = 400;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<WordForm> forms = [];
    private readonly List<Token> tokens = [];
    private readonly List<Sentence> sentences = [];
    private readonly TaggerFeatures.WordHashes[] hashes = new TaggerFeatures.WordHashes[LongestSentence];
    private readonly PartOfSpeech?[] known = new PartOfSpeech?[LongestSentence];
    private readonly PartOfSpeech[] tags = new PartOfSpeech[LongestSentence];

    /// <summary>Analyses one page.</summary>
    public AnalyzedPage Analyze(PageText page)
    {
        tokens.Clear();
        sentences.Clear();
        foreach (var segment in page.Segments)
        {
            var from = tokens.Count;
            Tokenizer.Tokenize(page.Text, segment.Start, segment.End, tokens);
            while (from < tokens.Count)
            {
                var to = SentenceSplitter.End(page.Text, tokens, from, Math.Min(tokens.Count, from + LongestSentence), data.Lists);
                var upper = IsUpperCase(page.Text.AsSpan(tokens[from].Start, tokens[to - 1].End - tokens[from].Start));
                sentences.Add(new Sentence(from, to, segment.Kind, upper));
                Tag(page.Text, from, to, upper);
                from = to;
            }
        }

        return new AnalyzedPage(page, [.. tokens], [.. sentences], forms);
    }

    private void Tag(string text, int from, int to, bool upper)
    {
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var all = CollectionsMarshal.AsSpan(tokens);
        for (var i = from; i < to; i++)
        {
            ref var token = ref all[i];
            var span = text.AsSpan(token.Start, token.Length);
            if (!lookup.TryGetValue(span, out var number))
            {
                number = forms.Count;
                forms.Add(new WordForm(span.ToString(), data));
                lookup[span] = number;
            }

            var form = forms[number];
            token = token with { Form = number, Traits = form.Traits };
            var entry = upper ? form.Lowered : form;
            hashes[i - from] = entry.Hashes;
            known[i - from] = token.Kind switch
            {
                TokenKind.Mark => PartOfSpeech.Punctuation,
                TokenKind.Number => PartOfSpeech.Numeral,
                TokenKind.Address => PartOfSpeech.Other,
                TokenKind.Unit => PartOfSpeech.Symbol,
                _ => entry.Certain,
            };
        }

        var length = to - from;
        PerceptronTagger.Tag(data.Model, hashes.AsSpan(0, length), known.AsSpan(0, length), tags.AsSpan(0, length));
        for (var i = 0; i < length; i++)
        {
            ref var token = ref all[from + i];
            token = token with { Tag = tags[i] };
        }
    }

    private static bool IsUpperCase(ReadOnlySpan<char> text)
    {
        // One word in capitals may be an acronym; several are a way of setting.
        var (upper, lower) = (0, 0);
        foreach (var character in text)
        {
            upper += char.IsUpper(character) ? 1 : 0;
            lower += char.IsLower(character) ? 1 : 0;
        }

        return upper >= 8 && upper > 3 * lower && text.Contains(' ');
    }
}
