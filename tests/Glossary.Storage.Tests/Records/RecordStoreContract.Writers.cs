using System.Globalization;
using Glossary.App.Kernel.Records;

namespace Glossary.Storage.Tests.Records;

public abstract partial class RecordStoreContract
{
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

    [Fact]
    public async Task Of_writers_that_insert_the_same_key_one_wins()
    {
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => TryAsync(RecordWrite.Insert("a", $"{i}"), RecordWrite.Insert($"by {i}", "{}"))));
        var winner = Assert.Single(Enumerable.Range(0, 8), i => won[i]);
        Assert.Equal($"{winner}", (await FindAsync("a"))!.Body);
        Assert.Equal(["a", $"by {winner}"], await KeysAsync());
    }

    [Fact]
    public async Task Of_a_replacement_and_a_deletion_of_the_same_version_one_wins()
    {
        await CommitAsync(RecordWrite.Insert("a", "1"));
        var read = await FindAsync("a");
        var won = await Task.WhenAll(TryAsync(RecordWrite.Replace("a", "2", read!.ETag)), TryAsync(RecordWrite.Delete("a", read.ETag)));
        Assert.Single(won, one => one);
        Assert.Equal(won[0] ? "2" : null, (await FindAsync("a"))?.Body);
    }

    [Fact]
    public async Task What_writers_move_between_records_is_neither_lost_nor_doubled()
    {
        await CommitAsync(RecordWrite.Insert("a", "10"), RecordWrite.Insert("b", "10"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            var (from, to) = i % 2 == 0 ? ("a", "b") : ("b", "a");
            for (var done = false; !done;)
            {
                var (source, target) = (await FindAsync(from), await FindAsync(to));
                done = await TryAsync(
                    RecordWrite.Replace(from, Sum(source!, -1 - i), source!.ETag), RecordWrite.Replace(to, Sum(target!, 1 + i), target!.ETag));
            }
        }));
        var (a, b) = (Number(await FindAsync("a")), Number(await FindAsync("b")));
        Assert.Equal((12, 8), (a, b));

        static int Number(StoredRecord? record) => int.Parse(record!.Body, CultureInfo.InvariantCulture);
        static string Sum(StoredRecord record, int difference) => (Number(record) + difference).ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Writers_in_different_partitions_do_not_meet()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
            await Store.CommitAsync($"{partition}/{i}", [RecordWrite.Insert("a", $"{i}")], Cancellation)));
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i => await Store.FindAsync($"{partition}/{i}", "a", Cancellation)));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"{i}"), found.Select(record => record!.Body));
    }
}
