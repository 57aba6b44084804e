using Lucene.Net.Analysis;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;

namespace Glossary.Search.Analysis;

/// <summary>
/// Finds the forms of words. It remembers the words it met last, because a few words make up most of any text. For one thread at a time.
/// </summary>
internal sealed class WordAnalysis : IDisposable
{
    private const int Remembered = 1 << 15;
    private const int ShortestCompound = 7;

    private readonly Remember[] memory = new Remember[Remembered];
    private readonly GermanLightStemmer german = new();
    private readonly SingleWord single = new();
    private readonly KStemFilter english;
    private readonly ICharTermAttribute englishResult;

    public WordAnalysis()
    {
        english = new KStemFilter(single);
        englishResult = english.GetAttribute<ICharTermAttribute>();
    }

    /// <summary>The forms of a word of a text in a language.</summary>
    public WordForms Of(ReadOnlySpan<char> word, LanguageRules rules)
    {
        var slot = (string.GetHashCode(word, StringComparison.Ordinal) ^ ((int)rules * 0x9E37)) & (Remembered - 1);
        ref var known = ref memory[slot];
        if (known.Rules == rules && word.SequenceEqual(known.Written))
        {
            return known.Forms!;
        }

        var forms = Find(word, rules);
        known = new Remember(word.ToString(), rules, forms);
        return forms;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        english.Dispose();
        single.Dispose();
    }

    private WordForms Find(ReadOnlySpan<char> word, LanguageRules rules)
    {
        Span<char> folded = stackalloc char[WordForms.LongestWord];
        var written = new string(folded[..CharacterFolding.Fold(word, folded)]);
        var stem = rules switch
        {
            LanguageRules.English => English(written),
            LanguageRules.German => German(written),
            _ => written,
        };
        var compound = rules is LanguageRules.German or LanguageRules.Compounding && written.Length >= ShortestCompound;
        return new WordForms(written, stem == written ? null : stem, compound);
    }

    private string English(string word)
    {
        single.Give(word);
        english.Reset();
        english.IncrementToken();
        return new string(englishResult.Buffer, 0, englishResult.Length);
    }

    // Who has no ä on the keyboard writes ae.
    private string German(string word)
    {
        Span<char> letters = stackalloc char[WordForms.LongestWord];
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            letters[length++] = word[i];
            var isDigraph = word[i] is 'a' or 'o' || (word[i] == 'u' && (i == 0 || word[i - 1] is not ('a' or 'e' or 'q')));
            if (isDigraph && i + 1 < word.Length && word[i + 1] == 'e')
            {
                i++;
            }
        }

        var buffer = letters[..length].ToArray();
        return new string(buffer, 0, german.Stem(buffer, length));
    }

    private record struct Remember(string? Written, LanguageRules Rules, WordForms? Forms);

    // The stemmer takes words from a stream.
    private sealed class SingleWord : TokenStream
    {
        private readonly ICharTermAttribute term;
        private string word = string.Empty;
        private bool given;

        public SingleWord() => term = AddAttribute<ICharTermAttribute>();

        public void Give(string next) => (word, given) = (next, false);

        public override bool IncrementToken()
        {
            ClearAttributes();
            if (given)
            {
                return false;
            }

            given = true;
            term.Append(word);
            return true;
        }
    }
}
