using System.Globalization;
using Glossary.App.Kernel.Records;

namespace Glossary.Storage.Tests.Records;

public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task Keys_differ_by_case()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"), RecordWrite.Insert("A", "2"));
        Assert.Equal("1", (await FindAsync("a"))!.Body);
    }

    [Fact]
    public async Task An_empty_or_overlong_key_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(RecordWrite.Insert("", "1")));
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(RecordWrite.Insert(new string('k', 251), "1")));
    }

    [Fact]
    public async Task A_key_of_the_longest_length_keeps_any_character()
    {
        var key = string.Concat(Enumerable.Repeat("/\\#?% \u0001\u0085𝔘", 25));
        await CommitAsync(RecordWrite.Insert(key, "1"));
        Assert.Equal("1", (await FindAsync(key))!.Body);
        Assert.Equal([key], await KeysAsync());
    }

    [Fact]
    public async Task Keys_come_in_ordinal_order_whatever_their_characters()
    {
        string[] keys =
        [
            "\u0000", "\t", "\n", "\u001F", " ", "!", "\"", "#", "$", "%", "&", "'", "''", "(", ")", "+", ",", "-", ".", "..", "./", "/", "//", "0",
            ":", ";", "<", "=", ">", "?", "@", "A", "B", "Z", "[", "\\", "]", "_", "a", "a b", "a\"b", "a'b", "a.b", "a/b", "aa", "z", "{", "|", "}", "~",
            "\u007F", "\u0085", "\u009F", "\u00A0", "ä", "ß", "Ω", "中", "\uD7FF", "𝄞", "😀", "\uD800", "\uDFFF", "\uE000", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF",
        ];
        await CommitAsync([.. keys.Select(key => RecordWrite.Insert(key, "1"))]);
        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysAsync(limit: 7));
        foreach (var key in keys)
        {
            Assert.Equal(key, (await FindAsync(key))?.Key);
        }
    }

    [Fact]
    public async Task Records_with_odd_keys_can_be_replaced_and_deleted()
    {
        string[] keys = ["it's", "a''b", "50 %", "a)b(c", "x=1,y='2'", "ä/ö", "$batch", "😀"];
        await CommitAsync([.. keys.Select(key => RecordWrite.Insert(key, "1"))]);
        var found = await Task.WhenAll(keys.Select(async key => await FindAsync(key)));
        await CommitAsync([.. found.Select(record => RecordWrite.Replace(record!.Key, "2", record.ETag))]);
        found = await Task.WhenAll(keys.Select(async key => await FindAsync(key)));
        Assert.All(found, record => Assert.Equal("2", record!.Body));
        await CommitAsync([.. found.Select(record => RecordWrite.Delete(record!.Key, record.ETag))]);
        Assert.Empty(await KeysAsync());
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("م")]
    [InlineData("中")]
    [InlineData("e\u0301")]
    [InlineData("\uD83D")]
    [InlineData("\uFFFF")]
    [InlineData("\u0000")]
    [InlineData(" ")]
    [InlineData("/")]
    [InlineData("%2F")]
    public async Task A_key_of_the_longest_length_may_repeat_any_character(string text)
    {
        var key = string.Concat(Enumerable.Repeat(text, IRecordStore.MaximumKey))[..IRecordStore.MaximumKey];
        await CommitAsync(RecordWrite.Insert(key, "1"), RecordWrite.Insert("the other", "1"));
        var found = await FindAsync(key);
        Assert.Equal(key, found!.Key);
        await CommitAsync(RecordWrite.Delete(key, found.ETag));
        Assert.Equal(["the other"], await KeysAsync());
    }

    [Fact]
    public async Task Keys_that_look_alike_are_different_records()
    {
        string[] keys = ["é", "e\u0301", "a", "а", " a", "a ", "a  ", "A", "ｱ", "ア", "ß", "ss", "I", "ı", "\u200Fa", "a\u200F"];
        await CommitAsync([.. keys.Select((key, i) => RecordWrite.Insert(key, i.ToString(CultureInfo.InvariantCulture)))]);
        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysAsync());
        Assert.Equal(
            Enumerable.Range(0, keys.Length).Select(i => i.ToString(CultureInfo.InvariantCulture)),
            (await Task.WhenAll(keys.Select(FindAsync))).Select(record => record!.Body));
    }

    [Fact]
    public async Task Random_keys_come_in_ordinal_order()
    {
        var random = new Random(20260102);
        string[] keys = [.. Enumerable.Range(0, 100)
            .Select(_ => new string([.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => (char)random.Next(0x10000))])).Distinct()];
        await CommitAsync([.. keys.Select(key => RecordWrite.Insert(key, "1"))]);
        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysAsync(limit: 13));
    }
}
