using System.Buffers;
using Glossary.Extraction.Analysis;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Patterns;

/// <summary>
/// The words by which a document names people: behind a title (“Dr. Jane Doe”), beside an initial in a list of references
/// (“Doe J.”, “Doe, J. R.”, “J. Doe”), and in a list of nothing but names (“Jane Doe, John Q. Roe and Max Moe”).
/// </summary>
internal sealed class PersonalNames
{
    private const int MostWords = 3;
    private const int FewestListed = 3;

    private static readonly SearchValues<char> InitialCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ.-");

    private readonly HashSet<int> names = [];

    /// <summary>Whether a lemma stands somewhere as the name of a person; it may be a common word elsewhere.</summary>
    /// <param name="lemma">Number of the lemma.</param>
    public bool Contains(int lemma) => names.Contains(lemma);

    /// <summary>Looks through a sentence.</summary>
    public void Add(AnalyzedPage page, in Sentence sentence, int[] lemmas)
    {
        if (sentence.IsUpperCase)
        {
            return;
        }

        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (page.Tokens[i].Has(WordTraits.Title))
            {
                i = AddTitled(page, sentence, lemmas, i + 1) - 1;
            }
            else if (sentence.Kind == SegmentKind.Reference && IsName(page, i) && HasInitial(page, sentence, i))
            {
                names.Add(lemmas[i]);
            }
        }

        AddListed(page, sentence, lemmas);
    }

    private int AddTitled(AnalyzedPage page, in Sentence sentence, int[] lemmas, int from)
    {
        var (at, words) = (from, 0);
        for (; at < sentence.To && words < MostWords; at++)
        {
            var isSkipped = page.TextOf(at) is "." or "-" || page.Tokens[at].Has(WordTraits.Title) || IsInitial(page, at);
            if (!isSkipped && !IsName(page, at))
            {
                break;
            }

            if (!isSkipped)
            {
                names.Add(lemmas[at]);
                words++;
            }
        }

        return Math.Max(at, from);
    }

    // Three or more names and nothing else: each of two or three words with capitals, one of them perhaps an initial.
    private void AddListed(AnalyzedPage page, in Sentence sentence, int[] lemmas)
    {
        var (people, words) = (0, 0);
        for (var i = sentence.From; i <= sentence.To; i++)
        {
            if (i < sentence.To && (IsName(page, i) || IsInitial(page, i)))
            {
                words++;
            }
            else if (i == sentence.To || page.TextOf(i) is "," or ";" or "and" or "und" or "&")
            {
                if (words is 1 or > MostWords)
                {
                    return;
                }

                people += words > 0 ? 1 : 0;
                words = 0;
            }
            else if (page.TextOf(i) is not "." && page.Tokens[i].Kind != TokenKind.Number)
            {
                return;
            }
        }

        for (var i = sentence.From; people >= FewestListed && i < sentence.To; i++)
        {
            if (IsName(page, i))
            {
                names.Add(lemmas[i]);
            }
        }
    }

    private static bool HasInitial(AnalyzedPage page, in Sentence sentence, int at)
    {
        var next = at + 1 < sentence.To && page.TextOf(at + 1) is "," ? at + 2 : at + 1;
        return (next < sentence.To && IsInitial(page, next))
            || (at - 1 >= sentence.From && IsInitial(page, at - 1))
            || (at - 2 >= sentence.From && page.TextOf(at - 1) is "." && IsInitial(page, at - 2));
    }

    // A capital and small letters behind it, hyphens allowed.
    private static bool IsName(AnalyzedPage page, int at)
    {
        var word = page.TextOf(at);
        return page.Tokens[at].Kind == TokenKind.Word && word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[1]) && !page.Tokens[at].Has(WordTraits.Stopped);
    }

    // “J”, “J.R”, “JR”.
    private static bool IsInitial(AnalyzedPage page, int at)
    {
        var word = page.TextOf(at);
        return page.Tokens[at].Kind == TokenKind.Word && word.Length <= 4 && char.IsUpper(word[0])
            && (word.Length == 1 || !word.ContainsAnyExcept(InitialCharacters));
    }
}
