using System.Text;
using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Glossary.App.Tests.Http;

/// <summary>A request without a server, and what was answered.</summary>
internal sealed class Exchange
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().AddLogging().BuildServiceProvider();

    public Exchange(string method = "GET", string path = "/api/v1/test", string query = "", IServiceProvider? services = null)
    {
        Http.Request.Method = method;
        Http.Request.Path = path;
        Http.Request.QueryString = new QueryString(query);
        Http.RequestServices = services ?? NoServices;
        Http.Response.Body = new MemoryStream();
    }

    public DefaultHttpContext Http { get; } = new();

    public int Status => Http.Response.StatusCode;

    public string Body => Encoding.UTF8.GetString(((MemoryStream)Http.Response.Body).ToArray());

    public Problem? Problem => JsonSerializer.Deserialize(Body, ApiJson.Default.Problem);

    public Exchange FromClient()
    {
        Http.Request.Headers["x-glossary-client"] = "tests";
        return this;
    }

    public Exchange Sends(string body, string contentType = "application/json")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        Http.Request.Body = new MemoryStream(bytes);
        Http.Request.ContentLength = bytes.Length;
        Http.Request.ContentType = contentType;
        return this;
    }
}
