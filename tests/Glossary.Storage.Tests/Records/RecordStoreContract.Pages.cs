using System.Globalization;
using Glossary.App.Kernel.Records;

namespace Glossary.Storage.Tests.Records;

public abstract partial class RecordStoreContract
{
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

    [Fact]
    public async Task A_partition_that_never_had_a_record_has_one_empty_page()
    {
        var page = await Store.ListAsync(partition, Everything, 10, null, Cancellation);
        Assert.Empty(page.Records);
        Assert.Null(page.After);
    }

    [Fact]
    public async Task A_partition_that_was_emptied_is_empty()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"), RecordWrite.Insert("b", "1"));
        await CommitAsync(RecordWrite.Delete("a"), RecordWrite.Delete("b"));
        Assert.Empty(await KeysAsync());
    }

    [Theory]
    [InlineData("c", "c")]
    [InlineData("d", "b")]
    [InlineData("x", "z")]
    public async Task A_range_without_keys_is_empty(string from, string to)
    {
        await CommitAsync([.. "abcde".Select(key => RecordWrite.Insert(key.ToString(), "1"))]);
        var page = await Store.ListAsync(partition, new KeyRange(from, to), 10, null, Cancellation);
        Assert.Empty(page.Records);
        Assert.Null(page.After);
    }

    [Theory]
    [InlineData("a", "bcd")]
    [InlineData("b", "cd")]
    [InlineData("bb", "cd")]
    [InlineData("d", "")]
    [InlineData("z", "")]
    public async Task A_page_begins_after_the_key_given_and_inside_the_range(string after, string expected)
    {
        await CommitAsync([.. "abcde".Select(key => RecordWrite.Insert(key.ToString(), "1"))]);
        Assert.Equal(expected, string.Concat(await KeysAsync(range: new KeyRange("b", "e"), after: after)));
    }

    [Fact]
    public async Task A_page_of_one_record_walks_a_partition()
    {
        await CommitAsync([.. "abcdefg".Select(key => RecordWrite.Insert(key.ToString(), "1"))]);
        Assert.Equal("abcdefg", string.Concat(await KeysAsync(limit: 1)));
    }

    [Fact]
    public async Task A_reader_sees_what_is_written_before_it_and_not_what_is_written_behind_it()
    {
        await CommitAsync([.. "bdfh".Select(key => RecordWrite.Insert(key.ToString(), "1"))]);
        var first = await Store.ListAsync(partition, Everything, 1, null, Cancellation);
        await CommitAsync(RecordWrite.Insert("a", "1"), RecordWrite.Insert("c", "1"), RecordWrite.Delete("f"), RecordWrite.Put("h", "2"));
        Assert.Equal("cdh", string.Concat(await KeysAsync(after: first.After)));
    }

    [Fact]
    public async Task A_partition_can_be_deleted_page_by_page_while_it_is_read()
    {
        foreach (var part in Enumerable.Range(0, 230).Chunk(100))
        {
            await CommitAsync([.. part.Select(i => RecordWrite.Insert(i.ToString("D4", CultureInfo.InvariantCulture), "{}"))]);
        }

        var deleted = 0;
        string? after = null;
        do
        {
            var page = await Store.ListAsync(partition, Everything, 70, after, Cancellation);
            await CommitAsync([.. page.Records.Select(record => RecordWrite.Delete(record.Key, record.ETag))]);
            deleted += page.Records.Count;
            after = page.After;
        }
        while (after is not null);
        Assert.Equal(230, deleted);
        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task Large_records_come_in_as_many_pages_as_they_need()
    {
        var bodies = Enumerable.Range(0, 12).Select(i => new string((char)('a' + i), 600_000)).ToArray();
        foreach (var (body, i) in bodies.Select((body, i) => (body, i)))
        {
            await CommitAsync(RecordWrite.Insert(i.ToString("D2", CultureInfo.InvariantCulture), body));
        }

        Assert.Equal(bodies, (await RecordsAsync(1000, null, Everything)).Select(record => record.Body));
    }

    [Fact]
    public async Task Twenty_thousand_concepts_are_listed_once_each_and_in_their_order()
    {
        const int Concepts = 20_000;
        static string KeyOf(int i) => string.Create(CultureInfo.InvariantCulture, $"c|{i:D26}");
        var body = $$"""{"schema":1,"state":"candidate","score":0.5,"terms":[{"text":"Füllstandsgrenzschalter"}],"definition":"{{new string('x', 300)}}"}""";
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Concepts).Chunk(IRecordStore.MaximumBatch),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation },
            async (part, token) => await Store.CommitAsync(partition, [.. part.Select(i => RecordWrite.Insert(KeyOf(i), body))], token));
        var records = await RecordsAsync(1000, null, KeyRange.Prefix("c|"));
        Assert.Equal(Enumerable.Range(0, Concepts).Select(KeyOf), records.Select(record => record.Key));
        Assert.All(records, record => Assert.Equal(body, record.Body));
    }
}
