using System.Globalization;
using Glossary.App.Kernel.Records;

namespace Glossary.Storage.Tests.Records;

/// <summary>What every record store does. A class derives for each store; each test has a partition of its own.</summary>
public abstract class RecordStoreContract
{
    private static readonly KeyRange Everything = new("", "\uFFFF\uFFFF");
    private static int partitions;

    private readonly string partition = string.Create(CultureInfo.InvariantCulture, $"partition/{Interlocked.Increment(ref partitions)}");

    protected abstract IRecordStore Store { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_that_was_never_written_is_not_found() => Assert.Null(await FindAsync("a"));

    [Fact]
    public async Task An_inserted_record_is_found_with_its_body()
    {
        await CommitAsync(RecordWrite.Insert("a", """{"text":"Füllstand „LI-4“ 𝔘"}"""));
        var found = await FindAsync("a");
        Assert.Equal(("a", """{"text":"Füllstand „LI-4“ 𝔘"}"""), (found!.Key, found.Body));
        Assert.NotEmpty(found.ETag);
    }

    [Fact]
    public async Task A_record_belongs_to_its_partition_alone()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        Assert.Null(await Store.FindAsync(partition + "0", "a", Cancellation));
        Assert.Empty((await Store.ListAsync(partition + "0", Everything, 10, null, Cancellation)).Records);
    }

