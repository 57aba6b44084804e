using System.Text.Json;
using System.Text.Json.Serialization;
using Glossary.App.Kernel.Blobs;

namespace Glossary.LocalHost.Uploads;

/// <summary>
/// Mirrors a folder into the <c>uploads</c> container: <c>inbox/glossary/file</c> becomes the blob <c>glossary/file</c>. A file is
/// taken once it has stopped growing, and again when it changes. What was taken is noted, so that a document that a person
/// deleted does not come back.
/// </summary>
public sealed partial class InboxMirror(InboxFolder inbox, IBlobStore blobs, TimeProvider clock, ILogger<InboxMirror> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", ".download"];

    private readonly Dictionary<string, FileStamp> seen = new(StringComparer.Ordinal);
    private Dictionary<string, FileStamp> taken = new(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Directory.CreateDirectory(inbox.Folder);
        taken = await ReadNotesAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The inbox could not be mirrored; this is tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFiles(inbox.Folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(inbox.Folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (IsIgnored(name))
            {
                continue;
            }

            var file = new FileInfo(path);
            var stamp = new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks);
            if (taken.GetValueOrDefault(name) == stamp)
            {
                continue;
            }

            // Two looks with the same size and time: nobody is writing to it any more.
            if (seen.GetValueOrDefault(name) == stamp && await TryTakeAsync(path, name, cancellationToken))
            {
                taken[name] = stamp;
                seen.Remove(name);
                await WriteNotesAsync(cancellationToken);
            }
            else
            {
                seen[name] = stamp;
            }
        }
    }

    private async Task<bool> TryTakeAsync(string path, string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            await blobs.WriteAsync(BlobContainer.Uploads, name, content, "application/octet-stream", onlyIfAbsent: false, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogDebug(exception, "A file of the inbox can't be read yet");
            return false;
        }
    }

    private static bool IsIgnored(string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        return name.Split('/').Any(part => part.StartsWith('.'))
            || last.StartsWith("~$", StringComparison.Ordinal)
            || Unfinished.Contains(Path.GetExtension(last), StringComparer.OrdinalIgnoreCase);
    }

    private async Task<Dictionary<string, FileStamp>> ReadNotesAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(inbox.Notes))
        {
            return new Dictionary<string, FileStamp>(StringComparer.Ordinal);
        }

        try
        {
            await using var file = File.OpenRead(inbox.Notes);
            var notes = await JsonSerializer.DeserializeAsync(file, NotesJson.Default.DictionaryStringFileStamp, cancellationToken);
            return new Dictionary<string, FileStamp>(notes!, StringComparer.Ordinal);
        }
        catch (JsonException exception)
        {
            // Without notes everything is taken once more, which changes nothing where the bytes are the same document.
            logger.LogWarning(exception, "The notes of the inbox are damaged and are begun anew");
            return new Dictionary<string, FileStamp>(StringComparer.Ordinal);
        }
    }

    private async Task WriteNotesAsync(CancellationToken cancellationToken)
    {
        var next = inbox.Notes + ".new";
        await File.WriteAllTextAsync(next, JsonSerializer.Serialize(taken, NotesJson.Default.DictionaryStringFileStamp), cancellationToken);
        File.Move(next, inbox.Notes, overwrite: true);
    }

    /// <summary>Size and time of a file as it was taken.</summary>
    /// <param name="Size">Bytes.</param>
    /// <param name="Ticks">Last write, UTC.</param>
    internal readonly record struct FileStamp(long Size, long Ticks);

    [JsonSerializable(typeof(Dictionary<string, FileStamp>))]
    private sealed partial class NotesJson : JsonSerializerContext;
}

/// <summary>Where the inbox lies.</summary>
/// <param name="Folder">The folder that is mirrored.</param>
/// <param name="Notes">The file that says what was taken.</param>
public sealed record InboxFolder(string Folder, string Notes);
