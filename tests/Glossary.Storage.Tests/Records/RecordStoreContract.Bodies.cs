using Glossary.App.Kernel.Records;

namespace Glossary.Storage.Tests.Records;

public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task A_put_of_a_shorter_body_leaves_nothing_of_the_longer_one()
    {
        await CommitAsync(RecordWrite.Put("a", new string('x', 300_000)));
        await CommitAsync(RecordWrite.Put("a", "short"));
        Assert.Equal("short", (await FindAsync("a"))!.Body);
        await CommitAsync(RecordWrite.Put("a", new string('y', 70_000)));
        Assert.Equal(new string('y', 70_000), (await FindAsync("a"))!.Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public async Task A_body_of_any_size_comes_back_whole(int length)
    {
        var body = string.Concat(Enumerable.Range(0, length).Select(i => "aä\"{\\\n中"[i % 7]));
        await CommitAsync(RecordWrite.Insert("a", body));
        Assert.Equal(body, (await FindAsync("a"))!.Body);
        Assert.Equal(body, (await Store.ListAsync(partition, Everything, 1, null, Cancellation)).Records[0].Body);
    }

    [Fact]
    public async Task The_largest_body_is_written_and_one_byte_more_is_refused()
    {
        var largest = new string('x', IRecordStore.MaximumBody - 2) + "ä";
        await CommitAsync(RecordWrite.Insert("a", largest));
        Assert.Equal(largest, (await FindAsync("a"))!.Body);
        await Assert.ThrowsAsync<RecordTooLargeException>(() => CommitAsync(RecordWrite.Insert("b", "1"), RecordWrite.Put("a", largest + "x")));
        Assert.Null(await FindAsync("b"));
    }

    [Fact]
    public async Task A_batch_takes_two_of_the_largest_bodies_and_not_three()
    {
        var body = new string('x', IRecordStore.MaximumBody);
        await CommitAsync(RecordWrite.Insert("a", body), RecordWrite.Insert("b", body));
        await Assert.ThrowsAsync<RecordBatchTooLargeException>(
            () => CommitAsync(RecordWrite.Insert("c", body), RecordWrite.Insert("d", body), RecordWrite.Insert("e", body)));
        Assert.Equal(["a", "b"], await KeysAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"n":1.0,"m":1e2,"n":-0,"s":"\u00e9\/"}""")]
    [InlineData(""" { "spaces" : [ ] } """)]
    [InlineData("\"\\\"' \t\n\r</script>&")]
    [InlineData("\u0001\u001F\u007F\u0085\u2028\u2029\uFEFF\uFFFD")]
    [InlineData("مصطلح e\u0301 中文 😀 𝔘 \u200F")]
    [InlineData("\uFEFFfirst")]
    public async Task A_body_comes_back_character_by_character_short_or_long(string text)
    {
        var repeated = string.Concat(Enumerable.Repeat(text, 5_000));
        await CommitAsync(RecordWrite.Insert("short", text), RecordWrite.Insert("long", repeated));
        Assert.Equal(text, (await FindAsync("short"))!.Body);
        Assert.Equal(repeated, (await FindAsync("long"))!.Body);
    }

    [Fact]
    public async Task The_largest_body_is_written_though_nothing_in_it_repeats()
    {
        var random = new Random(20260102);
        var body = string.Create(IRecordStore.MaximumBody, random, (text, source) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = (char)source.Next(' ', 0x7F);
            }
        });
        await CommitAsync(RecordWrite.Insert("a", body));
        Assert.Equal(body, (await FindAsync("a"))!.Body);
    }

    [Fact]
    public async Task A_full_batch_of_full_bodies_is_written_though_every_character_needs_an_escape()
    {
        var body = new string('"', IRecordStore.MaximumBatchBodies / IRecordStore.MaximumBatch);
        await CommitAsync([.. Enumerable.Range(0, IRecordStore.MaximumBatch).Select(i => RecordWrite.Insert($"n{i}", body))]);
        var records = await RecordsAsync(1000, null, Everything);
        Assert.Equal(IRecordStore.MaximumBatch, records.Count);
        Assert.All(records, record => Assert.Equal(body, record.Body));
    }

    [Fact]
    public async Task A_full_batch_of_short_bodies_is_written_though_every_character_needs_an_escape()
    {
        var body = new string('\\', 4096);
        await CommitAsync([.. Enumerable.Range(0, IRecordStore.MaximumBatch).Select(i => RecordWrite.Insert($"n{i}", body))]);
        Assert.All(await RecordsAsync(1000, null, Everything), record => Assert.Equal(body, record.Body));
    }
}