    [Fact]
    public async Task Keys_differ_by_case()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"), RecordWrite.Insert("A", "2"));
        Assert.Equal("1", (await FindAsync("a"))!.Body);
    }

    [Fact]
    public async Task Inserting_a_key_that_exists_is_a_conflict_that_names_it()
    {
        await CommitAsync(RecordWrite.Insert("b", "1"));
        var conflict = await Assert.ThrowsAsync<RecordConflictException>(
            () => CommitAsync(RecordWrite.Insert("a", "2"), RecordWrite.Insert("b", "2")));
        Assert.Equal("b", conflict.Key);
        Assert.Equal("1", (await FindAsync("b"))!.Body);
    }

    [Fact]
    public async Task A_batch_in_conflict_writes_nothing()
    {
        await CommitAsync(RecordWrite.Insert("there", "1"));
        await Assert.ThrowsAsync<RecordConflictException>(() => CommitAsync(
            RecordWrite.Insert("new", "2"), RecordWrite.Put("there2", "2"), RecordWrite.Delete("absent"), RecordWrite.Insert("there", "2")));
        Assert.Equal(["there"], await KeysAsync());
    }

    [Fact]
    public async Task Replacing_the_version_read_gives_it_a_new_one()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        var first = await FindAsync("a");
        await CommitAsync(RecordWrite.Replace("a", "2", first!.ETag));
        var second = await FindAsync("a");
        Assert.Equal("2", second!.Body);
        Assert.NotEqual(first.ETag, second.ETag);
    }

    [Fact]
    public async Task Replacing_an_older_version_is_a_conflict_that_names_it()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        var read = await FindAsync("a");
        await CommitAsync(RecordWrite.Put("a", "2"));
        var conflict = await Assert.ThrowsAsync<RecordConflictException>(
            () => CommitAsync(RecordWrite.Put("b", "3"), RecordWrite.Replace("a", "3", read!.ETag)));
        Assert.Equal("a", conflict.Key);
        Assert.Equal(["a"], await KeysAsync());
    }

    [Fact]
    public async Task Replacing_a_record_that_is_gone_is_a_conflict_that_names_it()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        var read = await FindAsync("a");
        await CommitAsync(RecordWrite.Delete("a"));
        var conflict = await Assert.ThrowsAsync<RecordConflictException>(() => CommitAsync(RecordWrite.Replace("a", "2", read!.ETag)));
        Assert.Equal("a", conflict.Key);
    }

    [Fact]
    public async Task A_listed_version_can_be_replaced()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        var listed = Assert.Single((await Store.ListAsync(partition, Everything, 10, null, Cancellation)).Records);
        await CommitAsync(RecordWrite.Replace("a", "2", listed.ETag));
        Assert.Equal("2", (await FindAsync("a"))!.Body);
    }

    [Fact]
    public async Task A_put_writes_whether_the_record_exists_or_not()
    {
        await CommitAsync(RecordWrite.Put("a", "1"));
        await CommitAsync(RecordWrite.Put("a", "2"));
        Assert.Equal("2", (await FindAsync("a"))!.Body);
    }

    [Fact]
    public async Task A_put_of_a_shorter_body_leaves_nothing_of_the_longer_one()
    {
        await CommitAsync(RecordWrite.Put("a", new string('x', 300_000)));
        await CommitAsync(RecordWrite.Put("a", "short"));
        Assert.Equal("short", (await FindAsync("a"))!.Body);
        await CommitAsync(RecordWrite.Put("a", new string('y', 70_000)));
        Assert.Equal(new string('y', 70_000), (await FindAsync("a"))!.Body);
    }

    [Fact]
    public async Task Deleting_the_version_read_removes_it()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        await CommitAsync(RecordWrite.Delete("a", (await FindAsync("a"))!.ETag));
        Assert.Null(await FindAsync("a"));
    }

    [Fact]
    public async Task Deleting_an_older_version_is_a_conflict()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        var read = await FindAsync("a");
        await CommitAsync(RecordWrite.Put("a", "2"));
        await Assert.ThrowsAsync<RecordConflictException>(() => CommitAsync(RecordWrite.Delete("a", read!.ETag)));
        Assert.NotNull(await FindAsync("a"));
    }

    [Fact]
    public async Task Deleting_a_version_of_a_record_that_is_gone_is_a_conflict()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        var read = await FindAsync("a");
        await CommitAsync(RecordWrite.Delete("a"));
        await Assert.ThrowsAsync<RecordConflictException>(() => CommitAsync(RecordWrite.Delete("a", read!.ETag)));
    }

    [Fact]
    public async Task Deleting_what_is_not_there_does_not_keep_the_rest_of_a_batch_from_being_written()
    {
        await CommitAsync(RecordWrite.Insert("gone", "1"), RecordWrite.Insert("other", "1"));
        var other = await FindAsync("other");
        await CommitAsync(
            RecordWrite.Delete("absent"), RecordWrite.Insert("a", "1"), RecordWrite.Delete("gone"), RecordWrite.Delete("absent too"),
            RecordWrite.Replace("other", "2", other!.ETag));
        Assert.Equal(["a", "other"], await KeysAsync());
        Assert.Equal("2", (await FindAsync("other"))!.Body);
    }

    [Fact]
    public async Task Deleting_only_what_is_not_there_is_no_error()
    {
        await CommitAsync(RecordWrite.Delete("absent"), RecordWrite.Delete("absent too"));
        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task A_batch_without_writes_is_no_error()
    {
        await CommitAsync();
        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task A_batch_takes_a_hundred_writes_and_no_more()
    {
        var writes = Enumerable.Range(0, 101).Select(i => RecordWrite.Insert(i.ToString("D3", CultureInfo.InvariantCulture), "{}")).ToArray();
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(writes));
        await CommitAsync(writes[..100]);
        Assert.Equal(100, (await KeysAsync()).Count);
    }

    [Fact]
    public async Task A_key_may_not_appear_twice_in_a_batch()
        => await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(RecordWrite.Insert("a", "1"), RecordWrite.Put("a", "2")));

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

    [Fact]
    public async Task A_range_has_its_start_and_not_its_end()
    {
        await CommitAsync([.. "abcde".Select(key => RecordWrite.Insert(key.ToString(), "1"))]);
        var page = await Store.ListAsync(partition, new KeyRange("b", "d"), 10, null, Cancellation);
        Assert.Equal(["b", "c"], page.Records.Select(record => record.Key));
        Assert.Null(page.After);
    }

    [Fact]
    public async Task A_prefix_has_exactly_the_keys_that_start_with_it()
    {
        string[] keys = ["c", "c|", "c|1", "c|2/3", "c}", "cc|1", "C|1"];
        await CommitAsync([.. keys.Select(key => RecordWrite.Insert(key, "1"))]);
        var page = await Store.ListAsync(partition, KeyRange.Prefix("c|"), 10, null, Cancellation);
        Assert.Equal(["c|", "c|1", "c|2/3"], page.Records.Select(record => record.Key));
    }

    [Fact]
    public async Task Pages_go_on_after_their_last_key_and_end()
    {
        var keys = Enumerable.Range(0, 250).Select(i => i.ToString("D4", CultureInfo.InvariantCulture)).ToArray();
        foreach (var part in keys.Chunk(100))
        {
            await CommitAsync([.. part.Select(key => RecordWrite.Insert(key, "{}"))]);
        }

        Assert.Equal(keys, await KeysAsync(limit: 60));
        Assert.Equal(keys, await KeysAsync(limit: 1000));
    }

    [Fact]
    public async Task A_page_goes_on_after_a_key_that_was_deleted_meanwhile()
    {
        await CommitAsync([.. "abcde".Select(key => RecordWrite.Insert(key.ToString(), "1"))]);
        var page = await Store.ListAsync(partition, Everything, 2, null, Cancellation);
        await CommitAsync(RecordWrite.Delete(page.After!), RecordWrite.Insert("bb", "1"));
        var next = await Store.ListAsync(partition, Everything, 2, page.After, Cancellation);
        Assert.Equal(["bb", "c"], next.Records.Select(record => record.Key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_of_no_or_too_many_records_is_refused(int limit)
        => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Store.ListAsync(partition, Everything, limit, null, Cancellation));

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

    [Fact]
    public async Task Of_writers_that_read_the_same_version_one_wins()
    {
        await CommitAsync(RecordWrite.Insert("counter", "0"));
        var read = await FindAsync("counter");
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => TryAsync(
            RecordWrite.Replace("counter", "1", read!.ETag), RecordWrite.Insert($"by {i}", "{}"))));
        Assert.Equal(1, won.Count(one => one));
        Assert.Equal(2, (await KeysAsync()).Count);
    }

    [Fact]
    public async Task Writers_that_read_again_on_a_conflict_lose_no_count()
    {
        await CommitAsync(RecordWrite.Insert("counter", "0"));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            for (var done = false; !done;)
            {
                var read = await FindAsync("counter");
                var next = (int.Parse(read!.Body, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
                done = await TryAsync(RecordWrite.Replace("counter", next, read.ETag));
            }
        }));
        Assert.Equal("5", (await FindAsync("counter"))!.Body);
    }

    private async Task<StoredRecord?> FindAsync(string key) => await Store.FindAsync(partition, key, Cancellation);

    private async Task CommitAsync(params RecordWrite[] writes) => await Store.CommitAsync(partition, writes, Cancellation);

    private async Task<bool> TryAsync(params RecordWrite[] writes)
    {
        try
        {
            await CommitAsync(writes);
            return true;
        }
        catch (RecordConflictException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> KeysAsync(int limit = 1000)
    {
        var keys = new List<string>();
        string? after = null;
        do
        {
            var page = await Store.ListAsync(partition, Everything, limit, after, Cancellation);
            Assert.True(page.Records.Count <= limit);
            keys.AddRange(page.Records.Select(record => record.Key));
            after = page.After;
        }
        while (after is not null);
        return keys;
    }
}
