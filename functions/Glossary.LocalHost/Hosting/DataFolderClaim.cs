using Glossary.LocalHost.Platform;

namespace Glossary.LocalHost.Hosting;

/// <summary>Keeps a second host off the same data folder; the operating system releases it even where the host is killed.</summary>
public sealed class DataFolderClaim : IDisposable
{
    private readonly FileStream held;
    private readonly string addressFile;

    private DataFolderClaim(FileStream held, string addressFile)
    {
        this.held = held;
        this.addressFile = addressFile;
    }

    /// <summary>Claims a folder, which is made where it is missing.</summary>
    /// <exception cref="StartupException"><c>already-running</c> or <c>no-permission</c>.</exception>
    public static DataFolderClaim Take(string data)
    {
        var addressFile = Path.Combine(data, "localhost.url");
        try
        {
            Directory.CreateDirectory(data);
            return new DataFolderClaim(
                new FileStream(Path.Combine(data, "localhost.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), addressFile);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StartupException(
                "no-permission", $"The data folder {data} can't be written. Give yourself the right to write there, or choose another folder with --data.", exception);
        }
        catch (IOException exception)
        {
            var address = File.Exists(addressFile) ? File.ReadAllText(addressFile).Trim() : "another address";
            throw new StartupException(
                "already-running",
                $"Glossary runs on the data folder {data} already, at {address}. Use that one, stop it with Ctrl+C, or choose another folder with --data.",
                exception);
        }
    }

    /// <summary>Leaves the address for whoever tries to start a second host.</summary>
    public void Announce(Uri address) => File.WriteAllText(addressFile, address.ToString());

    /// <inheritdoc />
    public void Dispose()
    {
        File.Delete(addressFile);
        held.Dispose();
    }
}
