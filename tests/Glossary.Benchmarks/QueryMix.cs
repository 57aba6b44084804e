using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;

namespace Glossary.Benchmarks;

/// <summary>What people type: words of terms that there are, the more frequent the more often; some misspelt, some with the signs of the grammar.</summary>
/// <param name="samples">Concepts that the words are from.</param>
internal sealed class QueryMix(IReadOnlyList<Concept> samples)
{
    /// <summary>The kind that is asked of the completions.</summary>
    public const string Completion = "completion after three letters";

    /// <summary>The next query with its kind.</summary>
    public (string Kind, SearchRequest Request) Next(Random random)
    {
        var term = samples[random.Next(samples.Count)].Head.Text;
        var words = term.Split(' ');
        var word = words[random.Next(words.Length)];
        return random.Next(100) switch
        {
            < 25 => ("one word", Of(word)),
            < 40 => ("two words of a term", Of(string.Join(' ', words.Take(2)))),
            < 50 => ("a whole term", Of(term)),
            < 60 => ("a beginning", Of(Beginning(word, 3 + random.Next(3)))),
            < 65 => ("a phrase", Of($"\"{term}\"")),
            < 70 => ("a misspelt word (no hit: proposals)", Of(Misspelt(word, random))),
            < 75 => ("fuzzy", Of(Misspelt(word, random) + "~")),
            < 80 => ("a pattern", Of($"*{Beginning(word, 4)}*")),
            < 85 => ("boolean", Of($"({word} OR {samples[random.Next(samples.Count)].Head.Text.Split(' ')[0]}) -{words[0]}x")),
            < 90 => ("a word and filters", Of($"{word} state:approved language:de")),
            _ => (Completion, Of(Beginning(word, 3))),
        };
    }

    private static SearchRequest Of(string text) => new() { Text = text, Top = 20 };

    private static string Beginning(string word, int length) => word[..Math.Min(word.Length, length)];

    private static string Misspelt(string word, Random random)
    {
        var at = random.Next(word.Length);
        return word[..at] + word[Math.Min(word.Length - 1, at + 1)] + word[at..];
    }
}
