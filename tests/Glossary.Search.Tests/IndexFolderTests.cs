namespace Glossary.Search.Tests;

public sealed class IndexFolderTests : IDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("glossary-search-");

    public void Dispose() => place.Delete(recursive: true);

    [Fact]
    public void What_a_killed_process_left_behind_is_removed_and_what_another_one_uses_is_not()
    {
        var abandoned = place.CreateSubdirectory("1-0");
        File.WriteAllText(Path.Combine(abandoned.FullName, "lock"), string.Empty);
        File.WriteAllText(Path.Combine(abandoned.FullName, "segments_1"), "left");
        using var first = IndexFolder.Take(place.FullName);
        var used = first.Next();

        using (var second = IndexFolder.Take(place.FullName))
        {
            Assert.NotEqual(used.Parent!.FullName, second.Next().Parent!.FullName);
            Assert.True(used.Exists);
        }

        abandoned.Refresh();
        used.Refresh();
        Assert.False(abandoned.Exists);
        Assert.True(used.Exists);
        Assert.Single(place.EnumerateDirectories());
    }

    [Fact]
    public void An_archive_that_leads_out_of_its_folder_is_refused()
    {
        using var stream = new MemoryStream();
        using (var archive = new System.Formats.Tar.TarWriter(stream, System.Formats.Tar.TarEntryFormat.Ustar, leaveOpen: true))
        {
            archive.WriteEntry(new System.Formats.Tar.UstarTarEntry(System.Formats.Tar.TarEntryType.RegularFile, "../outside") { DataStream = new MemoryStream([1]) });
        }

        stream.Position = 0;

        Assert.Throws<InvalidDataException>(() => IndexArchive.Read(stream, place.CreateSubdirectory("inside")));
        Assert.False(File.Exists(Path.Combine(place.FullName, "outside")));
    }
}
