using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Glossary.App.Features;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.Formats.Documents;
using Microsoft.AspNetCore.WebUtilities;

namespace Glossary.App.OpenApi;

/// <summary>Writes the OpenAPI 3.1 description from the route table alone, the same on every machine.</summary>
public static partial class OpenApiDescription
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The description as indented JSON with a line feed at its end.</summary>
    public static string Write()
    {
        var schemas = new SchemaComponents();
        var paths = new JsonObject();
        foreach (var route in ApiRoutes.All)
        {
            var path = "/api/" + route.Pattern;
            if (paths[path] is not JsonObject item)
            {
                paths[path] = item = [];
            }

            item[route.Method.ToLowerInvariant()] = Operation(route, schemas);
        }

        schemas.Reference(ApiJson.Default.Problem);
        var description = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Glossary",
                ["version"] = "v1",
                ["description"] = Introduction(),
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.ToJson() },
        };
        return description.ToJsonString(Indented) + "\n";
    }

    private static string Introduction()
    {
        var codes = ProblemCodes.Meanings.Select(pair => $"| `{pair.Key}` | {pair.Value} |")
            .Concat(RefusalCodes.Meanings.Select(pair => $"| `{pair.Key}` | {pair.Value} |"));
        return $"""
            Turns documents into a validated, translated glossary.

            Errors are problems as RFC 9457 has them, with a stable `code`:

            | Code | Meaning |
            | --- | --- |
            {string.Join('\n', codes)}

            Calls that change something need the header `x-glossary-client` with the name of the calling program.
            """;
    }

    private static JsonObject Operation(ApiRoute route, SchemaComponents schemas)
    {
        var operation = new JsonObject
        {
            ["operationId"] = route.Name,
            ["summary"] = route.Summary,
            ["tags"] = new JsonArray(route.Name[..route.Name.IndexOf('_', StringComparison.Ordinal)]),
            ["x-role"] = route.Role?.ToString() ?? "Anybody",
        };
        var parameters = new JsonArray();
        foreach (Match match in RouteParameter().Matches(route.Pattern))
        {
            parameters.Add(Parameter(match.Groups[1].Value, "path", "string", null, required: true));
        }

        foreach (var query in route.Query)
        {
            var parameter = Parameter(query.Name, "query", query.Type, query.Description, query.Required);
            if (query.Values.Count > 0)
            {
                parameter["schema"]!["enum"] = new JsonArray([.. query.Values.Select(value => JsonValue.Create(value))]);
            }

            parameters.Add(parameter);
        }

        if (route.NeedsIfMatch)
        {
            parameters.Add(Parameter("If-Match", "header", "string", "Version that was read.", required: true));
        }

        if (route is { Method: "POST", Role: not null })
        {
            parameters.Add(Parameter(
                IdempotentCalls.Header, "header", "string",
                "Makes a repeat within 24 hours give the first answer instead of doing it twice; 422 where the key was used for another call.", required: false));
        }

        if (parameters.Count > 0)
        {
            operation["parameters"] = parameters;
        }

        if (route.Request is { } request)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", schemas.Reference(request)) };
        }

        operation["responses"] = Responses(route, schemas);
        return operation;
    }

    private static JsonObject Responses(ApiRoute route, SchemaComponents schemas)
    {
        var success = new JsonObject { ["description"] = ReasonPhrases.GetReasonPhrase(route.Status) };
        if (route.Response is { } response)
        {
            success["content"] = Content("application/json", schemas.Reference(response));
        }

        var problems = route.Problems.Count == 0 ? "A problem." : $"A problem; beside the general codes: {string.Join(", ", route.Problems.Select(code => $"`{code}`"))}.";
        return new JsonObject
        {
            [route.Status.ToString(CultureInfo.InvariantCulture)] = success,
            ["default"] = new JsonObject
            {
                ["description"] = problems,
                ["content"] = Content("application/problem+json", schemas.Reference(ApiJson.Default.Problem)),
            },
        };
    }

    private static JsonObject Content(string mediaType, JsonNode schema) => new() { [mediaType] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Parameter(string name, string place, string type, string? description, bool required)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place };
        if (required)
        {
            parameter["required"] = true;
        }

        if (description is not null)
        {
            parameter["description"] = description;
        }

        parameter["schema"] = new JsonObject { ["type"] = type };
        return parameter;
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex RouteParameter();
}
