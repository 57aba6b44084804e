using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;

namespace Glossary.App.Features.Sites;

/// <summary>Routes about the installation itself.</summary>
public static class SitesRoutes
{
    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Sites_Me", "GET", "v1/me", Role.Reader, SitesHandler.MeAsync)
        {
            Summary = "Says who is signed in.",
            Response = ApiJson.Default.Me,
        },
        new("Sites_Version", "GET", "v1/version", null, SitesHandler.VersionAsync)
        {
            Summary = "Says what runs here.",
            Response = ApiJson.Default.VersionInformation,
        },
        new("Sites_Get", "GET", "v1/site", Role.Reader, Call.To<SitesHandler>(handler => handler.SiteAsync))
        {
            Summary = "Says what this installation can do and where its limits are.",
            Response = ApiJson.Default.Site,
        },
    ];
}
