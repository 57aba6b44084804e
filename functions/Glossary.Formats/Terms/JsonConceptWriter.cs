using System.Text.Encodings.Web;
using System.Text.Json;

namespace Glossary.Formats.Terms;

/// <summary>The project's own JSON: an object with a schema number and the concepts, complete.</summary>
public sealed class JsonConceptWriter : IConceptWriter
{
    private const int Schema = 1;
    private const int FlushAt = 64 * 1024;

    private readonly Stream stream;
    private readonly Utf8JsonWriter json;

    /// <summary>Starts a file on a stream, which stays open.</summary>
    public JsonConceptWriter(Stream stream, ExportHeader header)
    {
        this.stream = stream;
        // The file is never part of a page, so letters stay letters.
        json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("glossary", header.Glossary);
        json.WriteString("createdAt", header.CreatedAt);
        json.WriteStartArray("concepts");
    }

    /// <inheritdoc />
    public async Task WriteAsync(ConceptEntry entry, CancellationToken cancellationToken)
    {
        JsonSerializer.Serialize(json, entry, ConceptEntryJson.Default.ConceptEntry);
        if (json.BytesPending > FlushAt)
        {
            await json.FlushAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => json.DisposeAsync();
}
