using System.Text.Json;

namespace Glossary.LocalHost.Azurite;

/// <summary>What <c>azurite.json</c> in the data folder says of the Azurite that runs on it, or ran last.</summary>
/// <param name="Pid">Its process; 0 once it was stopped.</param>
/// <param name="BlobPort">Port of the blob service.</param>
/// <param name="QueuePort">Port of the queue service.</param>
/// <param name="TablePort">Port of the table service.</param>
/// <param name="Version">Version of Azurite.</param>
/// <param name="StartedAt">UTC.</param>
public sealed record AzuriteState(int Pid, int BlobPort, int QueuePort, int TablePort, string Version, DateTimeOffset StartedAt)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Its ports.</summary>
    public AzuritePorts Ports => new(BlobPort, QueuePort, TablePort);

    /// <summary>Reads the file; null where there is none or it is not readable as such.</summary>
    public static AzuriteState? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<AzuriteState>(File.ReadAllBytes(path), Format);
        }
        catch (Exception failure) when (failure is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the file.</summary>
    public void Write(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, Format));
}
