using CsCheck;
using Glossary.Azure.Records;

namespace Glossary.Storage.Tests.Records;

public sealed class TableKeyTests
{
    private static readonly Gen<string> Keys = Gen.OneOf(
        Gen.Char['\0', '\uFFFF'],
        Gen.Char['\0', '\u00FF'],
        Gen.Char[" /\\#?%.\"~\uD7FF\uD800\uDFFF\uE000\uFFFD\uFFFF"])
        .Array[0, 12].Select(units => new string(units));

    [Fact]
    public void Every_key_comes_back() => Keys.Sample(key => TableKey.Decode(TableKey.Encode(key)) == key, iter: 20_000);

    [Fact]
    public void The_order_stays_by_unit_and_by_code_point() => Gen.Select(Keys, Keys).Sample(
        (a, b) =>
        {
            var order = Math.Sign(string.CompareOrdinal(a, b));
            var (encodedA, encodedB) = (TableKey.Encode(a), TableKey.Encode(b));
            var byCodePoint = System.Text.Encoding.UTF8.GetBytes(encodedA).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(encodedB));
            return Math.Sign(string.CompareOrdinal(encodedA, encodedB)) == order && Math.Sign(byCodePoint) == order;
        },
        iter: 20_000);

    [Fact]
    public void No_key_has_what_the_service_forbids_or_more_than_twice_its_length() => Keys.Sample(
        key =>
        {
            var encoded = TableKey.Encode(key);
            return encoded.Length <= 2 * key.Length && !encoded.Any(c => "/\\#?%\uFFFE\uFFFF".Contains(c) || char.IsControl(c) || char.IsSurrogate(c));
        },
        iter: 20_000);

    [Fact]
    public void An_ordinary_key_stays_as_it_is() => Assert.Equal("concept|01JD9Z", TableKey.Encode("concept|01JD9Z"));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a.")]
    public void A_key_that_was_not_written_by_this_program_is_refused(string stored)
        => Assert.Throws<FormatException>(() => TableKey.Decode(stored));
}
