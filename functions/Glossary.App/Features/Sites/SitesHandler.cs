using System.Reflection;
using System.Runtime.InteropServices;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Settings;
using Glossary.App.Workflows;
using Glossary.Formats.Terms;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Sites;

/// <summary>Says who is signed in, what runs here and what it can do.</summary>
public sealed class SitesHandler(GlossarySettings settings, LocalSite? local = null)
{
    /// <summary>GET me.</summary>
    public static Task<IResult> MeAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var principal = http.Principal();
        var me = new Me(principal.Id, principal.Name, principal.Role!.Value, principal.Provider, principal.SwitchableRoles);
        return Task.FromResult(http.Answer(me, ApiJson.Default.Me));
    }

    /// <summary>GET version.</summary>
    public static Task<IResult> VersionAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var full = typeof(SitesHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        var plus = full.IndexOf('+', StringComparison.Ordinal);
        var version = new VersionInformation(
            plus < 0 ? full : full[..plus], plus < 0 ? null : full[(plus + 1)..], Engine.Version, RuntimeInformation.FrameworkDescription);
        return Task.FromResult(http.Answer(version, ApiJson.Default.VersionInformation));
    }

    /// <summary>GET site.</summary>
    public Task<IResult> SiteAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var seen = http.Principal().Role == Role.Admin ? local : local is null ? null : local with { ConnectionString = null };
        var site = new Site(
            new SiteLimits(settings.Limits.MaximumBytes, settings.Extensions), [.. TermFormat.All.Select(format => format.Name)], seen);
        return Task.FromResult(http.Answer(site, ApiJson.Default.Site));
    }
}
