using System.Text;
using Glossary.App.Kernel.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Glossary.Storage.Tests.Records;

/// <summary>
/// Answers on HTTP what the SDK asks of an account before it comes to the point, and leaves the requests on items to a test.
/// </summary>
internal sealed class CosmosStub : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<string> seen = [];

    private CosmosStub(WebApplication app) => this.app = app;

    /// <summary>The account as a setting.</summary>
    public CosmosSettings Settings => new() { ConnectionString = $"AccountEndpoint={Address}/;AccountKey={Convert.ToBase64String(new byte[64])}" };

    /// <summary>Method and path of every request.</summary>
    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (seen)
            {
                return [.. seen];
            }
        }
    }

    /// <summary>Whether the container is there.</summary>
    public bool HasContainer { get; set; } = true;

    /// <summary>Answers requests on items.</summary>
    public RequestDelegate Items { get; set; } = http => AnswerAsync(http, 404, "{}");

    private string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<CosmosStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new CosmosStub(builder.Build());
        stub.app.Run(stub.AnswerAsync);
        await stub.app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>Answers with a status and JSON.</summary>
    public static async Task AnswerAsync(HttpContext http, int status, string json, params (string Name, string Value)[] headers)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = json.Length > 0 ? "application/json" : null;
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        if (json.Length > 0)
        {
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json));
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        http.Request.EnableBuffering();
        await http.Request.Body.DrainAsync(http.RequestAborted);
        http.Request.Body.Position = 0;
        lock (seen)
        {
            seen.Add($"{http.Request.Method} {http.Request.Path}");
        }

        var parts = http.Request.Path.Value!.Trim('/').Split('/');
        await (parts switch
        {
            [""] => AnswerAsync(http, 200, Account()),
            [.., "pkranges"] when http.Request.Headers.IfNoneMatch.Count > 0 => AnswerAsync(http, 304, string.Empty, ("etag", "1")),
            [.., "pkranges"] => AnswerAsync(http, 200, Ranges, ("etag", "1")),
            [.., "colls", _] when HasContainer => AnswerAsync(http, 200, Container),
            ["dbs", _, "colls", _, "docs", ..] => Items(http),
            ["dbs", ..] or ["dbs"] when http.Request.Method == "POST" => AnswerAsync(http, 403, """{"code":"Forbidden","message":"no"}"""),
            _ => AnswerAsync(http, 404, """{"code":"NotFound","message":"no"}"""),
        });
    }

    private string Account() => $$"""
        {"id":"stub","_rid":"stub","_self":"","media":"//media/","addresses":"//addresses/","_dbs":"//dbs/",
        "writableLocations":[{"name":"Here","databaseAccountEndpoint":"{{Address}}/"}],
        "readableLocations":[{"name":"Here","databaseAccountEndpoint":"{{Address}}/"}],
        "userReplicationPolicy":{"asyncReplication":false,"minReplicaSetSize":1,"maxReplicasetSize":4},
        "userConsistencyPolicy":{"defaultConsistencyLevel":"Session"},
        "systemReplicationPolicy":{"minReplicaSetSize":1,"maxReplicasetSize":4},
        "readPolicy":{"primaryReadCoefficient":1,"secondaryReadCoefficient":1},"queryEngineConfiguration":"{\"maxSqlQueryInputLength\":262144}"}
        """;

    private const string Container = """
        {"id":"terms","_rid":"AAAAAAAAAAA=","_self":"dbs/AAAAAA==/colls/AAAAAAAAAAA=/","_etag":"1","_ts":1,
        "partitionKey":{"paths":["/partition"],"kind":"Hash","version":2},"indexingPolicy":{"indexingMode":"consistent","automatic":true}}
        """;

    private const string Ranges = """
        {"_rid":"AAAAAAAAAAA=","_count":1,"PartitionKeyRanges":[{"id":"0","_rid":"AAAAAAAAAAACAAAAAAAAUA==",
        "_self":"dbs/AAAAAA==/colls/AAAAAAAAAAA=/pkranges/AAAAAAAAAAACAAAAAAAAUA==/","_etag":"1","_ts":1,
        "minInclusive":"","maxExclusive":"FF","ridPrefix":0,"throughputFraction":1,"status":"online","parents":[]}]}
        """;
}
