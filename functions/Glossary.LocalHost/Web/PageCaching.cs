using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Glossary.LocalHost.Web;

/// <summary>How the page's files are sent: those with a hash in their name for ever, the page itself asked for anew each time.</summary>
internal static class PageCaching
{
    public static FileExtensionContentTypeProvider Types { get; } = new()
    {
        Mappings = { [".mjs"] = "text/javascript", [".bcmap"] = "application/octet-stream", [".pfb"] = "application/octet-stream" },
    };

    public static void Apply(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";

    /// <summary>Addresses inside the application all lead to its page.</summary>
    public static Task SendPageAsync(HttpContext http, IFileProvider files)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        return http.Response.SendFileAsync(files.GetFileInfo("index.html"));
    }
}
