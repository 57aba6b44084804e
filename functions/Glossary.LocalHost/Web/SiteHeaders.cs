using System.Text.Json;

namespace Glossary.LocalHost.Web;

/// <summary>
/// The headers of every answer, read from the configuration of Static Web Apps, so that a page behaves here as it does in
/// production. The blob storage's address, which is written in at deployment there, is filled in at the start here.
/// </summary>
public sealed class SiteHeaders
{
    private const string BlobOrigin = "__BLOB_ORIGIN__";

    private readonly IReadOnlyList<KeyValuePair<string, string>> headers;

    private SiteHeaders(IReadOnlyList<KeyValuePair<string, string>> headers) => this.headers = headers;

    /// <summary>Reads <c>globalHeaders</c>; none where there is no such file.</summary>
    /// <param name="configuration">Path of <c>staticwebapp.config.json</c>.</param>
    /// <param name="blobOrigin">Scheme, host and port of the blob storage.</param>
    public static SiteHeaders Read(string configuration, string blobOrigin)
    {
        if (!File.Exists(configuration))
        {
            return new SiteHeaders([]);
        }

        using var json = JsonDocument.Parse(File.ReadAllText(configuration));
        var headers = json.RootElement.GetProperty("globalHeaders").EnumerateObject()
            // Over plain HTTP browsers ignore it, and on localhost it would outlive this program.
            .Where(header => !header.NameEquals("Strict-Transport-Security"))
            .Select(header => KeyValuePair.Create(
                header.Name, header.Value.GetString()!.Replace(BlobOrigin, blobOrigin, StringComparison.Ordinal)))
            .ToList();
        return new SiteHeaders(headers);
    }

    /// <summary>Sets the headers on an answer.</summary>
    public Task ApplyAsync(HttpContext http, RequestDelegate next)
    {
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        return next(http);
    }
}
