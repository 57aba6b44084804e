using System.Globalization;
using System.Text;
using Glossary.App.Kernel.Blobs;

namespace Glossary.Storage.Tests.Blobs;

/// <summary>What every blob store does. A class derives for each store; each test has a folder of its own.</summary>
public abstract class BlobStoreContract
{
    private static int folders;

    private readonly string folder = string.Create(CultureInfo.InvariantCulture, $"folder-{Interlocked.Increment(ref folders)}/");

    protected abstract IBlobStore Store { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_blob_that_was_never_written_is_not_found()
    {
        Assert.Null(await Store.FindAsync(BlobContainer.Uploads, folder + "a", Cancellation));
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenReadAsync(BlobContainer.Uploads, folder + "a", null, Cancellation));
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.ReadRangeAsync(BlobContainer.Uploads, folder + "a", 0, 1, Cancellation));
    }

    [Fact]
    public async Task A_written_blob_is_described_alike_by_write_find_and_list()
    {
        var written = await WriteAsync("a.txt", "Füllstand");
        Assert.Equal(10, written!.Size);
        Assert.NotEmpty(written.ETag);
        Assert.Equal(written, await Store.FindAsync(BlobContainer.Uploads, folder + "a.txt", Cancellation));
        Assert.Equal([written], await ListAsync(""));
    }

    [Fact]
    public async Task A_blob_is_read_whole()
    {
        await WriteAsync("a.txt", "Füllstand");
        Assert.Equal("Füllstand", await ReadAsync("a.txt"));
    }

    [Fact]
    public async Task A_blob_of_several_blocks_is_written_from_a_stream_that_cannot_seek()
    {
        var content = new byte[(20 * 1024 * 1024) + 3];
        new Random(7).NextBytes(content);
        var written = await Store.WriteAsync(
            BlobContainer.Artefacts, folder + "big", new ForwardStream(new MemoryStream(content)), "application/octet-stream", false, Cancellation);
        Assert.Equal(content.Length, written!.Size);
        var read = new MemoryStream();
        await using var stream = await Store.OpenReadAsync(BlobContainer.Artefacts, folder + "big", written.ETag, Cancellation);
        await stream.CopyToAsync(read, Cancellation);
        Assert.True(content.AsSpan().SequenceEqual(read.ToArray()));
    }

    [Fact]
    public async Task An_empty_blob_is_a_blob()
    {
        var written = await WriteAsync("empty", "");
        Assert.Equal(0, written!.Size);
        Assert.Equal("", await ReadAsync("empty"));
        Assert.Equal("", await RangeAsync("empty", 0, 5));
    }

    [Fact]
    public async Task A_second_write_replaces_the_first_under_a_new_version()
    {
        var first = await WriteAsync("a", "one");
        var second = await WriteAsync("a", "two!");
        Assert.NotEqual(first!.ETag, second!.ETag);
        Assert.Equal("two!", await ReadAsync("a"));
    }

    [Fact]
    public async Task A_write_only_if_absent_leaves_what_is_there()
    {
        Assert.NotNull(await WriteAsync("a", "one", onlyIfAbsent: true));
        Assert.Null(await WriteAsync("a", "two", onlyIfAbsent: true));
        Assert.Equal("one", await ReadAsync("a"));
    }

    [Fact]
    public async Task Of_writers_that_write_only_if_absent_one_wins()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => WriteAsync("a", $"writer {i}", onlyIfAbsent: true)));
        var winner = Assert.Single(written, one => one is not null);
        Assert.Equal(winner, await Store.FindAsync(BlobContainer.Uploads, folder + "a", Cancellation));
    }

    [Fact]
    public async Task A_version_is_read_only_while_it_is_the_current_one()
    {
        var first = await WriteAsync("a", "one");
        Assert.Equal("one", await ReadAsync("a", first!.ETag));
        await WriteAsync("a", "two");
        await Assert.ThrowsAsync<FileNotFoundException>(() => ReadAsync("a", first.ETag));
    }

    [Theory]
    [InlineData(0, 4, "0123")]
    [InlineData(3, 2, "34")]
    [InlineData(8, 10, "89")]
    [InlineData(10, 1, "")]
    [InlineData(500, 1, "")]
    public async Task A_range_is_shorter_at_the_end_and_empty_beyond(long offset, int length, string expected)
    {
        await WriteAsync("a", "0123456789");
        Assert.Equal(expected, await RangeAsync("a", offset, length));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    public async Task A_range_that_is_none_is_refused(long offset, int length)
        => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => RangeAsync("a", offset, length));

    [Fact]
    public async Task A_deleted_blob_is_gone_and_deleting_it_again_is_no_error()
    {
        await WriteAsync("a", "one");
        await Store.DeleteAsync(BlobContainer.Uploads, folder + "a", Cancellation);
        Assert.Null(await Store.FindAsync(BlobContainer.Uploads, folder + "a", Cancellation));
        await Store.DeleteAsync(BlobContainer.Uploads, folder + "a", Cancellation);
    }

    [Fact]
    public async Task A_listing_has_the_names_with_the_prefix_in_ordinal_order()
    {
        foreach (var name in (string[])["b/2", "b/10", "B/1", "b.txt", "b/ä", "c", "b/1/x"])
        {
            await WriteAsync(name, name);
        }

        Assert.Equal(["b/1/x", "b/10", "b/2", "b/ä"], (await ListAsync("b/")).Select(blob => blob.Name[folder.Length..]));
        Assert.Equal(["B/1", "b.txt", "b/1/x", "b/10", "b/2", "b/ä", "c"], (await ListAsync("")).Select(blob => blob.Name[folder.Length..]));
    }

    [Fact]
    public async Task Containers_do_not_share_blobs()
    {
        await WriteAsync("a", "one");
        Assert.Null(await Store.FindAsync(BlobContainer.Artefacts, folder + "a", Cancellation));
        Assert.Null(await Store.FindAsync(BlobContainer.Exports, folder + "a", Cancellation));
    }

    [Theory]
    [InlineData("Prüfbericht (2) & Co.pdf")]
    [InlineData("100 % #1?.pdf")]
    [InlineData("a+b=c;d,e'f.pdf")]
    [InlineData("%41%2F.pdf")]
    [InlineData("報告 😀.pdf")]
    [InlineData("...pdf")]
    public async Task A_name_of_any_characters_comes_back_as_it_was_given(string name)
    {
        var written = await WriteAsync(name, name);
        Assert.Equal(folder + name, written!.Name);
        Assert.Equal([written], await ListAsync(""));
        Assert.Equal(name, await ReadAsync(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../artefacts/a")]
    [InlineData("x/../../exports/a")]
    [InlineData("x/./a")]
    [InlineData("x\\..\\a")]
    [InlineData("..")]
    public async Task A_name_that_would_mean_another_place_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.FindAsync(BlobContainer.Uploads, name, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateUploadLinkAsync(name, replaces: false, TimeSpan.FromMinutes(5), Cancellation));
    }

    [Fact]
    public async Task A_link_lives_more_than_nothing_and_at_most_an_hour()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.CreateUploadLinkAsync("a", replaces: false, TimeSpan.Zero, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.CreateUploadLinkAsync("a", replaces: false, TimeSpan.FromMinutes(61), Cancellation));
    }

    private async Task<BlobDescription?> WriteAsync(string name, string content, bool onlyIfAbsent = false) => await Store.WriteAsync(
        BlobContainer.Uploads, folder + name, new MemoryStream(Encoding.UTF8.GetBytes(content)), "text/plain", onlyIfAbsent, Cancellation);

    private async Task<string> ReadAsync(string name, string? etag = null)
    {
        using var reader = new StreamReader(await Store.OpenReadAsync(BlobContainer.Uploads, folder + name, etag, Cancellation));
        return await reader.ReadToEndAsync(Cancellation);
    }

    private async Task<string> RangeAsync(string name, long offset, int length)
        => Encoding.UTF8.GetString((await Store.ReadRangeAsync(BlobContainer.Uploads, folder + name, offset, length, Cancellation)).Span);

    private async Task<IReadOnlyList<BlobDescription>> ListAsync(string prefix)
        => await Store.ListAsync(BlobContainer.Uploads, folder + prefix, Cancellation).ToListAsync(Cancellation);
}
