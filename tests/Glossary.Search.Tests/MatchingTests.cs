using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Glossary.Search.Analysis;
using Glossary.Search.Matching;

namespace Glossary.Search.Tests;

/// <summary>What is fast gives what is plain.</summary>
public sealed class MatchingTests
{
    private static readonly Gen<string> Words = Letters("abcdü泵", 0, 8);

    [Fact]
    public void Edits_are_counted_as_the_definition_counts_them() => Gen.Select(Words, Words, Gen.Int[1, 2]).Sample((one, other, most) =>
    {
        var plain = Distance(one, other);
        Assert.Equal(plain <= most ? plain : null, new EditDistance(one, most).To(Encoding.UTF8.GetBytes(other)));
    });

    [Fact]
    public void A_pattern_matches_what_its_regular_expression_matches() => Gen.Select(Letters("ab泵*?", 1, 6), Letters("ab泵", 0, 8)).Sample((pattern, word) =>
    {
        var expression = "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$";
        Assert.Equal(Regex.IsMatch(word, expression), new WordPattern(pattern).Matches(Encoding.UTF8.GetBytes(word)));
    });

    [Fact]
    public void Words_are_where_the_text_says_and_hold_all_its_letters() => Gen.String.Sample(text =>
    {
        var end = 0;
        var reader = new WordReader(text);
        while (reader.Next())
        {
            Assert.True(reader.Start >= end && reader.Length > 0 && reader.Start + reader.Length <= text.Length);
            Assert.DoesNotContain(text[end..reader.Start], character => char.IsAsciiLetterOrDigit(character) && character is not ('s' or 'S'));
            end = reader.Start + reader.Length;
        }

        Assert.DoesNotContain(text[end..], character => char.IsAsciiLetterOrDigit(character) && character is not ('s' or 'S'));
    });

    [Fact]
    public void Folding_twice_is_folding_once() => Gen.String.Sample(text =>
    {
        var once = CharacterFolding.Fold(text[..Math.Min(text.Length, 20)]);
        Assert.Equal(once[..Math.Min(once.Length, 20)], CharacterFolding.Fold(once[..Math.Min(once.Length, 20)]), StringComparer.Ordinal);
    });

    [Theory]
    [InlineData("a,b;c", "a", "b", "c")]
    [InlineData("C++/C# code", "C++", "C#", "code")]
    [InlineData("a+b 1.5 mm", "a", "b", "1.5", "mm")]
    [InlineData("pump's end", "pump", "end")]
    [InlineData("don't", "don", "t")]
    [InlineData("H2O, CO₂", "H2O", "CO₂")]
    [InlineData("遠心ポンプ", "遠", "心", "ポ", "ン", "プ")]
    [InlineData("x🧪y", "x", "🧪", "y")]
    public void Words_of_technical_language_are_whole(string text, params string[] expected)
    {
        var words = new List<string>();
        for (var reader = new WordReader(text); reader.Next();)
        {
            words.Add(reader.Word.ToString());
        }

        Assert.Equal(expected, words);
    }

    private static Gen<string> Letters(string letters, int least, int most) =>
        Gen.Int[0, letters.Length - 1].Select(i => letters[i]).Array[least, most].Select(characters => new string(characters));

    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : new[]
                {
                    table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1),
                    i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] ? table[i - 2, j - 2] + 1 : int.MaxValue,
                }.Min();
            }
        }

        return table[one.Length, other.Length];
    }
}
