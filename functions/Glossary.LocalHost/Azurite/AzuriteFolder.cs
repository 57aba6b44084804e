namespace Glossary.LocalHost.Azurite;

/// <summary>Where Azurite keeps what, below the data folder.</summary>
/// <param name="Data">Full path of the data folder.</param>
internal sealed record AzuriteFolder(string Data)
{
    /// <summary>Its tables, queues and blobs.</summary>
    public string Location => Path.Combine(Data, "azurite");

    /// <summary>Process and ports.</summary>
    public string StateFile => Path.Combine(Data, "azurite.json");

    /// <summary>What it printed since its last start.</summary>
    public string LogFile => Path.Combine(Data, "azurite.log");

    /// <summary>Held while somebody starts or attaches.</summary>
    public string LockFile => Path.Combine(Data, "azurite.lock");

    /// <summary>The end of the log, for an error message.</summary>
    public string LogTail()
    {
        if (!File.Exists(LogFile))
        {
            return "It printed nothing.";
        }

        using var log = new StreamReader(new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var lines = log.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? "It printed nothing." : "Its last lines were:" + Environment.NewLine + string.Join(Environment.NewLine, lines.TakeLast(8));
    }
}
