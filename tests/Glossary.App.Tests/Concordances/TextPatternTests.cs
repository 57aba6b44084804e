using CsCheck;
using Glossary.App.Features.Concordances;

namespace Glossary.App.Tests.Concordances;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("pump", "The pump. PUMPS pumping; a pump-house, pump", "pump|pump|pump")]
    [InlineData("Pump*", "The pump. PUMPS pumping; a pump-house", "pump|PUMPS|pumping|pump-house")]
    [InlineData("mixing  time", "Mixing\ntime and mixing\u00A0time, mixing times", "Mixing\ntime|mixing\u00A0time")]
    [InlineData("*reaktor", "Bioreaktor und Rührkesselreaktor, Reaktoren", "Bioreaktor|Rührkesselreaktor")]
    [InlineData("c++", "C++ and c+", "C++")]
    [InlineData("(((", "f(((x)))", "(((")]
    [InlineData("*", "5 * 3", "*")]
    [InlineData("\"", "the \"end\"", "\"|\"")]
    [InlineData("ä", "ä Ä aä", "ä|Ä")]
    [InlineData("x", "", "")]
    public void Words_are_found_whole_whatever_their_case_and_the_space_between(string pattern, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', TextPattern.Of(pattern).Find(text, 0).Select(found => text.Substring(found.Start, found.Length))));

    [Fact]
    public void Places_before_an_offset_are_passed_over() =>
        Assert.Equal([(5, 4)], TextPattern.Of("pump").Find("pump pump", 1));

    [Fact]
    public void No_text_is_an_error_and_every_place_stands_in_the_text() =>
        Gen.Select(Gen.String, Gen.String).Where(pair => !string.IsNullOrWhiteSpace(pair.Item1)).Sample(
            (pattern, text) =>
            {
                var last = 0;
                foreach (var (start, length) in TextPattern.Of(pattern).Find(text + pattern, 0))
                {
                    Assert.True(length > 0 && start >= last && start + length <= text.Length + pattern.Length);
                    last = start + length;
                }
            },
            iter: 300);
}
