using System.Globalization;
using Glossary.App.Kernel.Records;

namespace Glossary.Storage.Tests.Records;

public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task A_batch_in_conflict_writes_nothing()
    {
        await CommitAsync(RecordWrite.Insert("there", "1"));
        await Assert.ThrowsAsync<RecordConflictException>(() => CommitAsync(
            RecordWrite.Insert("new", "2"), RecordWrite.Put("there2", "2"), RecordWrite.Delete("absent"), RecordWrite.Insert("there", "2")));
        Assert.Equal(["there"], await KeysAsync());
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
    public async Task A_batch_may_do_everything_at_once()
    {
        await CommitAsync(RecordWrite.Insert("replaced", "1"), RecordWrite.Insert("deleted", "1"), RecordWrite.Insert("put", "1"), RecordWrite.Insert("kept", "1"));
        var (replaced, deleted) = (await FindAsync("replaced"), await FindAsync("deleted"));
        await CommitAsync(
            RecordWrite.Insert("inserted", "2"), RecordWrite.Replace("replaced", "2", replaced!.ETag), RecordWrite.Put("put", "2"),
            RecordWrite.Delete("deleted", deleted!.ETag), RecordWrite.Put("new", "2"));
        var records = (await Store.ListAsync(partition, Everything, 100, null, Cancellation)).Records;
        Assert.Equal(["inserted 2", "kept 1", "new 2", "put 2", "replaced 2"], records.Select(record => $"{record.Key} {record.Body}"));
    }

    [Fact]
    public async Task A_batch_in_conflict_can_be_sent_again_with_the_version_that_is_there()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        var old = await FindAsync("a");
        await CommitAsync(RecordWrite.Put("a", "2"));
        Assert.False(await TryAsync(RecordWrite.Replace("a", "3", old!.ETag), RecordWrite.Insert("b", "3")));
        Assert.True(await TryAsync(RecordWrite.Replace("a", "3", (await FindAsync("a"))!.ETag), RecordWrite.Insert("b", "3")));
        Assert.Equal(["a", "b"], await KeysAsync());
    }

    [Fact]
    public async Task The_conflict_of_the_last_of_a_hundred_writes_is_named()
    {
        await CommitAsync(RecordWrite.Insert("last", "1"));
        RecordWrite[] writes = [.. Enumerable.Range(0, 99).Select(i => RecordWrite.Put($"n{i}", "2")), RecordWrite.Insert("last", "2")];
        var conflict = await Assert.ThrowsAsync<RecordConflictException>(() => CommitAsync(writes));
        Assert.Equal("last", conflict.Key);
        Assert.Equal(["last"], await KeysAsync());
    }

    [Fact]
    public async Task A_hundred_records_go_in_one_batch_though_half_of_them_are_gone()
    {
        string[] keys = [.. Enumerable.Range(0, 100).Select(i => i.ToString("D3", CultureInfo.InvariantCulture))];
        await CommitAsync([.. keys.Where((_, i) => i % 2 == 0).Select(key => RecordWrite.Insert(key, "1"))]);
        await CommitAsync([.. keys.Select(key => RecordWrite.Delete(key))]);
        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task A_conflict_beside_the_deletion_of_what_is_not_there_writes_nothing()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"), RecordWrite.Insert("b", "1"));
        var conflict = await Assert.ThrowsAsync<RecordConflictException>(
            () => CommitAsync(RecordWrite.Delete("absent"), RecordWrite.Delete("b"), RecordWrite.Insert("a", "2")));
        Assert.Equal("a", conflict.Key);
        Assert.Equal(["a", "b"], await KeysAsync());
    }

    [Fact]
    public async Task A_malformed_write_is_refused_before_anything_is_sent()
    {
        RecordWrite[] malformed =
        [
            new(RecordWriteKind.Insert, "a", null, null), new(RecordWriteKind.Put, "a", null, null), new(RecordWriteKind.Delete, "a", "1", null),
            new(RecordWriteKind.Replace, "a", "1", null),
        ];
        foreach (var write in malformed)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(RecordWrite.Insert("b", "1"), write));
        }

        Assert.Empty(await KeysAsync());
    }
}
