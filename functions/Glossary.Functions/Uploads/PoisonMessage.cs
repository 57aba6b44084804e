using System.Text.Json;

namespace Glossary.Functions.Uploads;

/// <summary>The message that the host leaves for a blob whose event failed each time.</summary>
internal static class PoisonMessage
{
    /// <summary>The blob's name in its container.</summary>
    public static string BlobNameOf(string message)
    {
        using var json = JsonDocument.Parse(message);
        return json.RootElement.GetProperty("BlobName").GetString()!;
    }
}
