using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Glossary.App.Kernel.Json;

namespace Glossary.App.OpenApi;

/// <summary>Collects the schemas of the API's types as named components, each written once.</summary>
internal sealed class SchemaComponents
{
    private readonly SortedDictionary<string, JsonNode?> components = new(StringComparer.Ordinal);

    /// <summary>A reference to a type's schema, which is added where it is not there yet.</summary>
    public JsonNode Reference(JsonTypeInfo type)
    {
        var name = Name(type.Type);
        if (!components.ContainsKey(name))
        {
            // Held first, so that a type that refers to itself ends.
            components[name] = null;
            components[name] = Schema(type);
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    /// <summary>All components in ordinal order of their names.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, schema) in components)
        {
            json[name] = schema;
        }

        return json;
    }

    private static string Name(Type type)
    {
        const string suffix = "Resource";
        if (type.IsGenericType)
        {
            return Name(type.GetGenericArguments()[0]) + "List";
        }

        return type.Name.EndsWith(suffix, StringComparison.Ordinal) ? type.Name[..^suffix.Length] : type.Name;
    }

    private JsonNode Schema(JsonTypeInfo type)
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true };
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return type.GetJsonSchemaAsNode(options);
        }

        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var property in type.Properties.Where(property => property.Get is not null))
        {
            properties[property.Name] = PropertySchema(property);
            if (!property.IsGetNullable)
            {
                required.Add(property.Name);
            }
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return schema;
    }

    private JsonNode PropertySchema(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return TypeSchema(type);
    }

    private JsonNode TypeSchema(Type type)
    {
        if (type.IsEnum)
        {
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => JsonValue.Create(name))]) };
        }

        var info = ApiJson.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type} is not in {nameof(ApiJson)}.");
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new JsonObject { ["type"] = "array", ["items"] = TypeSchema(info.ElementType!) },
            JsonTypeInfoKind.Dictionary => new JsonObject { ["type"] = "object", ["additionalProperties"] = TypeSchema(info.ElementType!) },
            JsonTypeInfoKind.Object => Reference(info),
            _ => Leaf(info),
        };
    }

    private static JsonNode Leaf(JsonTypeInfo info)
    {
        var schema = info.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        // A string type is nullable to the exporter; whether a property may be missing is said by `required`.
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.Select(node => node!.GetValue<string>()).First(name => name is not ("null" or "string") || types.Count <= 2);
        }

        return schema;
    }
}
