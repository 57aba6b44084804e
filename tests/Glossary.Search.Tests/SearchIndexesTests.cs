using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;
using Microsoft.Extensions.Time.Testing;

namespace Glossary.Search.Tests;

public sealed class SearchIndexesTests : IDisposable
{
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
            BlobContainer.Artefacts, "a/search/lucene48-2/000000000001.tar", new MemoryStream([1, 2, 3]), "application/x-tar", onlyIfAbsent: false, Cancellation);

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
        await using (var stream = await shared.Blobs.OpenReadAsync(BlobContainer.Artefacts, "a/search/lucene48-2/000000000002.tar", null, Cancellation))
        {
            await shared.Blobs.WriteAsync(BlobContainer.Artefacts, "b/search/lucene48-2/000000000002.tar", stream, "application/x-tar", onlyIfAbsent: false, Cancellation);
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
        // Its clock stands still, as that of a process does which was killed.
        var elsewhere = new IndexLeases(shared.Records, new FakeTimeProvider(shared.Clock.GetUtcNow()));
        var gone = new TaskCompletionSource();
        var making = elsewhere.TryHoldAsync("a", () => 42, () => gone.Task, CancellationToken.None);

        var asking = instance.UseAsync("a");
        while (!asking.IsCompleted)
        {
            shared.Clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }

        using (var use = await asking)
        {
            Assert.Null(use.Index);
            Assert.Equal(42, use.Percent);
        }

        // It died: when its lease has run out this instance makes the index itself.
        SearchIndexUse? later = null;
        while (later?.Index is null)
        {
            later?.Dispose();
            shared.Clock.Advance(TimeSpan.FromSeconds(1));
            var again = instance.UseAsync("a");
            while (!again.IsCompleted)
            {
                shared.Clock.Advance(TimeSpan.FromMilliseconds(250));
                await Task.Yield();
            }

            later = await again;
        }

        later.Dispose();
        Assert.Equal(["1"], await instance.SnapshotsAsync("a"));
        gone.SetResult();
        await making;
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

        while (!(await instance.SnapshotsAsync("a")).SequenceEqual(["1", "501"]))
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
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
