using CsCheck;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Tests.Termbases;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Pumps", "pumps")]
    [InlineData("Café Manuals 2024", "cafe-manuals-2024")]
    [InlineData("Große Prüfstände", "grosse-pruefstaende")]
    [InlineData("u\u0308ber", "ueber")]
    [InlineData("  --a__b--  ", "a-b")]
    [InlineData("日本語", "")]
    [InlineData("", "")]
    [InlineData("a\uD83D b", "a-b")]
    [InlineData("\uFFFEa", "a")]
    public void A_name_becomes_a_slug(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Theory]
    [InlineData("a", true)]
    [InlineData("a-1", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("A", false)]
    [InlineData("a b", false)]
    [InlineData("ä", false)]
    [InlineData("a/b", false)]
    public void A_slug_has_small_letters_digits_and_inner_hyphens(string text, bool valid) => Assert.Equal(valid, Slug.IsValid(text));

    [Fact]
    public void A_slug_has_at_most_63_characters()
    {
        Assert.True(Slug.IsValid(new string('a', 63)));
        Assert.False(Slug.IsValid(new string('a', 64)));
        Assert.Equal(new string('a', 63), Slug.From(new string('a', 100)));
    }

    [Fact]
    public void Every_name_becomes_a_valid_slug_or_none_and_a_slug_stays_as_it_is() =>
        Gen.OneOf(Gen.Char, Gen.Char[' ', 'z']).Array[0, 80].Select(characters => new string(characters)).Sample(name =>
        {
            var slug = Slug.From(name);
            return slug.Length == 0 || (Slug.IsValid(slug) && Slug.From(slug) == slug);
        });
}
