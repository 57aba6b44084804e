using CsCheck;
using Glossary.Azure.Records;

namespace Glossary.Storage.Tests.Records;

public sealed class EncodedKeyTests
{
    private static readonly Gen<string> Keys = Gen.OneOf(
        Gen.Char['\0', '\uFFFF'],
        Gen.Char['\0', '\u00FF'],
        Gen.Char[" /\\#?%.\"~\uD7C6\uD7C7\uD7C8\uD7FF\uD800\uDFFF\uE000\uFFFD\uFFFF"])
        .Array[0, 12].Select(units => new string(units));

    [Fact]
    public void Every_key_comes_back() => Keys.Sample(key => EncodedKey.Decode(EncodedKey.Encode(key)) == key, iter: 20_000);

    [Fact]
    public void The_order_stays_by_unit_and_by_code_point() => Gen.Select(Keys, Keys).Sample(
        (a, b) =>
        {
            var order = Math.Sign(string.CompareOrdinal(a, b));
            var (encodedA, encodedB) = (EncodedKey.Encode(a), EncodedKey.Encode(b));
            var byCodePoint = System.Text.Encoding.UTF8.GetBytes(encodedA).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(encodedB));
            return Math.Sign(string.CompareOrdinal(encodedA, encodedB)) == order && Math.Sign(byCodePoint) == order;
        },
        iter: 20_000);

    [Fact]
    public void No_key_has_what_the_services_forbid_or_more_than_two_units_or_four_bytes_for_a_unit() => Keys.Sample(
        key =>
        {
            var encoded = EncodedKey.Encode(key);
            return encoded.Length <= 2 * key.Length && System.Text.Encoding.UTF8.GetByteCount(encoded) <= 4 * key.Length && !encoded.EndsWith(' ')
                && !encoded.Any(c => "/\\#?%\uFFFE\uFFFF".Contains(c) || char.IsControl(c) || char.IsSurrogate(c));
        },
        iter: 20_000);

    [Fact]
    public void An_ordinary_key_stays_as_it_is() => Assert.Equal("concept|01JD9Z", EncodedKey.Encode("concept|01JD9Z"));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a.")]
    [InlineData("\uE000\uDFFF")]
    public void A_key_that_was_not_written_by_this_program_is_refused(string stored)
        => Assert.Throws<FormatException>(() => EncodedKey.Decode(stored));
}
