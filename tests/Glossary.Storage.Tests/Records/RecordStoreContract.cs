using System.Globalization;
using Glossary.App.Kernel.Records;

namespace Glossary.Storage.Tests.Records;

/// <summary>What every record store does. A class derives for each store; each test has a partition of its own.</summary>
public abstract partial class RecordStoreContract
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
    public async Task Inserting_a_key_that_exists_is_a_conflict_that_names_it()
    {
        await CommitAsync(RecordWrite.Insert("b", "1"));
        var conflict = await Assert.ThrowsAsync<RecordConflictException>(
            () => CommitAsync(RecordWrite.Insert("a", "2"), RecordWrite.Insert("b", "2")));
        Assert.Equal("b", conflict.Key);
        Assert.Equal("1", (await FindAsync("b"))!.Body);
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
    public async Task A_record_has_the_same_version_however_it_is_read()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        var found = await FindAsync("a");
        Assert.Equal(found, await FindAsync("a"));
        Assert.Equal(found, Assert.Single((await Store.ListAsync(partition, Everything, 10, null, Cancellation)).Records));
    }

    [Fact]
    public async Task A_record_can_be_written_again_after_its_deletion_and_its_old_version_is_gone()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        var old = await FindAsync("a");
        await CommitAsync(RecordWrite.Delete("a", old!.ETag));
        await CommitAsync(RecordWrite.Insert("a", "2"));
        await Assert.ThrowsAsync<RecordConflictException>(() => CommitAsync(RecordWrite.Replace("a", "3", old.ETag)));
        Assert.Equal("2", (await FindAsync("a"))!.Body);
    }

    [Fact]
    public async Task The_version_of_another_record_is_a_conflict()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        await CommitAsync(RecordWrite.Insert("b", "1"));
        var other = await FindAsync("b");
        await Assert.ThrowsAsync<RecordConflictException>(() => CommitAsync(RecordWrite.Replace("a", "2", other!.ETag)));
    }

    [Fact]
    public async Task A_record_in_another_partition_is_neither_changed_nor_deleted()
    {
        var other = partition + "/other";
        await CommitAsync(RecordWrite.Insert("a", "1"));
        await Store.CommitAsync(other, [RecordWrite.Insert("a", "2")], Cancellation);
        await CommitAsync(RecordWrite.Delete("a"));
        Assert.Equal("2", (await Store.FindAsync(other, "a", Cancellation))!.Body);
        await Store.CommitAsync(other, [RecordWrite.Put("a", "3")], Cancellation);
        Assert.Null(await FindAsync("a"));
    }

    [Theory]
    [InlineData("a/b\\c")]
    [InlineData("100 %?#")]
    [InlineData("it's \"quoted\"")]
    [InlineData(" lead and trail ")]
    [InlineData("\t\u0001\u009F")]
    [InlineData("مصطلحات")]
    [InlineData("e\u0301 é")]
    [InlineData("😀\uD800")]
    public async Task A_partition_may_have_any_name(string name)
    {
        var own = partition + name;
        await Store.CommitAsync(own, [RecordWrite.Insert("a", "1")], Cancellation);
        Assert.Equal("1", (await Store.FindAsync(own, "a", Cancellation))!.Body);
        Assert.Single((await Store.ListAsync(own, Everything, 10, null, Cancellation)).Records);
    }

    [Fact]
    public async Task A_partition_of_the_longest_name_keeps_records_and_a_longer_one_is_refused()
    {
        var longest = partition.PadRight(IRecordStore.MaximumKey, '中');
        await Store.CommitAsync(longest, [RecordWrite.Insert("a", "1")], Cancellation);
        Assert.NotNull(await Store.FindAsync(longest, "a", Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.FindAsync(longest + "x", "a", Cancellation));
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

    private async Task<IReadOnlyList<string>> KeysAsync(int limit = 1000, string? after = null, KeyRange? range = null) =>
        [.. (await RecordsAsync(limit, after, range ?? Everything)).Select(record => record.Key)];

    private async Task<IReadOnlyList<StoredRecord>> RecordsAsync(int limit, string? after, KeyRange range)
    {
        var records = new List<StoredRecord>();
        do
        {
            var page = await Store.ListAsync(partition, range, limit, after, Cancellation);
            Assert.True(page.Records.Count <= limit);
            records.AddRange(page.Records);
            after = page.After;
        }
        while (after is not null);
        return records;
    }
}
