using Glossary.Extraction.Documents;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Evaluation.Baselines;

/// <summary>Rapid automatic keyword extraction (Rose, Engel, Cramer and Cowley 2010): runs between stop words, words by degree over frequency.</summary>
internal static class Rake
{
    private const int MostWords = 6;

    public static IReadOnlyList<string> Rank(AnnotatedCorpus corpus)
    {
        var runs = corpus.Text.Pages.SelectMany(page => Runs(page, corpus.Language.Lists)).ToList();
        var (frequencies, degrees) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var run in runs)
        {
            foreach (var word in run)
            {
                frequencies[word] = frequencies.GetValueOrDefault(word) + 1;
                degrees[word] = degrees.GetValueOrDefault(word) + run.Length;
            }
        }

        return
        [
            .. runs.DistinctBy(run => string.Join(' ', run), StringComparer.Ordinal)
                .OrderByDescending(run => run.Sum(word => (double)degrees[word] / frequencies[word]))
                .ThenBy(run => string.Join(' ', run), StringComparer.Ordinal)
                .Select(run => string.Join(' ', run)),
        ];
    }

    private static List<string[]> Runs(PageText page, WordLists lists)
    {
        var tokens = new List<Token>();
        var runs = new List<string[]>();
        var run = new List<string>();
        foreach (var segment in page.Segments)
        {
            tokens.Clear();
            Tokenizer.Tokenize(page.Text, segment.Start, segment.End, tokens);
            foreach (var token in tokens)
            {
                var word = ComparableForm.Of(page.Text.Substring(token.Start, token.Length));
                if (token.Kind is TokenKind.Word or TokenKind.Mixed && !lists.FunctionWords.Contains(word) && !lists.Breakers.Contains(word))
                {
                    run.Add(word);
                }
                else
                {
                    End();
                }
            }

            End();
        }

        return runs;

        void End()
        {
            if (run.Count is > 0 and <= MostWords)
            {
                runs.Add([.. run]);
            }

            run.Clear();
        }
    }
}
