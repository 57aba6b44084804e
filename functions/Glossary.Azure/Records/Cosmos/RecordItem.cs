using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.Azure.Records.Cosmos;

/// <summary>A record as an item of Azure Cosmos DB.</summary>
/// <remarks>
/// A body of at most 4,096 characters is the text property <c>body</c>, readable in the data explorer; embedded as JSON it would come back with
/// other spelling of its numbers and escapes, and two stores could not be compared by hash. A larger one is <c>packed</c>: Brotli, then base64.
/// That keeps a full batch below the 2 MiB of a request, against which the escapes of text count, and a write is charged by its size.
/// </remarks>
internal static class RecordItem
{
    public const string Id = "id";
    public const string Partition = "partition";
    public const string Key = "key";

    private const string Body = "body";
    private const string Packed = "packed";
    private const string ETag = "_etag";
    private const int LongestText = 4096;

    // The service reads JSON as JSON; an escape for every quotation mark and every letter beyond ASCII would only cost space.
    private static readonly JsonWriterOptions Sparing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(string partition, string id, string body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Sparing);
        json.WriteStartObject();
        json.WriteString(Id, id);
        json.WriteString(Partition, partition);
        json.WriteString(Key, id);
        if (body.Length <= LongestText)
        {
            json.WriteString(Body, body);
        }
        else
        {
            json.WriteBase64String(Packed, Pack(body));
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    public static StoredRecord Read(JsonElement item) => new(
        EncodedKey.Decode(item.GetProperty(Key).GetString()!),
        item.TryGetProperty(Packed, out var packed) ? Unpack(packed.GetBytesFromBase64()) : item.GetProperty(Body).GetString()!,
        item.GetProperty(ETag).GetString()!);

    private static ReadOnlySpan<byte> Pack(string body)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(body));
        }

        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }

    private static string Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
