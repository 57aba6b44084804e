using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Tests.Tokens;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One pump runs. The other waits.", "One pump runs.|The other waits.")]
    [InlineData("Does it run? Yes! It does.", "Does it run?|Yes!|It does.")]
    [InlineData("Use a gas, e.g. Nitrogen or argon. It is dry.", "Use a gas, e.g. Nitrogen or argon.|It is dry.")]
    [InlineData("The flow is shown in Fig. 3 and in Eq. 4. It is steady.", "The flow is shown in Fig. 3 and in Eq. 4.|It is steady.")]
    [InlineData("The ratio is 3.5 to 1. Then it falls.", "The ratio is 3.5 to 1.|Then it falls.")]
    [InlineData("As Dr. Smith and J. Doe wrote. Later came others.", "As Dr. Smith and J. Doe wrote.|Later came others.")]
    [InlineData("He said “Stop.” Then he left.", "He said “Stop.”|Then he left.")]
    [InlineData("(It stops.) It starts.", "(It stops.)|It starts.")]
    [InlineData("It waits… Then it runs.", "It waits…|Then it runs.")]
    [InlineData("The file.txt is read. next is lower case", "The file.txt is read. next is lower case")]
    [InlineData("1. Open the valve", "1. Open the valve")]
    [InlineData("no full stop", "no full stop")]
    public void English_sentences_end_at_their_marks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences(text, WordLists.English)));

    [Theory]
    [InlineData("Das Ventil schließt. Der Druck steigt.", "Das Ventil schließt.|Der Druck steigt.")]
    [InlineData("Ein Gas, z. B. Stickstoff, strömt ein. Es ist trocken.", "Ein Gas, z. B. Stickstoff, strömt ein.|Es ist trocken.")]
    [InlineData("Ein Gas, z.B. Stickstoff, strömt ein. Es ist trocken.", "Ein Gas, z.B. Stickstoff, strömt ein.|Es ist trocken.")]
    [InlineData("Siehe Abb. 3 und Nr. 7. Danach folgt Dr. Meier.", "Siehe Abb. 3 und Nr. 7.|Danach folgt Dr. Meier.")]
    [InlineData("Der Druck beträgt 3,5 bar. Er fällt.", "Der Druck beträgt 3,5 bar.|Er fällt.")]
    public void German_sentences_end_at_their_marks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences(text, WordLists.German)));

    private static IEnumerable<string> Sentences(string text, WordLists lists)
    {
        List<Token> tokens = [];
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        for (var from = 0; from < tokens.Count;)
        {
            var to = SentenceSplitter.End(text, tokens, from, tokens.Count, lists);
            yield return text[tokens[from].Start..tokens[to - 1].End];
            from = to;
        }
    }
}
