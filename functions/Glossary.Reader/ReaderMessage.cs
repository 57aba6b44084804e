using System.Text.Json.Serialization;

namespace Glossary.Reader;

/// <summary>A line that the child writes: exactly one member is set.</summary>
/// <param name="Progress">How far it is.</param>
/// <param name="Done">The result.</param>
/// <param name="Refused">Why the document can't be read.</param>
internal sealed record ReaderMessage(ReadingProgress? Progress = null, ReadingResult? Done = null, ReaderRefusal? Refused = null);

/// <summary>Why the document can't be read.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">A sentence for a person.</param>
internal sealed record ReaderRefusal(string Code, string Message);

/// <summary>The protocol between parent and child: the request as one line on the child's input, messages as lines on its output.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReadingRequest))]
[JsonSerializable(typeof(ReaderMessage))]
internal sealed partial class ReaderJson : JsonSerializerContext;
