using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;
using Microsoft.Extensions.Time.Testing;

namespace Glossary.Search.Tests;

public sealed class SearchIndexesTests : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);

    private readonly SharedStores shared = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => shared.Dispose();

    [Fact]
    public async Task What_was_changed_is_found_by_whoever_searches_next()
    {
        await using var instance = new SearchInstallation(shared);
        await instance.CreateAsync("a", "pump", "valve");
        Assert.Equal(["pump"], await instance.FindAsync("a", "pump"));

        var shaft = await instance.AddAsync("a", "pump shaft");
        Assert.Equal(["pump", "pump shaft"], await instance.FindAsync("a", "pump"));

        await instance.Editor.UpdateAsync(
            "a", shaft, _ => { }, before => before with { Terms = [before.Terms[0] with { Text = "drive shaft" }] }, "ada", Cancellation);
        Assert.Equal(["pump"], await instance.FindAsync("a", "pump"));
        Assert.Equal(["drive shaft"], await instance.FindAsync("a", "drive"));

        await instance.Editor.DecideAsync("a", [shaft], new Decision(TermState.Approved), "ada", null, Cancellation);
        Assert.Equal(["drive shaft"], await instance.FindAsync("a", "state:approved"));
    }

    [Fact]
    public async Task A_concept_that_went_into_another_one_is_not_found_and_is_again_when_that_is_undone()
    {
        await using var instance = new SearchInstallation(shared);
        await instance.CreateAsync("a");
        var (kept, gone) = (await instance.AddAsync("a", "pump"), await instance.AddAsync("a", "blower"));
        Assert.Equal(["blower", "pump"], await instance.FindAsync("a", ""));

        var change = await instance.Editor.MergeAsync("a", kept, [gone], "ada", Cancellation);
        Assert.Equal(["pump"], await instance.FindAsync("a", "blower"));

        await instance.Editor.UndoAsync("a", change, "ada", Cancellation);
        Assert.Equal(["blower"], await instance.FindAsync("a", "blower"));
    }

    [Fact]
    public async Task Another_instance_takes_the_published_index_and_what_changed_since()
    {
        await using (var first = new SearchInstallation(shared))
        {
            await first.CreateAsync("a", "pump", "valve");
            Assert.Equal(["pump"], await first.FindAsync("a", "pump"));
            Assert.Equal(["2"], await first.SnapshotsAsync("a"));
            await first.AddAsync("a", "shaft");
        }

        // A concept that the log does not name is gone from the store: it must come from the snapshot.
        await shared.Records.Terms.CommitAsync("a", [.. await ConceptsAsync("valve")], Cancellation);
        await using var second = new SearchInstallation(shared);
        Assert.Equal(["pump", "shaft", "valve"], await second.FindAsync("a", ""));
    }

    private async Task<IEnumerable<RecordWrite>> ConceptsAsync(string text)
    {
        var page = await shared.Records.Terms.ListAsync("a", KeyRange.Prefix("c|"), 100, null, Cancellation);
        return page.Records.Where(record => record.Body.Contains($"\"{text}\"", StringComparison.Ordinal)).Select(record => RecordWrite.Delete(record.Key));
    }

    [Fact]
    public async Task A_damaged_snapshot_is_no_reason_to_fail()
    {
        await using var instance = new SearchInstallation(shared);
        await instance.CreateAsync("a", "pump");
        await shared.Blobs.WriteAsync(
            BlobContainer.Artefacts, "a/search/lucene48-4/000000000001.tar", new MemoryStream([1, 2, 3]), "application/x-tar", onlyIfAbsent: false, Cancellation);

        Assert.Equal(["pump"], await instance.FindAsync("a", "pump"));
    }

    [Fact]
    public async Task A_snapshot_beyond_the_glossary_is_not_believed()
    {
        await using (var first = new SearchInstallation(shared))
        {
            await first.CreateAsync("a", "pump", "valve");
            await first.FindAsync("a", "");
            await first.CreateAsync("b", "pump");
        }

        // As after a restore: the snapshot of another glossary's later state.
        await using (var stream = await shared.Blobs.OpenReadAsync(BlobContainer.Artefacts, "a/search/lucene48-4/000000000002.tar", null, Cancellation))
        {
            await shared.Blobs.WriteAsync(BlobContainer.Artefacts, "b/search/lucene48-4/000000000002.tar", stream, "application/x-tar", onlyIfAbsent: false, Cancellation);
        }

        await using var second = new SearchInstallation(shared);
        Assert.Equal(["pump"], await second.FindAsync("b", ""));
    }

    [Fact]
    public async Task A_hole_in_the_log_makes_the_index_anew()
    {
        await using var instance = new SearchInstallation(shared);
        await instance.CreateAsync("a", "pump");
        Assert.Equal(["pump"], await instance.FindAsync("a", ""));

        await instance.AddAsync("a", "valve");
        await instance.AddAsync("a", "shaft");
        await shared.Records.Terms.CommitAsync("a", [RecordWrite.Delete("n|000000000002")], Cancellation);

        Assert.Equal(["pump", "shaft", "valve"], await instance.FindAsync("a", ""));
    }

    [Fact]
    public async Task While_another_instance_makes_the_index_the_answer_says_how_far_it_is()
    {
        await using var instance = new SearchInstallation(shared);
        await instance.CreateAsync("a", "pump");
        // Its clock is an hour ahead and stands still, as that of a process does which was killed: its lease lasts for an hour.
        var elsewhere = new IndexLeases(shared.Records, new FakeTimeProvider(shared.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
        var gone = new TaskCompletionSource();
        var making = elsewhere.TryHoldAsync("a", () => 42, () => gone.Task, CancellationToken.None);

        await AskUntilAsync(instance, use => use is { Index: null, Percent: 42 });
        Assert.Empty(await instance.SnapshotsAsync("a"));

        // It died: when its lease has run out this instance makes the index itself.
        shared.Clock.Advance(TimeSpan.FromHours(2));
        await AskUntilAsync(instance, use => use.Index is not null);
        Assert.Equal(["1"], await instance.SnapshotsAsync("a"));
        gone.SetResult();
        await making;
    }

    // Asks again and again, and lets the time pass in which a request waits.
    private async Task AskUntilAsync(SearchInstallation instance, Func<SearchIndexUse, bool> isReached)
    {
        using var look = new PeriodicTimer(LookEvery);
        var isDone = false;
        while (!isDone)
        {
            var asking = instance.UseAsync("a");
            while (!asking.IsCompleted)
            {
                await look.WaitForNextTickAsync(Cancellation);
                shared.Clock.Advance(TimeSpan.FromMilliseconds(250));
            }

            using var use = await asking;
            isDone = isReached(use);
        }
    }

    [Fact]
    public async Task All_indexes_together_stay_below_the_limit_and_the_least_recently_used_is_closed()
    {
        await using var instance = new SearchInstallation(shared, new SearchSettings { MaximumMemory = 1 });
        foreach (var glossary in new[] { "a", "b", "c" })
        {
            await instance.CreateAsync(glossary, "pump");
            await instance.FindAsync(glossary, "pump");
        }

        Assert.Equal(["c"], instance.Indexes.Open);
        using (await instance.UseAsync("a"))
        {
            // What a request uses is not closed under it.
            Assert.Equal(["pump"], await instance.FindAsync("b", "pump"));
            Assert.Equal(["a", "b"], instance.Indexes.Open);
        }
    }

    [Fact]
    public async Task An_index_is_published_again_when_much_has_changed()
    {
        await using var instance = new SearchInstallation(shared);
        await instance.CreateAsync("a", "pump");
        await instance.FindAsync("a", "");
        for (var i = 0; i < 500; i++)
        {
            await instance.AddAsync("a", $"part {i}");
        }

        using (var use = await instance.UseAsync("a"))
        {
            Assert.Equal(501, use.Index!.Concepts);
        }

        using var look = new PeriodicTimer(LookEvery);
        while (!(await instance.SnapshotsAsync("a")).SequenceEqual(["1", "501"]))
        {
            await look.WaitForNextTickAsync(Cancellation);
        }
    }

    [Fact]
    public async Task An_index_that_can_not_be_published_serves_all_the_same()
    {
        await using var instance = new SearchInstallation(shared, blobs: new ReadOnlyBlobs(shared.Blobs));
        await instance.CreateAsync("a", "pump");

        Assert.Equal(["pump"], await instance.FindAsync("a", "pump"));
        Assert.Empty(await instance.SnapshotsAsync("a"));

        // And nobody else has to wait for its lease.
        await using var other = new SearchInstallation(shared);
        Assert.Equal(["pump"], await other.FindAsync("a", "pump"));
        Assert.Equal(["1"], await other.SnapshotsAsync("a"));
    }

    [Fact]
    public async Task A_store_that_is_down_fails_a_search_and_not_the_one_after_it()
    {
        var terms = new InterruptedRecords(shared.Records.Terms);
        await using var instance = new SearchInstallation(shared, records: shared.Records with { Terms = terms });
        await instance.CreateAsync("a", "pump");

        terms.IsDown = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => instance.FindAsync("a", "pump"));
        terms.IsDown = false;
        Assert.Equal(["pump"], await instance.FindAsync("a", "pump"));

        await instance.AddAsync("a", "valve");
        terms.IsDown = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => instance.FindAsync("a", "valve"));
        terms.IsDown = false;
        Assert.Equal(["valve"], await instance.FindAsync("a", "valve"));
    }

    [Fact]
    public async Task Fifty_at_once_make_one_index()
    {
        await using var instance = new SearchInstallation(shared);
        await instance.CreateAsync("a", "pump", "valve");

        var found = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => instance.FindAsync("a", "pump"))));

        Assert.All(found, each => Assert.Equal(["pump"], each));
        Assert.Equal(["2"], await instance.SnapshotsAsync("a"));
    }
}
